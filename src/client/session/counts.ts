import { api } from "./api.ts";
import { useOrganization } from "./organization.tsx";

/** The most rows a list gives at once. */
const LIMIT = 100;

interface Rows {
  readonly isSuccess: boolean;
  readonly data: { items: unknown[]; nextCursor: string | null } | undefined;
}

/** How many there are, as far as one page of the list tells: `"12"`, `"100+"`; nothing while it is read. */
export function countOf(rows: Rows): string | undefined {
  if (!rows.isSuccess || !rows.data) return undefined;
  const { items, nextCursor } = rows.data;
  return `${items.length}${nextCursor ? "+" : ""}`;
}

export function useMembers() {
  const { slug } = useOrganization();
  return api.members.list.useQuery(() => ({ org: slug(), limit: LIMIT }));
}

/** Invitations that wait for an answer, the expired ones too: they can be sent again. */
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
