import { Match, Switch } from "solid-js";
import { Dialog } from "#client/ui/dialog.tsx";
import { EditRole } from "./edit-role.tsx";
import { NewRole } from "./new-role.tsx";
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
  const like = () =>
    props.editing.kind === "new" ? props.editing.like : undefined;
  /** As it is now: others may change it while it is edited. */
  const latest = () => {
    const role = edited();
    return role && (props.roles.find(({ id }) => id === role.id) ?? role);
  };
  const title = () => {
    const role = edited();
    return role ? texts().form.edit(role.name) : texts().form.make;
  };
  return (
    <Dialog open onClose={props.onClose} title={title()} size="lg">
      <Switch fallback={<NewRole like={like()} onClose={props.onClose} />}>
        <Match when={latest()}>
          {(role) => <EditRole role={role()} onClose={props.onClose} />}
        </Match>
      </Switch>
    </Dialog>
  );
}
