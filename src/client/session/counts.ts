import { api } from "./api.ts";
import { useOrganization } from "#sdk/solid.ts";

/** The page size of the lists whose rows are counted. Rows on further pages are not counted. */
const LIMIT = 100;

interface Rows {
  readonly isSuccess: boolean;
  readonly data: { items: unknown[]; nextCursor: string | null } | undefined;
}

/**
 * Counts the rows on the first page of a list: `"12"`, or `"100+"` if there are more pages. Undefined while the list
 * is loading.
 */
export function countOf(rows: Rows): string | undefined {
  if (!rows.isSuccess || !rows.data) return undefined;
  const { items, nextCursor } = rows.data;
  return `${items.length}${nextCursor ? "+" : ""}`;
}

export function useMembers() {
  const { slug } = useOrganization();
  return api.members.list.useQuery(() => ({ org: slug(), limit: LIMIT }));
}

/** Reads the pending invitations, including expired ones, because these can be resent. */
export function usePendingInvitations(isNeeded: () => boolean = () => true) {
  const { slug } = useOrganization();
  return api.invitations.list.useQuery(
    () => ({ org: slug(), status: "open", limit: LIMIT }),
    () => ({ enabled: isNeeded() }),
  );
}
