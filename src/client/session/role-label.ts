import { isId } from "#shared/id.ts";
import { isRole } from "#shared/permissions.ts";
import { texts } from "./texts.ts";

/** A role in words where an answer does not name it: `"admin"` → `"Admin"`. */
export function roleLabel(role: string): string {
  return isRole(role) ? texts().roleLabel[role] : ownRole(role);
}

/** A role as an answer names it, in the reader's language where it is a built-in one. */
export function roleNameOf({
  role,
  roleName,
}: {
  role: string;
  roleName: string;
}): string {
  return isRole(role) ? texts().roleLabel[role] : roleName;
}

/** One that the organization made is named by its id. */
function ownRole(role: string): string {
  return isId("role", role) ? texts().roleLabel.customRole : role;
}
