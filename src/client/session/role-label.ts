import { isId } from "#shared/id.ts";
import { isRole } from "#shared/permissions.ts";
import { texts } from "./texts.ts";

/** The name of a role by its id: `"admin"` → `"Admin"`. */
export function roleLabel(role: string): string {
  return isRole(role) ? texts().roleLabel[role] : customRole(role);
}

/** The name of a role from an answer; a built-in role is translated. */
export function roleNameOf({
  role,
  roleName,
}: {
  role: string;
  roleName: string;
}): string {
  return isRole(role) ? texts().roleLabel[role] : roleName;
}

/** What a built-in role allows, in one sentence. */
export function roleSummary(role: string): string | undefined {
  return isRole(role) ? texts().roleSummary[role] : undefined;
}

/** The id of a custom role does not tell its name. */
function customRole(role: string): string {
  return isId("role", role) ? texts().roleLabel.customRole : role;
}
