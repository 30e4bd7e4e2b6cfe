import { asc, eq, inArray } from "drizzle-orm";
import type { TenantDb } from "#server/kernel/db/tenant-db";
import { together } from "#server/kernel/db/together";
import { defineQuery } from "#server/kernel/db/tenant-reader";
import { invalidField } from "#server/kernel/errors";
import { memberships } from "#server/core/memberships/table";
import { organizations } from "#server/core/organizations/table";

export const CHOSEN_AT_MOST = 500;

const chosenMembers = defineQuery()((db) =>
  db.from(memberships).where(eq(memberships.keepsSeat, true)),
);

/**
 * Chooses the members who keep their seat when there are more members than seats; one admin always keeps a seat. Users
 * who are no longer members are ignored.
 * @throws DomainError INVALID_INPUT when `userIds` has more users than there are seats
 */
export async function chooseSeats(
  db: TenantDb,
  userIds: readonly string[],
): Promise<void> {
  const wanted = new Set(userIds);
  const [{ seats }, before, named] = await together([
    db.readRoot(organizations),
    db.all(chosenMembers, {}),
    wanted.size === 0
      ? []
      : db
          .from(memberships)
          .where(inArray(memberships.userId, [...wanted]))
          .orderBy(asc(memberships.id)),
  ]);
  if (seats !== null && wanted.size > seats)
    throw invalidField("userIds", "SEATS_EXCEEDED", { seats: seats });
  for (const member of before)
    if (!wanted.has(member.userId))
      db.update(memberships, member, { keepsSeat: false });
  for (const member of named)
    if (!member.keepsSeat) db.update(memberships, member, { keepsSeat: true });
}
