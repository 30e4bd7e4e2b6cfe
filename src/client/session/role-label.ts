import { isId } from "#shared/id.ts";
import { isRole } from "#shared/permissions.ts";
import { texts } from "./texts.ts";

/** Returns the name of a role by its id: `"admin"` → `"Admin"`. */
export function roleLabel(role: string): string {
  return isRole(role) ? texts().roleLabel[role] : customRole(role);
}

/** Returns the name of a role in an answer of the server. The names of built-in roles are translated. */
export function roleNameOf({
  role,
  roleName,
}: {
  role: string;
  roleName: string;
}): string {
  return isRole(role) ? texts().roleLabel[role] : roleName;
}

/** Returns a sentence about what a built-in role allows. */
export function roleSummary(role: string): string | undefined {
  return isRole(role) ? texts().roleSummary[role] : undefined;
}

/** Returns a general name for a custom role, because the id of a custom role does not contain its name. */
function customRole(role: string): string {
  return isId("role", role) ? texts().roleLabel.customRole : role;
}
