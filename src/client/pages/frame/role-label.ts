import { isId } from "../../../shared/id.ts";
import { BUILT_IN_ROLES, isRole } from "../../../shared/permissions.ts";

/** A role in words where an answer does not name it: `"admin"` → `"Admin"`. */
export function roleLabel(role: string): string {
  return isRole(role) ? BUILT_IN_ROLES[role].label : ownRole(role);
}

/** One that the organization made is named by its id. */
function ownRole(role: string): string {
  return isId("role", role) ? "Custom role" : role;
}
