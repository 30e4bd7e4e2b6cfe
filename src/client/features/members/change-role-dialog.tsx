import { createSignal } from "solid-js";
import { useRoles, withHeldRole } from "#client/session/use-roles.ts";
import type { VerbDialogProps } from "#client/session/verbs/dialogs.tsx";
import { Button } from "#client/ui/button.tsx";
import { Dialog } from "#client/ui/dialog.tsx";
import { DialogActions, DialogBody } from "#client/ui/dialog-parts.tsx";
import { Form } from "#client/ui/form.tsx";
import { Select } from "#client/ui/select.tsx";
import type { MemberThing } from "./member.ts";
import { texts } from "./texts.ts";
import { useMemberActions } from "./use-member-actions.ts";

/** Changes a member's role outside the list, which has a select for it in each row. */
export default function ChangeRoleDialog(
  props: VerbDialogProps & { member: MemberThing },
) {
  return (
    <Dialog
      open={props.open}
      onClose={props.onClose}
      title={texts().role.title(props.member.name)}
      size="sm"
    >
      <ChangeRoleForm member={props.member} onClose={props.onClose} />
    </Dialog>
  );
}

function ChangeRoleForm(props: { member: MemberThing; onClose: () => void }) {
  const { changeRole } = useMemberActions();
  const roles = useRoles();
  const [chosen, setChosen] = createSignal<string>();
  const role = () => chosen() ?? props.member.role;
  const options = () => withHeldRole(roles.options(), props.member);
  const submit = () => {
    props.onClose();
    const option = options().find(({ value }) => value === chosen());
    if (option && option.value !== props.member.role)
      void changeRole(props.member, {
        role: option.value,
        roleName: option.label,
      });
  };
  return (
    <Form onSubmit={submit} class="flex min-h-0 flex-col">
      <DialogBody>
        <Select
          label={texts().role.newRole}
          hint={roles.about(role())}
          options={options()}
          value={role()}
          onChange={setChosen}
        />
      </DialogBody>
      <DialogActions>
        <Button onClick={props.onClose}>{texts().role.cancel}</Button>
        <Button type="submit" variant="primary">
          {texts().role.change}
        </Button>
      </DialogActions>
    </Form>
  );
}
