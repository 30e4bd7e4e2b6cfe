import { useLocation, useNavigate } from "@solidjs/router";
import { useOrganizationPath } from "#client/session/organization-path.ts";
import type { VerbDialogProps } from "#client/session/verbs/dialogs.tsx";
import { ConfirmDialog } from "#client/ui/confirm-dialog.tsx";
import { LIST_PAGE, pageOf, type ServiceAccount } from "./service-account.ts";
import { texts } from "./texts.ts";
import { useAccountActions } from "./use-account-actions.ts";

export default function DeleteAccountDialog(
  props: VerbDialogProps & { account: ServiceAccount },
) {
  const actions = useAccountActions();
  const path = useOrganizationPath();
  const location = useLocation();
  const navigate = useNavigate();
  const confirm = async () => {
    const { account } = props;
    await actions.delete(account);
    if (location.pathname === path(pageOf(account)))
      navigate(path(LIST_PAGE), { replace: true });
  };
  return (
    <ConfirmDialog
      open={props.open}
      onClose={props.onClose}
      title={texts().remove.title(props.account.name)}
      confirmLabel={texts().remove.action}
      tone="danger"
      onConfirm={confirm}
    >
      {texts().remove.text(props.account.keys)}
    </ConfirmDialog>
  );
}
