import { useOrganization } from "#sdk/solid.ts";
import { useRoles } from "#client/session/use-roles.ts";
import type { MemberThing } from "../member.ts";

/** Why a bulk action skips a member. The server decides by the same rules. */
export type SkipReason = "YOURSELF" | "PERMISSION_DENIED";

/** Returns a function that says why a bulk action would skip a member; undefined if it would not. */
export function useSkipReason() {
  const { user, can } = useOrganization();
  const roles = useRoles();
  // A user who cannot read the roles does not know the custom ones, so the server decides about them.
  const isAbove = (role: string) =>
    (can("role:read") || role === "admin") && !roles.canAssign(role);
  return (member: MemberThing): SkipReason | undefined => {
    if (member.userId === user().id) return "YOURSELF";
    return isAbove(member.role) ? "PERMISSION_DENIED" : undefined;
  };
}
