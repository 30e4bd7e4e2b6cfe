import { useOrganization } from "../../../session/organization.tsx";
import { ConfirmDialog } from "../../../ui/confirm-dialog.tsx";
import { useLeave } from "./use-leave.ts";

export function LeaveDialog(props: { open: boolean; onClose: () => void }) {
  const { organization } = useOrganization();
  const leave = useLeave();
  return (
    <ConfirmDialog
      open={props.open}
      onClose={props.onClose}
      title={`Leave ${organization().name}?`}
      confirmLabel="Leave"
      tone="danger"
      onConfirm={leave}
    >
      You lose access at once. What you made stays. To come back, an admin has
      to invite you again.
    </ConfirmDialog>
  );
}
