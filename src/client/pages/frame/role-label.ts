import { BUILT_IN_ROLES, isRole } from "../../../shared/permissions.ts";

/** A role in words: `"admin"` → `"Admin"`. */
export function roleLabel(role: string): string {
  return isRole(role) ? BUILT_IN_ROLES[role].label : role;
}
