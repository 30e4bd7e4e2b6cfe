import { and, asc, count, eq, gt, isNull, not, sql } from "drizzle-orm";
import { users } from "#server/core/users/table";
import { type Caller, requireSession } from "#server/core/caller";
import { hasSecondFactorSql } from "#server/core/users/second-factors";
import type { TenantDb } from "#server/kernel/db/tenant-db";
import { together } from "#server/kernel/db/together";
import { defineQuery } from "#server/kernel/db/tenant-reader";
import { DomainError } from "#server/kernel/errors";
import { iso, toPage } from "#server/kernel/inputs";
import type { Limits } from "#server/kernel/rate-limits/rate-limits";
import { twoFactorRequiredMail } from "./mail";
import { memberships } from "#server/core/memberships/table";
import { memberFields } from "#server/features/members/service";
import { toMembership } from "#server/features/members/schemas";
import { momentOfChange, stale } from "#server/kernel/audit/unchanged";
import { organizations } from "#server/core/organizations/table";
import type { TwoFactorPolicy } from "./schemas";

const DAY_MS = 24 * 60 * 60 * 1000;

/**
 * The largest number of members who are notified by mail: each mail makes the batch longer, and mail servers block
 * large bursts. All members see a notice on the pages of the organization.
 */
export const MAX_MAILED = 200;

/** The policy ignores suspended members, because they have no access anyway. */
const hasAccess = isNull(memberships.suspendedAt);
const lacksSecondFactor = not(hasSecondFactorSql(memberships.userId));

const twoFactorCounts = defineQuery<{ caller: string }>()((db, value) =>
  db
    .select(memberships, {
      members: count(),
      lacking: sql<number>`sum(${lacksSecondFactor})`,
      callerHolds: hasSecondFactorSql(value("caller")),
    })
    .where(hasAccess),
);

const lackingByAge = defineQuery<{ cursor: string; limit: number }>()(
  (db, value) =>
    db
      .join(memberships, users, eq(users.id, memberships.userId), memberFields)
      .where(
        and(gt(memberships.id, value("cursor")), hasAccess, lacksSecondFactor),
      )
      .orderBy(asc(memberships.id))
      .limit(value("limit")),
);

export async function readPolicy(
  db: TenantDb,
  caller: string,
  twoFactorRequiredFrom: number | null,
): Promise<TwoFactorPolicy> {
  return policyOf(db, await readCounts(db, caller), twoFactorRequiredFrom);
}

async function readCounts(db: TenantDb, caller: string) {
  const [row] = await db.all(twoFactorCounts, { caller });
  return row;
}

function policyOf(
  db: TenantDb,
  row: Awaited<ReturnType<typeof readCounts>>,
  twoFactorRequiredFrom: number | null,
): TwoFactorPolicy {
  return {
    required: twoFactorRequiredFrom !== null,
    from: twoFactorRequiredFrom === null ? null : iso(twoFactorRequiredFrom),
    isInForce: isInForce(twoFactorRequiredFrom, db.now),
    members: row?.members ?? 0,
    lacking: row?.lacking ?? 0,
    callerHolds: row?.callerHolds === 1,
  };
}

/** Lists members without two-factor authentication, oldest first. */
export async function listMembersWithoutTwoFactor(
  db: TenantDb,
  { limit, cursor = "" }: { limit: number; cursor?: string },
) {
  const rows = await db.all(lackingByAge, { cursor, limit: limit + 1 });
  return toPage(rows, limit, (row) => row.id, toMembership);
}

/**
 * Requires two-factor authentication from `graceDays` days from now on, or ends the requirement. If members lose access
 * earlier than they knew, they are notified by mail.
 * @throws DomainError SECOND_FACTOR_REQUIRED when the caller has not set up two-factor authentication
 */
export async function setTwoFactorPolicy(
  db: TenantDb,
  caller: Caller,
  limits: Limits,
  { required, graceDays }: { required: boolean; graceDays: number },
) {
  const { user } = requireSession(caller);
  const [before, counts] = await together([
    db.readRoot(organizations),
    readCounts(db, user.id),
  ]);
  const from = required
    ? startDateOf(before.twoFactorRequiredFrom, graceDays, db.now)
    : null;
  const policy = policyOf(db, counts, from);
  if (required) guardSecondFactor(db, user.id, policy);
  if (from === before.twoFactorRequiredFrom) return { ...policy, mailed: 0 };
  const updatedAt = momentOfChange(db.now, before);
  const changes = { twoFactorRequiredFrom: from, updatedAt };
  db.updateRoot(organizations, before, changes, stale);
  const isSooner =
    from !== null && from < (before.twoFactorRequiredFrom ?? Infinity);
  return {
    ...policy,
    mailed: isSooner ? await notifyMembers(db, caller, limits, from) : 0,
  };
}

/**
 * Returns the date from which two-factor authentication is required. If it is required already and `graceDays` is 0,
 * the date does not change.
 */
function startDateOf(before: number | null, graceDays: number, now: number) {
  if (isInForce(before, now) && graceDays === 0) return before;
  return now + graceDays * DAY_MS;
}

function isInForce(from: number | null, now: number): from is number {
  return from !== null && from <= now;
}

// Requires that the caller uses two-factor authentication. Otherwise an attacker with an admin's password could set the
// policy, and an admin could lock themselves out.
function guardSecondFactor(
  db: TenantDb,
  userId: string,
  { callerHolds }: TwoFactorPolicy,
): void {
  if (!callerHolds) throw twoFactorMissing();
  db.guard(hasSecondFactorSql(sql`${userId}`), twoFactorMissing);
}

function twoFactorMissing(): DomainError {
  return new DomainError("SECOND_FACTOR_REQUIRED", { ownFirst: true });
}

/** @returns the number of mails; 0 when the organization has sent too many announcements within the hour */
async function notifyMembers(
  db: TenantDb,
  { organization, post, links }: Caller,
  limits: Limits,
  from: number,
): Promise<number> {
  if ((await limits.waitFor("announcement", organization.id)) > 0) return 0;
  const members = await db.all(lackingByAge, {
    cursor: "",
    limit: MAX_MAILED,
  });
  const mail = {
    organization: organization.name,
    link: links.twoFactor(),
    from,
    now: db.now,
  };
  for (const { email } of members)
    await post(twoFactorRequiredMail({ to: email, ...mail }), {
      kind: "two-factor",
      orgId: db.orgId,
    });
  return members.length;
}
