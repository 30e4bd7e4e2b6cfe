import { and, asc, eq, gt, isNotNull, isNull } from "drizzle-orm";
import { users } from "#server/core/users/table";
import type { TenantDb } from "#server/kernel/db/tenant-db";
import { defineQuery } from "#server/kernel/db/tenant-reader";
import { toPage } from "#server/kernel/inputs";
import { memberships } from "#server/core/memberships/table";
import { matchesWords, type Patterns, patternsOf } from "./search";
import { memberFields } from "./service";
import { toMembership } from "./schemas";

/** `frozen` means that the member is read-only, because the organization has more members than seats. */
export const MEMBER_STATUSES = ["active", "suspended", "frozen"] as const;
type MemberStatus = (typeof MEMBER_STATUSES)[number];

/** `q` is a part of the member's name or email address, in upper or lower case. */
export interface MemberFilter {
  q?: string | undefined;
  role?: string | undefined;
  status?: MemberStatus | undefined;
}

interface Filters {
  role: boolean;
  words: boolean;
  status: MemberStatus | undefined;
}

const STATUS_CONDITIONS = {
  active: isNull(memberships.suspendedAt),
  suspended: isNotNull(memberships.suspendedAt),
  frozen: eq(memberships.isFrozen, true),
};

// Each combination of filters has its own query, which is prepared at its first use. In one query for all combinations,
// SQLite could not use an index for a condition that a parameter switches off.
const queries = new Map<string, ReturnType<typeof query>>();

/** Lists members, oldest first. */
export async function listMembers(
  db: TenantDb,
  { q = "", role, status }: MemberFilter,
  { limit, cursor }: { limit: number; cursor?: string | undefined },
) {
  const words = q.trim();
  const filters = { role: role !== undefined, words: words !== "", status };
  const rows = await db.all(queryFor(filters), {
    cursor: cursor ?? "",
    limit: limit + 1,
    role: role ?? null,
    ...patternsOf(words),
  });
  return toPage(rows, limit, (row) => row.id, toMembership);
}

function queryFor(filters: Filters) {
  const key = JSON.stringify(filters);
  let known = queries.get(key);
  if (!known) queries.set(key, (known = query(filters)));
  return known;
}

// The list does not show these two columns, and each column of a page costs time.
const { orgId: _, customPermissions: __, ...shownFields } = memberFields;

function query(filters: Filters) {
  return defineQuery<
    Patterns & { cursor: string; limit: number; role: string | null }
  >()((db, value) =>
    db
      .join(memberships, users, eq(users.id, memberships.userId), shownFields)
      .where(
        and(
          gt(memberships.id, value("cursor")),
          filters.role ? eq(memberships.role, value("role")) : undefined,
          filters.status && STATUS_CONDITIONS[filters.status],
          filters.words ? matchesWords(users, value) : undefined,
        ),
      )
      .orderBy(asc(memberships.id))
      .limit(value("limit")),
  );
}
