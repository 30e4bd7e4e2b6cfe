import { can } from "#shared/permissions";
import type { Caller } from "#server/core/caller";
import { type CsvColumn, csvHeader, csvRow } from "#server/kernel/csv";
import { yieldToRequests } from "#server/kernel/db/portions";
import type { TenantDb } from "#server/kernel/db/tenant-db";
import { permissionDenied } from "#server/kernel/errors";
import { type PeopleFilter, requireVisible, viewerOf } from "./filter";
import { readRows } from "./list";
import type { Place } from "./place";
import type { Person } from "./schemas";

const CHUNK = 500;

const COLUMNS: readonly CsvColumn<Person>[] = [
  { name: "kind", value: ({ kind }) => kind },
  { name: "id", value: ({ id }) => id },
  { name: "name", value: ({ name }) => name, isUserText: true },
  { name: "email", value: ({ email }) => email, isUserText: true },
  { name: "role", value: ({ roleName }) => roleName, isUserText: true },
  { name: "status", value: ({ status }) => status },
  { name: "joined_at", value: ({ joinedAt }) => joinedAt },
  { name: "invited_at", value: ({ invitedAt }) => invitedAt },
  { name: "expires_at", value: ({ expiresAt }) => expiresAt },
  {
    name: "invited_by",
    value: ({ invitedBy }) => invitedBy?.name,
    isUserText: true,
  },
  { name: "last_active_at", value: ({ lastActiveAt }) => lastActiveAt },
  { name: "two_factor", value: ({ hasTwoFactor }) => hasTwoFactor },
  { name: "projects", value: ({ projects }) => projects },
];

/**
 * Reads the people that a filter selects, in portions, so that a large organization does not fill the memory.
 * @returns the lines of a CSV file; the first one has the names of the columns
 */
export function exportPeople(
  db: TenantDb,
  caller: Pick<Caller, "grants" | "currentGrants">,
  filter: PeopleFilter,
): AsyncGenerator<string> {
  requireVisible(viewerOf(caller), filter);
  return linesOf(db, caller, filter);
}

async function* linesOf(
  db: TenantDb,
  { grants, currentGrants }: Pick<Caller, "grants" | "currentGrants">,
  filter: PeopleFilter,
): AsyncGenerator<string> {
  yield csvHeader(COLUMNS);
  const viewer = viewerOf({ grants });
  for (let after: Place | undefined; ;) {
    await yieldToRequests();
    // A download can take long, and the caller can lose the permission during that time.
    if (after && !can((await currentGrants()) ?? new Set(), "member:update"))
      throw permissionDenied(["member:update"]);
    const rows = await readRows(db, viewer, filter, { limit: CHUNK, after });
    for (const { person } of rows) yield csvRow(COLUMNS, person);
    after = rows.at(-1);
    if (rows.length < CHUNK) return;
  }
}
