import { api } from "#client/session/api.ts";
import { useOrganization } from "#sdk/solid.ts";

const NAMED = 3;

/** Returns the names of up to three admins of the organization, for members who need to ask an admin. */
export function useAdminNames(): () => string[] {
  const { slug } = useOrganization();
  const admins = api.members.list.useQuery(() => ({
    org: slug(),
    role: "admin",
    limit: NAMED,
  }));
  return () =>
    admins.isSuccess ? admins.data.items.map(({ name }) => name) : [];
}
