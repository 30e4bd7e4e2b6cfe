import { and, desc, eq, gt, isNull, type SQL, sql } from "drizzle-orm";
import { newId } from "../../../shared/id";
import { missingToGrant, rolesWith } from "../../../shared/permissions";
import { users } from "../../auth/schema";
import { hashToken } from "../../crypto";
import type { Database } from "../../db/client";
import { TenantDb } from "../../db/tenant";
import type { UnitOfWork } from "../../db/unit-of-work";
import { DomainError } from "../../errors";
import { iso } from "../../inputs";
import { memberships } from "../members/schema";
import { findMember } from "../members/service";
import { toMembership } from "../members/shapes";
import { organizations } from "../organizations/schema";
import { invitations } from "./schema";
import { toInvitation } from "./shapes";

/** The invited side: whoever holds the link, or the address, has no organization yet to narrow by. */

interface Person {
  id: string;
  email: string;
  name: string;
  avatarUrl: string | null;
}

const invalid = () => new DomainError("INVITATION_INVALID");
/** Decided on a state that is gone: run again, it finds the new one. */
const overtaken = () =>
  new DomainError("INVITATION_INVALID", undefined, { retry: true });

export async function previewInvitation(
  db: Database,
  token: string,
  now: number,
) {
  const found = requireLive(await findByToken(db, token), now);
  const { invitation, organization, inviterName } = found;
  const account = await db.drizzle
    .select({ id: users.id })
    .from(users)
    .where(eq(users.email, invitation.email))
    .get();
  return {
    organization: shownTo(organization),
    email: invitation.email,
    role: invitation.role,
    invitedBy: inviterName,
    expiresAt: iso(invitation.expiresAt),
    accountExists: account !== undefined,
  };
}

/** The address a live link was mailed to; `undefined` for a link that is not live. */
export async function invitedAddress(db: Database, token: string, now: number) {
  const found = await findByToken(db, token);
  return found && isLive(found, now) ? found.invitation.email : undefined;
}

export async function acceptInvitation(
  db: Database,
  work: UnitOfWork,
  person: Person,
  token: string,
) {
  return accept(db, work, person, await findByToken(db, token));
}

export async function acceptReceived(
  db: Database,
  work: UnitOfWork,
  person: Person,
  id: string,
) {
  return accept(db, work, person, await findReceived(db, person, id));
}

export async function declineInvitation(
  db: Database,
  work: UnitOfWork,
  person: Person,
  token: string,
) {
  return decline(db, work, person, await findByToken(db, token));
}

export async function declineReceived(
  db: Database,
  work: UnitOfWork,
  person: Person,
  id: string,
) {
  return decline(db, work, person, await findReceived(db, person, id));
}

function decline(
  db: Database,
  work: UnitOfWork,
  person: Person,
  candidate: Found | undefined,
) {
  const found = requireLive(candidate, work.now);
  requireAddressee(found, person);
  const tenant = new TenantDb(db.drizzle, work, found.invitation.orgId);
  mustStillBeLive(tenant, found);
  const after = tenant.update(
    invitations,
    found.invitation,
    { status: "declined" },
    overtaken,
  );
  return toInvitation(after, found.inviterName, work.now);
}

/** The live invitations to the person's own address, newest first. */
export async function listReceived(db: Database, person: Person, now: number) {
  const open = and(
    eq(invitations.email, person.email),
    eq(invitations.status, "pending"),
    gt(invitations.expiresAt, now),
  );
  const rows = await findAll(db, open);
  return rows
    .filter((found) => isLive(found, now))
    .map(({ invitation, organization, inviterName }) => ({
      id: invitation.id,
      organization: shownTo(organization),
      role: invitation.role,
      invitedBy: inviterName,
      expiresAt: iso(invitation.expiresAt),
    }));
}

async function accept(
  db: Database,
  work: UnitOfWork,
  person: Person,
  found: Found | undefined,
) {
  if (!found) throw invalid();
  const { organization } = found;
  const tenant = new TenantDb(db.drizzle, work, found.invitation.orgId);
  const member = await findMember(tenant, person.id);
  if (member && found.invitation.acceptedBy === person.id)
    return { ...toMembership(member), organization };
  requireLive(found, work.now);
  requireAddressee(found, person);
  mustStillBeLive(tenant, found);
  const answer = { status: "accepted", acceptedBy: person.id } as const;
  tenant.update(invitations, found.invitation, answer, overtaken);
  // Someone who is a member already keeps their role: a link is not a way to change it.
  if (member) return { ...toMembership(member), organization };
  const membership = tenant.insert(
    memberships,
    {
      id: newId("membership"),
      userId: person.id,
      role: found.invitation.role,
      joinedAt: work.now,
    },
    overtaken,
  );
  return {
    ...toMembership({ ...person, ...membership, userId: person.id }),
    organization,
  };
}

/** What somebody who is not in it yet may know. */
function shownTo({ name, logoUrl }: Found["organization"]) {
  return { name, logoUrl };
}

type Found = NonNullable<Awaited<ReturnType<typeof find>>>;

function findByToken(db: Database, token: string) {
  return find(db, eq(invitations.tokenHash, hashToken(token)));
}

function findReceived(db: Database, { email }: Person, id: string) {
  return find(db, and(eq(invitations.id, id), eq(invitations.email, email)));
}

async function find(db: Database, condition: SQL | undefined) {
  const [row] = await findAll(db, condition);
  return row;
}

function findAll({ drizzle }: Database, condition: SQL | undefined) {
  return drizzle
    .select({
      invitation: invitations,
      organization: {
        id: organizations.id,
        slug: organizations.slug,
        name: organizations.name,
        logoUrl: organizations.logoUrl,
      },
      inviterName: users.name,
      inviterRole: memberships.role,
    })
    .from(invitations)
    .innerJoin(
      organizations,
      and(
        eq(organizations.id, invitations.orgId),
        isNull(organizations.deletedAt),
      ),
    )
    .innerJoin(users, eq(users.id, invitations.invitedBy))
    .leftJoin(
      memberships,
      and(
        eq(memberships.orgId, invitations.orgId),
        eq(memberships.userId, invitations.invitedBy),
      ),
    )
    .where(condition)
    .orderBy(desc(invitations.id))
    .limit(100);
}

/** An invitation dies with its time, its use, and its inviter's right to make it. */
function isLive({ invitation, inviterRole }: Found, now: number): boolean {
  const mayInvite =
    inviterRole !== null &&
    (rolesWith("invitation:create") as string[]).includes(inviterRole) &&
    missingToGrant(inviterRole, invitation.role).length === 0;
  return (
    invitation.status === "pending" && invitation.expiresAt > now && mayInvite
  );
}

function requireLive(found: Found | undefined, now: number): Found {
  if (!found || !isLive(found, now)) throw invalid();
  return found;
}

function requireAddressee({ invitation }: Found, person: Person): void {
  if (invitation.email !== person.email)
    throw new DomainError(
      "WRONG_ACCOUNT",
      `This invitation is for ${invitation.email}; you are signed in as ${person.email}.`,
    );
}

function mustStillBeLive(
  tenant: TenantDb,
  { invitation, inviterRole }: Found,
): void {
  tenant.mustExist(
    invitations,
    and(
      eq(invitations.id, invitation.id),
      eq(invitations.status, "pending"),
      eq(invitations.tokenHash, invitation.tokenHash),
      gt(invitations.expiresAt, tenant.now),
    ),
    overtaken,
  );
  const isThere = and(
    eq(organizations.id, tenant.orgId),
    isNull(organizations.deletedAt),
  );
  tenant.must(
    sql`exists (select 1 from ${organizations} where ${isThere})`,
    overtaken,
  );
  tenant.mustExist(
    memberships,
    and(
      eq(memberships.userId, invitation.invitedBy),
      inviterRole === null ? undefined : eq(memberships.role, inviterRole),
    ),
    overtaken,
  );
}
