import { api } from "#client/session/api.ts";
import { useOrganization } from "#sdk/solid.ts";
import type { VerbDialogProps } from "#client/session/verbs/dialogs.tsx";
import { ConfirmDialog } from "#client/ui/confirm-dialog.tsx";
import { texts } from "./texts.ts";
import { useDeparture } from "./use-departure.ts";

export default function LeaveDialog(props: VerbDialogProps) {
  const { slug, user, organization } = useOrganization();
  const depart = useDeparture();
  const remove = api.members.remove.useMutation(() => ({
    meta: { showsErrors: true },
  }));
  const leave = async () => {
    const { name } = organization();
    await remove.mutateAsync({ org: slug(), userId: user().id });
    await depart(texts().leave.done(name));
  };
  return (
    <ConfirmDialog
      open={props.open}
      onClose={props.onClose}
      title={texts().leave.title(organization().name)}
      confirmLabel={texts().leave.confirm}
      tone="danger"
      onConfirm={leave}
    >
      {texts().leave.text}
    </ConfirmDialog>
  );
}
