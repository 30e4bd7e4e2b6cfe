import { and, eq, lte, ne, or, sql } from "drizzle-orm";
import { GRACE_DAYS } from "#shared/plans";
import { bySystem } from "#server/kernel/audit/background";
import type { AuditChain } from "#server/kernel/audit/chain";
import type { Billing } from "#server/core/billing/billing";
import type {
  BillingEvent,
  BillingProvider,
  SubscriptionState,
} from "#server/core/billing/provider";
import type { Database } from "#server/kernel/db/client";
import { updateStatement } from "#server/kernel/db/statement";
import { TenantDb } from "#server/kernel/db/tenant-db";
import { UnitOfWork } from "#server/kernel/db/unit-of-work";
import { DomainError, isRetryable } from "#server/kernel/errors";
import type { createPost } from "#server/kernel/mail/post";
import type { Links } from "#server/kernel/mail/links";
import { organizations } from "#server/core/organizations/table";
import { isLive, type Subscription } from "./entitlement";
import { notifyAdmins } from "./notices";
import {
  isDuplicate,
  recordEvent,
  storeEvent,
  wasReceived,
} from "./received-events";
import { hasChanges, storeState } from "./state";
import { subscriptions } from "./table";

const DAY_MS = 24 * 60 * 60 * 1000;
/**
 * A subscription is read at the payment provider again after this time. It is less than a day, because the job runs
 * every hour and each subscription should be read daily.
 */
const RECENT_MS = 23 * 60 * 60 * 1000;
const ATTEMPTS = 10;
const CONCURRENCY = 5;

export interface BillingOptions {
  db: Database;
  audit: Pick<AuditChain, "commit">;
  /** Announces stored changes to the pages that users have open. */
  tell: (work: UnitOfWork) => void;
  post: (work: UnitOfWork) => ReturnType<typeof createPost>;
  links: Links;
  now: () => number;
}

type KnownCustomer = NonNullable<Awaited<ReturnType<typeof findCustomer>>>;

/**
 * Creates the service that copies subscriptions from the payment provider. A webhook event only causes a read at the
 * provider and its content is never stored, so late, repeated or reordered events lead to the same state.
 */
export function createBilling(
  provider: BillingProvider | undefined,
  options: BillingOptions,
): Billing {
  const { db, now } = options;
  const synchronize = async (customerId: string, event?: BillingEvent) => {
    if (!provider) throw new DomainError("BILLING_OFF");
    for (let attempt = 1; ; attempt++) {
      try {
        return await synchronizeOnce(options, provider, customerId, event);
      } catch (error) {
        if (!isRetryable(error) || attempt === ATTEMPTS) throw error;
      }
    }
  };
  return {
    provider,
    synchronize: (customerId) => synchronize(customerId),

    async receive(body, headers) {
      if (!provider) throw new DomainError("BILLING_OFF");
      const event = await provider.parseEvent(body, headers);
      if (await wasReceived(db, provider, event)) return;
      if (event.customerId) await synchronize(event.customerId, event);
      else await storeEvent(db, provider, event, now());
    },

    async reconcile(at) {
      if (!provider) return;
      const due = await customersDue(db, provider, at);
      for (let start = 0; start < due.length; start += CONCURRENCY)
        await Promise.all(
          due
            .slice(start, start + CONCURRENCY)
            .map(({ customerId }) => synchronize(customerId)),
        );
    },
  };
}

async function synchronizeOnce(
  options: BillingOptions,
  provider: BillingProvider,
  customerId: string,
  event: BillingEvent | undefined,
): Promise<void> {
  const { db, audit, now } = options;
  if (db.refresh) await db.refresh();
  const customer = await findCustomer(db, provider, customerId);
  const work = new UnitOfWork(now());
  if (event) recordEvent(work, provider, event);
  // If no organization has this customer, only the event is recorded.
  if (customer) await synchronizeCustomer(options, provider, customer, work);
  try {
    await audit.commit(work, bySystem("billing.synchronize"));
  } catch (error) {
    if (event && (await isDuplicate(db, provider, event, error))) return;
    throw error;
  }
  options.tell(work);
}

async function synchronizeCustomer(
  options: BillingOptions,
  provider: BillingProvider,
  { subscription: before, organization }: KnownCustomer,
  work: UnitOfWork,
): Promise<void> {
  // A checkout that was open when the organization was deleted may have been paid since, so cancel again.
  if (organization.deletedAt !== null)
    await provider.cancelNow(before.customerId);
  const state = await readOnlyOne(provider, before.customerId);
  const tenant = new TenantDb(options.db.drizzle, work, organization.id);
  // The mutation checks the version of the subscription, so it need not check the version of the organization.
  work.appendUnversioned(organization.id);
  if (!hasChanges(before, organization, state, work.now))
    return markSynced(work, before);
  const after = storeState(tenant, before, organization, state);
  await notifyAdmins(tenant, options.post(work), options.links, {
    organization,
    before,
    after,
  });
}

/**
 * Reads the current subscription of a customer and cancels all others. A purchase thus ends the trial, and the unused
 * part of a second purchase becomes a credit.
 */
async function readOnlyOne(
  provider: BillingProvider,
  customerId: string,
): Promise<SubscriptionState | undefined> {
  const state = await provider.read(customerId);
  if (state && isLive(state)) await provider.cancelOthers(customerId, state.id);
  return state;
}

/** Stores the time of the read without an audit event, because nothing else changed. */
function markSynced(work: UnitOfWork, { orgId, id }: Subscription): void {
  work.write(
    updateStatement(subscriptions, { syncedAt: work.now }, { orgId, id }),
  );
}

function findCustomer(
  { drizzle }: Database,
  provider: BillingProvider,
  customerId: string,
) {
  return drizzle
    .select({ subscription: subscriptions, organization: organizations })
    .from(subscriptions)
    .innerJoin(organizations, eq(organizations.id, subscriptions.orgId))
    .where(
      and(
        eq(subscriptions.provider, provider.id),
        eq(subscriptions.customerId, customerId),
      ),
    )
    .get();
}

/** Finds the customers that were not read at the payment provider for a day, or whose grace period has ended. */
function customersDue(
  { drizzle }: Database,
  provider: BillingProvider,
  now: number,
) {
  return drizzle
    .select({ customerId: subscriptions.customerId })
    .from(subscriptions)
    .innerJoin(organizations, eq(organizations.id, subscriptions.orgId))
    .where(
      and(
        eq(subscriptions.provider, provider.id),
        or(
          lte(subscriptions.syncedAt, now - RECENT_MS),
          and(
            eq(subscriptions.status, "past_due"),
            lte(subscriptions.pastDueSince, now - GRACE_DAYS * DAY_MS),
            ne(organizations.plan, sql`'free'`),
          ),
        ),
      ),
    );
}
