import { Match, Switch } from "solid-js";
import { Dialog } from "#client/ui/dialog.tsx";
import { EditRoleForm } from "./edit-role-form.tsx";
import { NewRoleForm } from "./new-role-form.tsx";
import type { Role } from "./role.ts";
import { texts } from "./texts.ts";
import type { Editing } from "./use-role-dialogs.ts";

export function RoleDialog(props: {
  editing: Editing;
  roles: readonly Role[];
  onClose: () => void;
}) {
  const edited = () =>
    props.editing.kind === "edit" ? props.editing.role : undefined;
  const copyOf = () =>
    props.editing.kind === "new" ? props.editing.copyOf : undefined;
  /** The current state of the edited role, because another user can change the role while the form is open. */
  const latest = () => {
    const role = edited();
    return role && (props.roles.find(({ id }) => id === role.id) ?? role);
  };
  const title = () => {
    const role = edited();
    return role ? texts().form.editTitle(role.name) : texts().form.newTitle;
  };
  return (
    <Dialog open onClose={props.onClose} title={title()} size="lg">
      <Switch
        fallback={<NewRoleForm copyOf={copyOf()} onClose={props.onClose} />}
      >
        <Match when={latest()}>
          {(role) => <EditRoleForm role={role()} onClose={props.onClose} />}
        </Match>
      </Switch>
    </Dialog>
  );
}
