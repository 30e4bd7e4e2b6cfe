import { eq, or, type SQL, type SQLWrapper, sql } from "drizzle-orm";
import { newId } from "#shared/id";
import type { TenantDb } from "#server/kernel/db/tenant-db";
import { defineQuery } from "#server/kernel/db/tenant-reader";
import type { UnitOfWork } from "#server/kernel/db/unit-of-work";
import { conflictRetry, type DomainError } from "#server/kernel/errors";
import { formerMembers } from "#server/core/memberships/table";

/**
 * The values by which an organization recognizes a former member: the id of the account, and the hash of the email
 * address from `hashAddress`.
 */
export interface MemberIdentity {
  userId: string;
  addressHash: string;
}

type FormerMember = typeof formerMembers.$inferSelect;

const formerByIdentity = defineQuery<{ userId: string; addressHash: string }>()(
  (db, value) =>
    db
      .from(formerMembers)
      .where(
        or(
          eq(formerMembers.userId, value("userId")),
          eq(formerMembers.addressHash, value("addressHash")),
        ),
      ),
);

const formerByUser = defineQuery<{ userId: string }>()((db, value) =>
  db
    .select(formerMembers, { id: formerMembers.id })
    .where(eq(formerMembers.userId, value("userId"))),
);

/** Whether the organization has recorded this account as a former member. */
export async function isRecorded(
  db: TenantDb,
  userId: string,
): Promise<boolean> {
  return (await db.all(formerByUser, { userId })).length > 0;
}

/** Records a former member, so that the user cannot join again by an invitation link or an email domain. */
export function recordFormerMember(
  db: TenantDb,
  { userId, addressHash }: MemberIdentity,
): void {
  db.insert(
    formerMembers,
    { id: newId("formerMember"), userId, addressHash, removedAt: db.now },
    conflict,
  );
}

/**
 * Whether the organization has recorded this account, or an account with this email address, as a former member. Such a
 * user can join only by an invitation.
 */
export async function isFormerMember(
  db: TenantDb,
  person: MemberIdentity,
): Promise<boolean> {
  return (await findFormer(db, person)).length > 0;
}

/** Finds the records of this account, or of an account with this email address, as a former member. */
export function findFormer(
  db: TenantDb,
  person: MemberIdentity,
): Promise<FormerMember[]> {
  return db.all(formerByIdentity, { ...person });
}

/** SQL condition with the same result as `isFormerMember`. */
export function formerMemberSql(
  orgId: SQLWrapper | string,
  { userId, addressHash }: MemberIdentity,
): SQL {
  return sql`exists (select 1 from former_members as former
    where former.org_id = ${orgId} and (former.user_id = ${userId} or former.address_hash = ${addressHash}))`;
}

/**
 * Deletes the record of a former member who has accepted an invitation, so that the user can be a member again.
 * @param records from `findFormer`
 */
export function forgetFormerMember(
  db: TenantDb,
  userId: string,
  records: readonly FormerMember[],
): void {
  for (const row of records)
    if (row.userId === null || row.userId === userId)
      db.remove(formerMembers, row, conflict);
    // Another account had this email address before. That account stays a former member.
    else db.update(formerMembers, row, { addressHash: null }, conflict);
}

/**
 * Records the email address that a user gives up, in every organization that removed or suspended the user. Otherwise
 * the user could change the email address, or delete the account, and join again by the domain with a new account.
 */
export function recordFormerAddress(
  work: UnitOfWork,
  { userId, addressHash }: MemberIdentity,
): void {
  work.write({
    sql: "update former_members set address_hash = ? where user_id = ? and address_hash is null",
    args: [addressHash, userId],
  });
  const sources = [
    "former_members as source where source.user_id = ?",
    "memberships as source where source.user_id = ? and source.suspended_at is not null",
  ];
  for (const source of sources)
    work.write({
      sql: `insert into former_members (org_id, id, user_id, address_hash, removed_at)
        select source.org_id, ?, null, ?, ? from ${source} and not exists (
          select 1 from former_members as known where known.org_id = source.org_id and known.address_hash = ?)`,
      args: [newId("formerMember"), addressHash, work.now, userId, addressHash],
    });
}

function conflict(): DomainError {
  return conflictRetry("STALE");
}
