import {
  and,
  asc,
  eq,
  gt,
  isNotNull,
  isNull,
  lte,
  type SQL,
  sql,
} from "drizzle-orm";
import { apiKeys } from "#server/core/api-keys/table";
import { firstAdmins } from "#server/core/memberships/first-admins";
import { organizations } from "#server/core/organizations/table";
import { serviceAccounts } from "#server/core/service-accounts/table";
import type { Database } from "#server/kernel/db/client";
import { yieldToRequests } from "#server/kernel/db/portions";
import { TenantDb } from "#server/kernel/db/tenant-db";
import { UnitOfWork } from "#server/kernel/db/unit-of-work";
import { conflictRetry, isRetryable } from "#server/kernel/errors";
import type { Links } from "#server/kernel/mail/links";
import { createPost } from "#server/kernel/mail/post";
import { NOTICE_DAYS } from "./lifetime";
import { expiringKeysMail } from "./mail";
import { addressOf } from "./notice";

const DAY_MS = 24 * 60 * 60 * 1000;
/** How long after its expiry a key still gets a notice, for example after a pause of the server. */
const LATEST_MS = 7 * DAY_MS;
/** The maximum number of keys in one run. The next run continues. */
const MOST_KEYS = 500;

export type NoticeDependencies = Parameters<typeof createPost>[1] & {
  db: Database;
  links: Links;
};

type DueKey = Awaited<ReturnType<typeof findDue>>[number];

/**
 * Mails the owners of API keys, or the stewards of their service accounts, 14 and 3 days before a key expires, and when
 * it has expired. All due keys of one recipient in an organization are in one mail. When several instances run this
 * job, each notice is stored once.
 */
export async function notifyExpiringKeys(
  deps: NoticeDependencies,
  now: number,
  signal?: AbortSignal,
): Promise<void> {
  const due = Map.groupBy(
    await findDue(deps.db, now),
    ({ orgId, userId, stewardId }) => `${orgId} ${userId ?? stewardId}`,
  );
  for (const keys of due.values()) {
    await yieldToRequests();
    if (signal?.aborted) return;
    await notify(deps, keys, now);
  }
}

function findDue({ drizzle }: Database, now: number) {
  return drizzle
    .select({
      orgId: apiKeys.orgId,
      id: apiKeys.id,
      name: apiKeys.name,
      last4: apiKeys.last4,
      expiresAt: apiKeys.expiresAt,
      expiryNoticeDays: apiKeys.expiryNoticeDays,
      userId: apiKeys.userId,
      account: serviceAccounts.name,
      stewardId: serviceAccounts.stewardId,
      organization: organizations.name,
      slug: organizations.slug,
    })
    .from(apiKeys)
    .innerJoin(
      organizations,
      and(eq(organizations.id, apiKeys.orgId), isNull(organizations.deletedAt)),
    )
    .leftJoin(
      serviceAccounts,
      and(
        eq(serviceAccounts.orgId, apiKeys.orgId),
        eq(serviceAccounts.id, apiKeys.serviceAccountId),
      ),
    )
    .where(
      and(
        isNull(apiKeys.revokedAt),
        isNotNull(apiKeys.expiresAt),
        gt(apiKeys.expiresAt, now - LATEST_MS),
        lte(apiKeys.expiresAt, now + NOTICE_DAYS[0] * DAY_MS),
        isDue(now),
      ),
    )
    .orderBy(asc(apiKeys.expiresAt))
    .limit(MOST_KEYS);
}

/** The condition that the owner was not yet notified for the smallest number of days that has come. */
function isDue(now: number): SQL {
  const reached = NOTICE_DAYS.map(
    (days) =>
      sql`(${apiKeys.expiresAt} <= ${now + days * DAY_MS}
        and coalesce(${apiKeys.expiryNoticeDays}, 1000) > ${days})`,
  );
  return sql`(${sql.join(reached, sql` or `)})`;
}

async function notify(
  deps: NoticeDependencies,
  keys: readonly DueKey[],
  now: number,
): Promise<void> {
  const [first] = keys;
  if (!first) return;
  const work = new UnitOfWork(now);
  for (const key of keys) markNotified(work, key, now);
  const tenant = new TenantDb(deps.db.drizzle, work, first.orgId);
  const post = createPost(work, deps);
  try {
    const { role: because, addresses } = await recipientsOf(tenant, first);
    for (const to of addresses) {
      const mail = expiringKeysMail({
        to,
        because,
        keys: keys.map((key) => ({
          ...key,
          account: key.account ?? undefined,
        })),
        now,
        organization: first.organization,
        link: deps.links.apiKeys(first.slug),
      });
      await post(mail, { kind: "api-key-housekeeping", orgId: first.orgId });
    }
    await work.commit(deps.db.client);
  } catch (error) {
    // Another instance has notified the owner, or the key was just rotated or revoked.
    if (!isRetryable(error)) throw error;
  } finally {
    work.settle();
  }
}

/** Stores the notice. It writes no audit event, because nothing changed for the organization. */
function markNotified(
  work: UnitOfWork,
  { orgId, id, expiresAt, expiryNoticeDays }: DueKey,
  now: number,
): void {
  const left = (expiresAt ?? now) - now;
  const days = NOTICE_DAYS.findLast((one) => left <= one * DAY_MS) ?? null;
  work.write({
    sql: `update api_keys set expiry_notice_days = ? where org_id = ? and id = ?
      and revoked_at is null and expires_at is ? and expiry_notice_days is ?`,
    args: [days, orgId, id, expiresAt, expiryNoticeDays],
  });
  work.guardRowChanged(conflictRetry);
}

/** Returns who gets the mail: the admins also for a service account whose steward is suspended. */
async function recipientsOf(
  tenant: TenantDb,
  { userId, stewardId }: DueKey,
): Promise<{ role: "owner" | "steward" | "admin"; addresses: string[] }> {
  const owner = userId ?? stewardId;
  const address = owner === null ? undefined : await addressOf(tenant, owner);
  const role = userId === null ? "steward" : "owner";
  if (address !== undefined) return { role, addresses: [address] };
  if (userId !== null) return { role, addresses: [] };
  const admins = await tenant.all(firstAdmins, {});
  return { role: "admin", addresses: admins.map(({ email }) => email) };
}
