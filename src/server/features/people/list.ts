import type { Caller } from "#server/core/caller";
import type { TenantDb } from "#server/kernel/db/tenant-db";
import { together } from "#server/kernel/db/together";
import { toPage } from "#server/kernel/inputs";
import {
  type PeopleFilter,
  requireVisible,
  type Viewer,
  viewerOf,
} from "./filter";
import { readInvitationRows } from "./invitation-rows";
import { readMemberRows } from "./member-rows";
import { comparePlaces, cursorOf, placeOf } from "./place";
import type { PersonRow, Window } from "./rows";

/** Lists the members and invitations of an organization. */
export async function listPeople(
  db: TenantDb,
  caller: Pick<Caller, "grants">,
  filter: PeopleFilter,
  { limit, cursor }: { limit: number; cursor?: string | undefined },
) {
  const viewer = viewerOf(caller);
  requireVisible(viewer, filter);
  const after = cursor === undefined ? undefined : placeOf(filter, cursor);
  const rows = await readRows(db, viewer, filter, { limit: limit + 1, after });
  return toPage(
    rows,
    limit,
    (row) => cursorOf(filter, row),
    ({ person }) => person,
  );
}

/**
 * Reads a part of the sorted list. Each kind of people is read with its own query, which reads at most as many rows as
 * are needed if there are no others.
 */
export async function readRows(
  db: TenantDb,
  viewer: Viewer,
  filter: PeopleFilter,
  window: Window,
): Promise<PersonRow[]> {
  const kinds = await together([
    filter.kind === "invitation"
      ? []
      : readMemberRows(db, viewer, filter, window),
    filter.kind === "member"
      ? []
      : readInvitationRows(db, viewer, filter, window),
  ]);
  return kinds
    .flat()
    .toSorted((a, b) => comparePlaces(filter.order, a, b))
    .slice(0, window.limit);
}
