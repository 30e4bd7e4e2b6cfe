import { desc, eq } from "drizzle-orm";
import type { Database } from "#server/kernel/db/client";
import { iso } from "#server/kernel/inputs";
import { knownDevices } from "../devices/table";
import { identities } from "../linked-accounts/table";
import { passkeys } from "#server/core/users/passkeys-table";
import { users } from "#server/core/users/table";
import { sessions } from "#server/core/sessions/table";
import { readSecondFactors } from "#server/core/users/second-factors";
import { totpSecrets } from "#server/core/users/two-factor-table";
import { avatars } from "../profile/table";
import { emailChanges } from "../email-change/table";
import type { AccountExport } from "./schemas";

type PersonalRecords = Omit<
  AccountExport,
  | "exportedAt"
  | "maxListLength"
  | "memberships"
  | "invitationsReceived"
  | "projects"
  | "favouriteProjects"
  | "apiKeys"
  | "serviceAccounts"
  | "activity"
>;

/** Reads the records of the user that belong to no organization. */
export async function readPersonalRecords(
  db: Database,
  userId: string,
): Promise<PersonalRecords> {
  const [profile, pendingEmail, picture, twoFactor, keys, linked, signedIn] =
    await Promise.all([
      readProfile(db, userId),
      readPendingEmail(db, userId),
      readPicture(db, userId),
      readTwoFactor(db, userId),
      readPasskeys(db, userId),
      readLinkedAccounts(db, userId),
      readSessions(db, userId),
    ]);
  const devices = await readDevices(db, userId);
  return {
    profile,
    pendingEmail,
    picture,
    twoFactor,
    passkeys: keys,
    linkedAccounts: linked,
    sessions: signedIn,
    devices,
  };
}

async function readProfile({ drizzle }: Database, userId: string) {
  const [row] = await drizzle.select().from(users).where(eq(users.id, userId));
  if (!row) throw new Error("The user of the session is missing.");
  const {
    id,
    email,
    name,
    language,
    createdAt,
    passwordHash,
    activeOrgId,
    firstJoinedAt,
  } = row;
  return {
    id,
    email,
    name,
    language,
    createdAt: iso(createdAt),
    hasPassword: passwordHash !== null,
    startsIn: activeOrgId,
    firstJoinedAt: firstJoinedAt === null ? null : iso(firstJoinedAt),
  };
}

async function readPendingEmail({ drizzle }: Database, userId: string) {
  const row = await drizzle
    .select()
    .from(emailChanges)
    .where(eq(emailChanges.userId, userId))
    .orderBy(desc(emailChanges.createdAt))
    .get();
  if (!row) return null;
  const { email, createdAt, expiresAt } = row;
  return { email, createdAt: iso(createdAt), expiresAt: iso(expiresAt) };
}

async function readPicture({ drizzle }: Database, userId: string) {
  const row = await drizzle
    .select()
    .from(avatars)
    .where(eq(avatars.userId, userId))
    .get();
  if (!row) return null;
  return {
    url: `/api/avatars/${row.id}`,
    contentType: "image/webp",
    base64: Buffer.from(row.image).toString("base64"),
    createdAt: iso(row.createdAt),
  };
}

async function readTwoFactor(db: Database, userId: string) {
  const { recoveryCodes } = await readSecondFactors(db, userId);
  const totp = await db.drizzle
    .select({ confirmedAt: totpSecrets.confirmedAt })
    .from(totpSecrets)
    .where(eq(totpSecrets.userId, userId))
    .get();
  return {
    authenticatorAppSince: isoOrNull(totp?.confirmedAt),
    recoveryCodesLeft: recoveryCodes,
  };
}

async function readPasskeys({ drizzle }: Database, userId: string) {
  const rows = await drizzle
    .select()
    .from(passkeys)
    .where(eq(passkeys.userId, userId));
  return rows.map(({ name, isSynced, createdAt, lastUsedAt }) => ({
    name,
    isSynced,
    createdAt: iso(createdAt),
    lastUsedAt: isoOrNull(lastUsedAt),
  }));
}

async function readLinkedAccounts({ drizzle }: Database, userId: string) {
  const rows = await drizzle
    .select()
    .from(identities)
    .where(eq(identities.userId, userId));
  return rows.map(({ provider, subject, label, createdAt, lastUsedAt }) => ({
    provider,
    subject,
    label,
    createdAt: iso(createdAt),
    lastUsedAt: isoOrNull(lastUsedAt),
  }));
}

async function readSessions({ drizzle }: Database, userId: string) {
  const rows = await drizzle
    .select()
    .from(sessions)
    .where(eq(sessions.userId, userId))
    .orderBy(desc(sessions.createdAt));
  return rows.map((row) => ({
    userAgent: row.userAgent,
    address: row.address,
    createdAt: iso(row.createdAt),
    lastSeenAt: iso(Math.max(row.lastSeenAt, row.createdAt)),
    authenticatedAt: iso(row.authenticatedAt),
    expiresAt: iso(Math.min(row.idleExpiresAt, row.absoluteExpiresAt)),
  }));
}

async function readDevices({ drizzle }: Database, userId: string) {
  const rows = await drizzle
    .select()
    .from(knownDevices)
    .where(eq(knownDevices.userId, userId))
    .orderBy(desc(knownDevices.createdAt));
  return rows.map(({ createdAt, lastUsedAt }) => ({
    createdAt: iso(createdAt),
    lastUsedAt: iso(lastUsedAt),
  }));
}

function isoOrNull(moment: number | null | undefined): string | null {
  return moment === null || moment === undefined ? null : iso(moment);
}
