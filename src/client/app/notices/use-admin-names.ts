import { api } from "#client/session/api.ts";
import { useOrganization } from "#client/session/organization.tsx";

const NAMED = 3;

/** The names of the first admins of the organization. */
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
