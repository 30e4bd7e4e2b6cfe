import { api } from "#client/session/api.ts";
import { useOrganization } from "#client/session/organization.tsx";
import { texts } from "#client/layout/settings/texts.ts";

/** Why the last admin stays; the server holds it, this says it beforehand. */
export function lastAdminReason(): string {
  return texts().lastAdmin;
}

/** Tells whether a member is the only admin left. */
export function useLastAdmin() {
  const { slug } = useOrganization();
  const admins = api.members.list.useQuery(() => ({
    org: slug(),
    role: "admin",
    // A suspended one is none.
    status: "active",
    limit: 2,
  }));
  return (userId: string): boolean => {
    if (!admins.isSuccess) return false;
    const [first, second] = admins.data.items;
    return first?.userId === userId && second === undefined;
  };
}
