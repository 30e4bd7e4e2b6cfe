import { api } from "#client/session/api.ts";
import { useOrganization } from "#sdk/solid.ts";
import type { VerbDialogProps } from "#client/session/verbs/dialogs.tsx";
import { ConfirmDialog } from "#client/ui/confirm-dialog.tsx";
import { toast } from "#client/ui/toast.ts";
import { type Domain, refetchDomains } from "./domain.ts";
import { texts } from "./texts.ts";

export default function RemoveDomainDialog(
  props: VerbDialogProps & { domain: Domain },
) {
  const { slug } = useOrganization();
  const remove = api.domains.remove.useMutation(() => ({
    meta: { showsErrors: true },
  }));
  const confirm = async () => {
    const org = slug();
    const { id, domain } = props.domain;
    await remove.mutateAsync({ org, id });
    toast.success(texts().remove.done(domain));
    await refetchDomains(org);
  };
  return (
    <ConfirmDialog
      open={props.open}
      onClose={props.onClose}
      title={texts().remove.title(props.domain.domain)}
      confirmLabel={texts().remove.action}
      tone="danger"
      onConfirm={confirm}
    >
      {texts().remove.text}
    </ConfirmDialog>
  );
}
