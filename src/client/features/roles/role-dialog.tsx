import { Match, Switch } from "solid-js";
import { useOrganization } from "#sdk/solid.ts";
import { api } from "#client/session/api.ts";
import type { VerbDialogProps } from "#client/session/verbs/dialogs.tsx";
import { Dialog } from "#client/ui/dialog.tsx";
import { EditRoleForm } from "./edit-role-form.tsx";
import { NewRoleForm } from "./new-role-form.tsx";
import type { Role } from "./role.ts";
import { texts } from "./texts.ts";

export interface RoleDialogProps extends VerbDialogProps {
  /** Whether the dialog creates a role, optionally as a copy, or edits a role. */
  editing: { kind: "new"; copyOf?: Role } | { kind: "edit"; role: Role };
}

export default function RoleDialog(props: RoleDialogProps) {
  const { slug } = useOrganization();
  const roles = api.roles.list.useQuery(() => ({ org: slug() }));
  const edited = () =>
    props.editing.kind === "edit" ? props.editing.role : undefined;
  const copyOf = () =>
    props.editing.kind === "new" ? props.editing.copyOf : undefined;
  /** The current state of the edited role, because another user can change the role while the form is open. */
  const latest = () => {
    const role = edited();
    const listed = roles.isSuccess ? roles.data.items : [];
    return role && (listed.find(({ id }) => id === role.id) ?? role);
  };
  const title = () => {
    const role = edited();
    return role ? texts().form.editTitle(role.name) : texts().form.newTitle;
  };
  return (
    <Dialog open={props.open} onClose={props.onClose} title={title()} size="lg">
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
