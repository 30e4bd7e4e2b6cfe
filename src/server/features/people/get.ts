import { eq, sql } from "drizzle-orm";
import type { Caller } from "#server/core/caller";
import { memberships } from "#server/core/memberships/table";
import type { TenantDb } from "#server/kernel/db/tenant-db";
import { defineQuery } from "#server/kernel/db/tenant-reader";
import { together } from "#server/kernel/db/together";
import { DomainError } from "#server/kernel/errors";
import { viewerOf } from "./filter";
import { findMemberRow, toPerson } from "./member-rows";
import type { JoinedBy, Person, PersonDetails } from "./schemas";

const BY_ACTION: Record<string, JoinedBy> = {
  "organizations.create": "creation",
  "invitations.accept": "invitation",
  "invitations.acceptReceived": "invitation",
  "links.join": "link",
  "domains.join": "domain",
  // A new user joins the organization that owns the domain of their email address.
  "auth.verifyEmail": "domain",
  "auth.choosePassword": "domain",
  "linkedAccounts.complete": "domain",
};

// The event that added the membership happened in the same moment, so the index by time finds it.
const joiningAction = defineQuery<{ userId: string }>()((db, value) =>
  db
    .select(memberships, {
      action: sql<string | null>`(
        select e.action from audit_log as e
        where e.org_id = memberships.org_id and e.at = memberships.joined_at and exists (
          select 1 from json_each(e.changes) as added
          where added.value ->> 'table' = 'memberships' and added.value ->> 'id' = memberships.id)
        limit 1)`,
    })
    .where(eq(memberships.userId, value("userId"))),
);

/**
 * Reads what is known about a member. How they joined is known as long as the audit log has the event, or the
 * invitation exists.
 * @throws DomainError NOT_FOUND
 */
export async function getPerson(
  db: TenantDb,
  caller: Pick<Caller, "grants">,
  userId: string,
): Promise<PersonDetails> {
  const [row, [joining]] = await together([
    findMemberRow(db, userId),
    db.all(joiningAction, { userId }),
  ]);
  if (!row) throw new DomainError("NOT_FOUND");
  const person = toPerson(row, viewerOf(caller));
  const joinedBy = wayOf(joining?.action ?? null, person);
  // A member who came back another way has an invitation of the first time.
  const invitedBy = joinedBy === "invitation" ? person.invitedBy : null;
  return { ...person, joinedBy, invitedBy };
}

function wayOf(
  action: string | null,
  { invitedBy }: Pick<Person, "invitedBy">,
): JoinedBy | null {
  const known = action === null ? undefined : BY_ACTION[action];
  return known ?? (invitedBy ? "invitation" : null);
}
