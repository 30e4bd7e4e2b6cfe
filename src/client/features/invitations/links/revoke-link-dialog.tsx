import { useOrganization } from "#sdk/solid.ts";
import { api } from "#client/session/api.ts";
import type { VerbDialogProps } from "#client/session/verbs/dialogs.tsx";
import { ConfirmDialog } from "#client/ui/confirm-dialog.tsx";
import { toast } from "#client/ui/toast.ts";
import { type Link, refetchLinks } from "./link.ts";
import { texts } from "./texts.ts";

export default function RevokeLinkDialog(
  props: VerbDialogProps & { link: Link },
) {
  const { slug } = useOrganization();
  const revoke = api.links.revoke.useMutation(() => ({
    meta: { showsErrors: true },
  }));
  const confirm = async () => {
    const org = slug();
    await revoke.mutateAsync({ org, id: props.link.id });
    await refetchLinks(org);
    toast.success(texts().revoke.done);
  };
  return (
    <ConfirmDialog
      open={props.open}
      onClose={props.onClose}
      title={texts().revoke.title}
      confirmLabel={texts().revoke.action}
      tone="danger"
      onConfirm={confirm}
    >
      {texts().revoke.text}
    </ConfirmDialog>
  );
}
