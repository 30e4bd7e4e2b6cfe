import { api } from "#client/session/api.ts";
import { useOrganization } from "#client/session/organization.tsx";

const NAMED = 3;

/** The first admins of the organization, to be asked. */
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
