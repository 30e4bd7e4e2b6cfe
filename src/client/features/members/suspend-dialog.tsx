import type { VerbDialogProps } from "#client/session/verbs/dialogs.tsx";
import { ConfirmDialog } from "#client/ui/confirm-dialog.tsx";
import type { MemberThing } from "./member.ts";
import { texts } from "./texts.ts";
import { useMemberActions } from "./use-member-actions.ts";

export default function SuspendDialog(
  props: VerbDialogProps & { member: MemberThing },
) {
  const { suspendMember } = useMemberActions();
  return (
    <ConfirmDialog
      open={props.open}
      onClose={props.onClose}
      title={texts().suspend.title(props.member.name)}
      confirmLabel={texts().suspend.confirm}
      tone="danger"
      onConfirm={() => suspendMember(props.member)}
    >
      {texts().suspend.text(<bdi>{props.member.name}</bdi>)}
    </ConfirmDialog>
  );
}
