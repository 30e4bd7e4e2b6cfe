import { useOrganization } from "#client/session/organization.tsx";
import { ConfirmDialog } from "#client/ui/confirm-dialog.tsx";
import { useLeave } from "./use-leave.ts";
import { texts } from "#client/layout/settings/texts.ts";

export function LeaveDialog(props: { open: boolean; onClose: () => void }) {
  const { organization } = useOrganization();
  const leave = useLeave();
  return (
    <ConfirmDialog
      open={props.open}
      onClose={props.onClose}
      title={texts().leaveDialog.leave(organization().name)}
      confirmLabel={texts().leaveDialog.leaveNow}
      tone="danger"
      onConfirm={leave}
    >
      {texts().leaveDialog.youLoseAccessAt}
    </ConfirmDialog>
  );
}
