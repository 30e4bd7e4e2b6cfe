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
import { insertStatement, updateStatement } from "#server/kernel/db/statement";
import { TenantDb } from "#server/kernel/db/tenant-db";
import { UnitOfWork } from "#server/kernel/db/unit-of-work";
import { DomainError } from "#server/kernel/errors";
import type { createPost } from "#server/kernel/mail/post";
import type { Links } from "#server/kernel/mail/links";
import { organizations } from "#server/core/organizations/table";
import { tellAdmins } from "./notices";
import { billingEvents, subscriptions } from "./table";
import { isLive, hasChanges, storeState, type Subscription } from "./state";

const DAY_MS = 24 * 60 * 60 * 1000;
/** Somewhat less than a day: it is tried every hour. */
const RECENT_MS = 23 * 60 * 60 * 1000;
/** How often a state that was overtaken is read again. */
const ATTEMPTS = 10;
const AT_ONCE = 5;

export interface BillingOptions {
  db: Database;
  audit: Pick<AuditChain, "commit">;
  tell: (work: UnitOfWork) => void;
  post: (work: UnitOfWork) => ReturnType<typeof createPost>;
  links: Links;
  now: () => number;
}

type Known = Awaited<ReturnType<typeof findCustomer>>;

/**
 * What the provider says is never taken as it is said. An event means: look. The state is asked for by the customer's
 * id that was stored when the customer was made, so that an event that names another organization, or comes twice, late
 * or in another order, leads to the same.
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
      if (await isKnown(db, provider, event)) return;
      if (event.customerId) await synchronize(event.customerId, event);
      else await keepEvent(db, provider, event, now());
    },

    async reconcile(at) {
      if (!provider) return;
      const due = await customersDue(db, provider, at);
      for (let start = 0; start < due.length; start += AT_ONCE)
        await Promise.all(
          due
            .slice(start, start + AT_ONCE)
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
  const known = await findCustomer(db, provider, customerId);
  const work = new UnitOfWork(now());
  if (event) writeEvent(work, provider, event);
  // Of a customer that nobody here is there is nothing to know; that it was told is.
  if (known) await follow(options, provider, known, work);
  try {
    await audit.commit(work, bySystem("billing.synchronize"));
  } catch (error) {
    if (event && (await isTwiceTold(db, provider, event, error))) return;
    throw error;
  }
  options.tell(work);
}

async function follow(
  options: BillingOptions,
  provider: BillingProvider,
  known: NonNullable<Known>,
  work: UnitOfWork,
): Promise<void> {
  const { subscription: before, organization } = known;
  const { customerId } = before;
  // Paid for at a page that was still open when the organization was deleted.
  if (organization.deletedAt !== null) await provider.cancelNow(customerId);
  const state = await readKept(provider, customerId);
  const tenant = new TenantDb(options.db.drizzle, work, organization.id);
  // The version of the subscription holds what is decided here.
  work.appendTo(organization.id);
  if (!hasChanges(before, organization, state, work.now))
    return noteRead(work, before);
  const after = storeState(tenant, before, organization, state);
  await tellAdmins(tenant, options.post(work), options.links, {
    organization,
    before,
    after,
  });
}

/** What the customer has, and nothing beside it: a trial ends where something was bought, and nobody pays twice. */
async function readKept(
  provider: BillingProvider,
  customerId: string,
): Promise<SubscriptionState | undefined> {
  const state = await provider.read(customerId);
  if (state && isLive(state)) await provider.cancelOthers(customerId, state.id);
  return state;
}

/** Nothing changed, and nobody has to hear of it. */
function noteRead(work: UnitOfWork, { orgId, id }: Subscription): void {
  work.write(
    updateStatement(subscriptions, { syncedAt: work.now }, { orgId, id }),
  );
}

/** Most likely another message of the same event was dealt with meanwhile. */
class NotTaken extends DomainError {
  constructor() {
    super("BILLING_FAILED", "The event could not be stored. Send it again.");
  }
}

function writeEvent(
  work: UnitOfWork,
  { id: provider }: BillingProvider,
  { id, type }: BillingEvent,
): void {
  const row = { provider, id, type, receivedAt: work.now };
  work.write(insertStatement(billingEvents, row), () => new NotTaken());
}

async function keepEvent(
  db: Database,
  provider: BillingProvider,
  event: BillingEvent,
  now: number,
): Promise<void> {
  const work = new UnitOfWork(now);
  writeEvent(work, provider, event);
  try {
    await work.commit(db.client);
  } catch (error) {
    if (!(await isTwiceTold(db, provider, event, error))) throw error;
  }
}

/** What refused the event may as well be a database that takes nothing: it is known only if it is there. */
async function isTwiceTold(
  db: Database,
  provider: BillingProvider,
  event: BillingEvent,
  error: unknown,
): Promise<boolean> {
  return error instanceof NotTaken && (await isKnown(db, provider, event));
}

async function isKnown(
  { drizzle }: Database,
  provider: BillingProvider,
  { id }: BillingEvent,
): Promise<boolean> {
  const found = await drizzle
    .select({ id: billingEvents.id })
    .from(billingEvents)
    .where(
      and(eq(billingEvents.provider, provider.id), eq(billingEvents.id, id)),
    )
    .get();
  return found !== undefined;
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

function isRetryable(error: unknown): boolean {
  return error instanceof DomainError && error.details.retry === true;
}
