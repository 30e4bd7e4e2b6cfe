import { eq } from "drizzle-orm";
import { users } from "#server/core/users/table";
import type { TenantDb } from "#server/kernel/db/tenant-db";
import { defineQuery } from "#server/kernel/db/tenant-reader";
import { DomainError } from "#server/kernel/errors";
import type { Bucket } from "#server/kernel/rate-limits/buckets";
import type { Limits } from "#server/kernel/rate-limits/rate-limits";
import { memberships } from "#server/core/memberships/table";

const NEW_ACCOUNT_MS = 7 * 24 * 60 * 60 * 1000;

const userOfMember = defineQuery<{ userId: string }>()((db, value) =>
  db
    .join(memberships, users, eq(users.id, memberships.userId), {
      createdAt: users.createdAt,
    })
    .where(eq(memberships.userId, value("userId"))),
);

/** The user who answers for invitations, with the time when the account was created; undefined for no member. */
export interface Sender {
  userId: string;
  createdAt: number | undefined;
}

export async function readSender(
  db: TenantDb,
  userId: string,
): Promise<Sender> {
  const [user] = await db.all(userOfMember, { userId });
  return { userId, createdAt: user?.createdAt };
}

/**
 * Counts the invitations that a user sends in all organizations. Otherwise a user with many organizations could send
 * unlimited mail.
 * @throws DomainError RATE_LIMITED
 */
export async function countForUser(
  db: TenantDb,
  limits: Limits,
  { userId, createdAt }: Sender,
  invitations: number,
): Promise<void> {
  if (invitations === 0) return;
  const age = db.now - (createdAt ?? db.now);
  const isNew = age < NEW_ACCOUNT_MS;
  const bucket = isNew ? "invitationPerNewUser" : "invitationPerUser";
  giveBackUnlessStored(db, limits, bucket, userId, invitations);
  try {
    await limits.consume(bucket, userId, invitations);
  } catch (error) {
    throw error instanceof DomainError ? tooMany(isNew, error) : error;
  }
}

/**
 * Counts one more invitation of this organization to an email address.
 * @returns whether the invitation is within the limit
 */
export async function countForRecipient(
  db: TenantDb,
  limits: Limits,
  email: string,
): Promise<boolean> {
  const key = `${db.orgId} ${email}`;
  const isWithin = await limits.tryConsume("invitationPerRecipient", key);
  if (isWithin) giveBackUnlessStored(db, limits, "invitationPerRecipient", key);
  return isWithin;
}

/**
 * Counts one more invitation to an email address, together with the invitations of all other organizations.
 * @returns whether the mail of the invitation can be sent
 */
export async function countForAddress(
  db: TenantDb,
  limits: Limits,
  email: string,
): Promise<boolean> {
  const isWithin = await limits.tryConsume("invitationPerAddress", email);
  if (isWithin) giveBackUnlessStored(db, limits, "invitationPerAddress", email);
  return isWithin;
}

export function tooManyForRecipient(): DomainError {
  return new DomainError(
    "RATE_LIMITED",
    { limit: "invitationsToAddress", perHour: 3 },
    { retryAfter: 60 * 60 },
  );
}

function giveBackUnlessStored(
  db: TenantDb,
  limits: Limits,
  bucket: Bucket,
  key: string,
  units = 1,
): void {
  db.onRollback(() => void limits.giveBack(bucket, key, units));
}

function tooMany(isNew: boolean, { details }: DomainError): DomainError {
  return new DomainError(
    "RATE_LIMITED",
    isNew
      ? { limit: "invitationsOfNewAccount", perDay: 25, days: 7 }
      : { limit: "invitationsOfAccount", perDay: 100 },
    details,
  );
}
