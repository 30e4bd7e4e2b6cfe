import { createSignal } from "solid-js";
import { useOrganization } from "#sdk/solid.ts";
import type { VerbDialogProps } from "#client/session/verbs/dialogs.tsx";
import { ConfirmDialog } from "#client/ui/confirm-dialog.tsx";
import type { MemberThing } from "./member.ts";
import { ReassignProjects } from "./reassign-projects.tsx";
import { texts } from "./texts.ts";
import { useMemberActions } from "./use-member-actions.ts";

export default function RemoveMemberDialog(
  props: VerbDialogProps & { member: MemberThing },
) {
  const { organization } = useOrganization();
  const { removeMember } = useMemberActions();
  const [reassignTo, setReassignTo] = createSignal<string>();
  return (
    <ConfirmDialog
      open={props.open}
      onClose={props.onClose}
      title={texts().remove.title(props.member.name, organization().name)}
      confirmLabel={texts().remove.confirm}
      tone="danger"
      onConfirm={() => removeMember(props.member, reassignTo())}
    >
      <p>{texts().remove.text(<bdi>{props.member.name}</bdi>)}</p>
      <ReassignProjects
        except={[props.member.userId]}
        name={props.member.name}
        value={reassignTo()}
        onChange={setReassignTo}
      />
    </ConfirmDialog>
  );
}
