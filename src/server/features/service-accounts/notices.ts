import { and, asc, eq, gt, isNull, or, sql } from "drizzle-orm";
import { apiKeys } from "#server/core/api-keys/table";
import { firstAdmins } from "#server/core/memberships/first-admins";
import { organizations } from "#server/core/organizations/table";
import { serviceAccounts } from "#server/core/service-accounts/table";
import type { NoticeDependencies } from "#server/features/api-keys/expiry-notices";
import type { Database } from "#server/kernel/db/client";
import { inPortions, yieldToRequests } from "#server/kernel/db/portions";
import type { Statement } from "#server/kernel/db/statement";
import { TenantDb } from "#server/kernel/db/tenant-db";
import { UnitOfWork } from "#server/kernel/db/unit-of-work";
import { conflictRetry, isRetryable } from "#server/kernel/errors";
import { createPost, type Mail } from "#server/kernel/mail/post";
import { secretsSeenMail, stewardMissingMail } from "./mail";

/** The maximum number of service accounts or keys in one run. The next run continues. */
const MOST_ROWS = 500;

/** What the admins of one organization are notified about. */
interface Notice {
  orgId: string;
  /** Statements that store that the notice was sent, and change one row each. */
  marks: Statement[];
  mailTo: (to: string) => Mail;
}

/** Mails the admins of an organization when the stewards of service accounts have left. */
export async function notifyMissingStewards(
  deps: NoticeDependencies,
  now: number,
  signal?: AbortSignal,
): Promise<void> {
  for (const accounts of byOrganization(await withoutSteward(deps.db))) {
    const [{ orgId, organization, slug }] = accounts;
    const link = deps.links.apiKeys(slug);
    await notifyAdmins(deps, now, signal, {
      orgId,
      marks: accounts.map(({ id }) => ({
        sql: `update service_accounts set steward_notice_sent_at = ? where org_id = ? and id = ?
          and steward_id is null and steward_notice_sent_at is null`,
        args: [now, orgId, id],
      })),
      mailTo: (to) =>
        stewardMissingMail({
          to,
          organization,
          accounts: accounts.map(({ name }) => name),
          link,
        }),
    });
  }
}

/**
 * Mails the admins of an organization when a member who has seen the secrets of service accounts' keys has left or is
 * suspended.
 */
export async function notifySeenSecrets(
  deps: NoticeDependencies,
  now: number,
  signal?: AbortSignal,
): Promise<void> {
  for (const keys of byOrganization(
    await seenByOutsiders(deps.db, now, signal),
  )) {
    const [{ orgId, organization, slug }] = keys;
    const link = deps.links.apiKeys(slug);
    await notifyAdmins(deps, now, signal, {
      orgId,
      marks: keys.map(({ id, secretHash }) => ({
        sql: `update api_keys set issuer_notice_sent_at = ? where org_id = ? and id = ?
          and issuer_notice_sent_at is null and secret_hash = ?`,
        args: [now, orgId, id, secretHash],
      })),
      mailTo: (to) => secretsSeenMail({ to, organization, keys, link }),
    });
  }
}

function withoutSteward({ drizzle }: Database) {
  return drizzle
    .select({
      orgId: serviceAccounts.orgId,
      id: serviceAccounts.id,
      name: serviceAccounts.name,
      organization: organizations.name,
      slug: organizations.slug,
    })
    .from(serviceAccounts)
    .innerJoin(
      organizations,
      and(
        eq(organizations.id, serviceAccounts.orgId),
        isNull(organizations.deletedAt),
      ),
    )
    .where(
      and(
        isNull(serviceAccounts.stewardId),
        isNull(serviceAccounts.stewardNoticeSentAt),
      ),
    )
    .orderBy(asc(serviceAccounts.orgId))
    .limit(MOST_ROWS);
}

/**
 * Finds the keys of service accounts whose secrets a former or suspended member has seen. It reads the keys in portions, because
 * most of them need no notice.
 */
async function seenByOutsiders(
  db: Database,
  now: number,
  signal: AbortSignal | undefined,
) {
  const found: SeenKey[] = [];
  let last: SeenKey | undefined;
  await inPortions(async (rows) => {
    const keys = await readKeys(db, now, last, rows);
    found.push(...keys.filter(({ isSeenByOutsider }) => isSeenByOutsider));
    last = keys.at(-1);
    return keys.length === rows && found.length < MOST_ROWS;
  }, signal);
  return found.slice(0, MOST_ROWS);
}

type SeenKey = Awaited<ReturnType<typeof readKeys>>[number];

function readKeys(
  { drizzle }: Database,
  now: number,
  last: { orgId: string; id: string } | undefined,
  rows: number,
) {
  return drizzle
    .select({
      orgId: apiKeys.orgId,
      id: apiKeys.id,
      name: apiKeys.name,
      last4: apiKeys.last4,
      secretHash: apiKeys.secretHash,
      account: serviceAccounts.name,
      organization: organizations.name,
      slug: organizations.slug,
      // `issued_by` is null after the account of the member was deleted.
      isSeenByOutsider: sql`not exists (select 1 from memberships as m
        where m.org_id = ${apiKeys.orgId} and m.user_id = ${apiKeys.issuedBy} and m.suspended_at is null)`.mapWith(
        Boolean,
      ),
    })
    .from(apiKeys)
    .innerJoin(
      serviceAccounts,
      and(
        eq(serviceAccounts.orgId, apiKeys.orgId),
        eq(serviceAccounts.id, apiKeys.serviceAccountId),
      ),
    )
    .innerJoin(
      organizations,
      and(eq(organizations.id, apiKeys.orgId), isNull(organizations.deletedAt)),
    )
    .where(
      and(
        last &&
          sql`(${apiKeys.orgId}, ${apiKeys.id}) > (${last.orgId}, ${last.id})`,
        isNull(apiKeys.revokedAt),
        isNull(apiKeys.issuerNoticeSentAt),
        or(isNull(apiKeys.expiresAt), gt(apiKeys.expiresAt, now)),
      ),
    )
    .orderBy(asc(apiKeys.orgId), asc(apiKeys.id))
    .limit(rows);
}

function byOrganization<R extends { orgId: string }>(
  rows: readonly R[],
): [R, ...R[]][] {
  const groups = Map.groupBy(rows, ({ orgId }) => orgId);
  // A group is never empty, which the type of `Map.groupBy` does not express.
  return [...groups.values()] as [R, ...R[]][];
}

/** Stores that the notice was sent, without an audit event, because nothing changed for the organization. */
async function notifyAdmins(
  deps: NoticeDependencies,
  now: number,
  signal: AbortSignal | undefined,
  { orgId, marks, mailTo }: Notice,
): Promise<void> {
  await yieldToRequests();
  if (signal?.aborted) return;
  const work = new UnitOfWork(now);
  const post = createPost(work, deps);
  for (const mark of marks) {
    work.write(mark);
    work.guardRowChanged(conflictRetry);
  }
  try {
    const tenant = new TenantDb(deps.db.drizzle, work, orgId);
    for (const { email } of await tenant.all(firstAdmins, {}))
      await post(mailTo(email), { kind: "api-key-housekeeping", orgId });
    await work.commit(deps.db.client);
  } catch (error) {
    // Another instance has sent the notice, or the reason for it has just ended.
    if (!isRetryable(error)) throw error;
  } finally {
    work.settle();
  }
}
