import { createSignal } from "solid-js";
import type { Role } from "./role.ts";

/** What the role form does: create a role, optionally as a copy, or edit a role. */
export type Editing =
  { kind: "new"; copyOf?: Role } | { kind: "edit"; role: Role };

export function useRoleDialogs() {
  const [editing, edit] = createSignal<Editing>();
  const [deleting, remove] = createSignal<Role>();
  return {
    editing,
    edit: (what: Editing) => void edit(what),
    close: () => void edit(undefined),
    deleting,
    remove: (role: Role) => void remove(role),
    closeDeleting: () => void remove(undefined),
  };
}

export type RoleDialogs = ReturnType<typeof useRoleDialogs>;
