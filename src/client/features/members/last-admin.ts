import { api } from "#client/session/api.ts";
import { useOrganization } from "#sdk/solid.ts";
import { texts } from "./texts.ts";

/** Returns why the last admin cannot leave, be removed or be suspended. The server enforces the same rule. */
export function lastAdminReason(): string {
  return texts().lastAdmin;
}

/** Returns whether a user is the organization's only active admin. */
export function useLastAdmin() {
  const { slug } = useOrganization();
  const admins = api.members.list.useQuery(() => ({
    org: slug(),
    role: "admin",
    status: "active",
    limit: 2,
  }));
  return (userId: string): boolean => {
    if (!admins.isSuccess) return false;
    const [first, second] = admins.data.items;
    return first?.userId === userId && second === undefined;
  };
}
