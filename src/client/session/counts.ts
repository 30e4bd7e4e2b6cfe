import { api } from "./api.ts";
import { useOrganization } from "./organization.tsx";

/** The page size of the lists that are counted. */
const LIMIT = 100;

interface Rows {
  readonly isSuccess: boolean;
  readonly data: { items: unknown[]; nextCursor: string | null } | undefined;
}

/** The number of rows, as far as one page tells: `"12"`, `"100+"`. Undefined while loading. */
export function countOf(rows: Rows): string | undefined {
  if (!rows.isSuccess || !rows.data) return undefined;
  const { items, nextCursor } = rows.data;
  return `${items.length}${nextCursor ? "+" : ""}`;
}

export function useMembers() {
  const { slug } = useOrganization();
  return api.members.list.useQuery(() => ({ org: slug(), limit: LIMIT }));
}

/** Pending invitations, including expired ones, which can be resent. */
export function usePendingInvitations() {
  const { slug } = useOrganization();
  return api.invitations.list.useQuery(() => ({
    org: slug(),
    status: "open",
    limit: LIMIT,
  }));
}

export function useActiveProjects() {
  const { slug } = useOrganization();
  return api.projects.list.useQuery(() => ({
    org: slug(),
    status: "active",
    limit: LIMIT,
  }));
}
