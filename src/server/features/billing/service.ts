import { isNull } from "drizzle-orm";
import { newId } from "#shared/id";
import { type PaidPlan, PLANS, TRIAL_DAYS, trialSeats } from "#shared/plans";
import type {
  BillingProvider,
  Invoice,
  Purchase,
  SubscriptionState,
} from "#server/core/billing/provider";
import type { TenantDb } from "#server/kernel/db/tenant-db";
import { defineQuery } from "#server/kernel/db/tenant-reader";
import { DomainError } from "#server/kernel/errors";
import { iso } from "#server/kernel/inputs";
import { organizations } from "#server/core/organizations/table";
import { subscriptions } from "./table";
import {
  type SubscriptionSummary,
  boughtOf,
  isUntried,
  type SubscriptionView,
  toSubscriptionView,
  type PlanChoice,
} from "./schemas";
import {
  dueTo,
  isLive,
  hasChanges,
  overtaken,
  storeState,
  type Subscription,
} from "./state";
import { readUsage } from "./usage";

/** Who buys, and for whom. */
export interface Buyer {
  provider: BillingProvider | undefined;
  user: { email: string };
  organization: { id: string; name: string };
  /** Where the person comes back to. */
  returnUrl: string;
  /**
   * To be called right before the provider is asked to change something: what it did cannot be undone with the batch.
   * @throws DomainError that runs the procedure again, where the person lost the right since the call began
   */
  requireStillAllowed(): Promise<void>;
}

const ownSubscription = defineQuery()((db) => db.from(subscriptions).limit(1));

/** What the organization is at this provider; what it was at another one counts no more. */
export async function findSubscription(
  db: TenantDb,
  provider: BillingProvider | undefined,
): Promise<Subscription | undefined> {
  const [row] = await db.all(ownSubscription, {});
  return row?.provider === provider?.id ? row : undefined;
}

export async function readSubscription(
  db: TenantDb,
  provider: BillingProvider | undefined,
): Promise<SubscriptionView> {
  const [row, organization] = await Promise.all([
    findSubscription(db, provider),
    db.readRoot(organizations),
  ]);
  const usage = await readUsage(db, db.now, organization);
  const name = provider?.id ?? "off";
  return toSubscriptionView(name, organization.plan, row, usage);
}

/** @returns where to pay. Nothing is bought before that is done. */
export async function checkout(
  db: TenantDb,
  buyer: Buyer,
  wish: PlanChoice,
): Promise<{ url: string }> {
  const provider = requireProvider(buyer);
  const row = await findSubscription(db, provider);
  if (row && isLive(row) && row.status !== "trialing")
    throw new DomainError("SUBSCRIPTION_EXISTS");
  const purchase = await purchaseOf(db, wish);
  const { customerId } = row ?? (await addCustomer(db, buyer, provider));
  await buyer.requireStillAllowed();
  const { returnUrl } = buyer;
  const url = await provider.checkout({ customerId, returnUrl, purchase });
  return { url: url.href };
}

/**
 * Begins the one trial that an organization has. Of several calls the provider takes the first; the others find its trial
 * and are refused, unless theirs is the same wish. Of these one is stored.
 */
export async function startTrial(
  db: TenantDb,
  buyer: Buyer,
  wish: PlanChoice,
): Promise<SubscriptionSummary> {
  const provider = requireProvider(buyer);
  const known = await findSubscription(db, provider);
  if (known && !isUntried(known) && !isTrialUnconfirmed(known))
    throw new DomainError("TRIAL_USED");
  const seats = wish.seats ?? trialSeats(wish.plan, await countPeople(db));
  const purchase = await purchaseOf(db, { ...wish, seats });
  const row = known ?? (await addCustomer(db, buyer, provider));
  const state = await beginTrial(db, buyer, provider, row, purchase);
  if (!state || !isTrialOf(state, wish, purchase))
    throw new DomainError("TRIAL_USED");
  if (known) db.guardExists(subscriptions, isNull(trialUsedAt), overtaken);
  const tried = db.update(subscriptions, row, { trialUsedAt: db.now });
  return applyProviderState(db, tried, state);
}

const { trialUsedAt } = subscriptions;

/** @returns the trial, or what was begun before. The provider forgets keys after a day, so it is asked first. */
async function beginTrial(
  db: TenantDb,
  { requireStillAllowed }: Buyer,
  provider: BillingProvider,
  { customerId }: Subscription,
  purchase: Purchase,
): Promise<SubscriptionState | undefined> {
  const begun = await provider.read(customerId);
  if (begun) return begun;
  await requireStillAllowed();
  const key = `trial:${db.orgId}`;
  await provider.startTrial({ customerId, purchase, days: TRIAL_DAYS, key });
  return provider.read(customerId);
}

/** The provider's message that a trial began was stored before the call that began it. */
function isTrialUnconfirmed(row: Subscription): boolean {
  return row.trialUsedAt === null && row.status === "trialing";
}

function isTrialOf(
  state: SubscriptionState,
  wish: PlanChoice,
  { plan, interval, seats }: Purchase,
): boolean {
  const isSamePlan = state.plan === plan && state.interval === interval;
  // Without a wish for seats they follow from the members, who may be more by now.
  const hasSeats = wish.seats === undefined || state.seats === seats;
  return state.status === "trialing" && isSamePlan && hasSeats;
}

/** Changes plan, interval or seats at once. */
export async function changeSubscription(
  db: TenantDb,
  buyer: Buyer,
  wish: Partial<PlanChoice>,
): Promise<SubscriptionSummary> {
  const { provider, row, state } = await requireLive(db, buyer);
  const purchase = await purchaseOf(db, { ...purchaseIn(state), ...wish });
  if (!isSamePurchase(state, purchase)) {
    await buyer.requireStillAllowed();
    await provider.change(state.id, purchase);
  }
  return applyProviderState(db, row, await provider.read(row.customerId));
}

/** Ends the subscription with what is paid for, or takes that back. */
export async function setCancelled(
  db: TenantDb,
  buyer: Buyer,
  isCancelled: boolean,
): Promise<SubscriptionSummary> {
  const { provider, row, state } = await requireLive(db, buyer);
  if (state.cancelsAtPeriodEnd !== isCancelled) {
    await buyer.requireStillAllowed();
    await provider.setCancelsAtPeriodEnd(state.id, isCancelled);
  }
  return applyProviderState(db, row, await provider.read(row.customerId));
}

/** Reads at the provider what it holds: its messages may be late. */
export async function refreshSubscription(
  db: TenantDb,
  buyer: Buyer,
): Promise<SubscriptionSummary> {
  const provider = requireProvider(buyer);
  const row = await findSubscription(db, provider);
  if (!row) return { plan: "free", subscription: null };
  const state = await provider.read(row.customerId);
  if (state && isLive(state))
    await provider.cancelOthers(row.customerId, state.id);
  return applyProviderState(db, row, state);
}

/** @returns where the person changes how they pay. */
export async function openPortal(
  db: TenantDb,
  buyer: Buyer,
): Promise<{ url: string }> {
  const provider = requireProvider(buyer);
  const { customerId } = await requireSubscription(db, provider);
  const { returnUrl } = buyer;
  const url = await provider.portal({ customerId, returnUrl });
  return { url: url.href };
}

export async function listInvoices(
  db: TenantDb,
  { provider }: Pick<Buyer, "provider">,
) {
  const row = await findSubscription(db, provider);
  if (!provider || !row) return [];
  const invoices = await provider.invoices(row.customerId);
  return invoices.map((invoice: Invoice) => ({
    ...invoice,
    createdAt: iso(invoice.createdAt),
  }));
}

/** Stores what the provider holds, where it is news. */
export async function applyProviderState(
  db: TenantDb,
  row: Subscription,
  state: SubscriptionState | undefined,
): Promise<SubscriptionSummary> {
  const organization = await db.readRoot(organizations);
  if (!hasChanges(row, organization, state, db.now))
    return { plan: organization.plan, subscription: boughtOf(row) };
  const after = storeState(db, row, organization, state);
  const { plan } = dueTo(after, db.now) ?? organization;
  return { plan, subscription: boughtOf(after) };
}

function requireProvider({ provider }: Pick<Buyer, "provider">) {
  if (!provider) throw new DomainError("BILLING_OFF");
  return provider;
}

async function requireSubscription(
  db: TenantDb,
  provider: BillingProvider,
): Promise<Subscription> {
  const row = await findSubscription(db, provider);
  if (!row) throw new DomainError("NO_SUBSCRIPTION");
  return row;
}

async function requireLive(db: TenantDb, buyer: Buyer) {
  const provider = requireProvider(buyer);
  const row = await requireSubscription(db, provider);
  const state = await provider.read(row.customerId);
  if (!state || !isLive(state)) throw new DomainError("NO_SUBSCRIPTION");
  return { provider, row, state };
}

async function addCustomer(
  db: TenantDb,
  { user, organization }: Buyer,
  provider: BillingProvider,
): Promise<Subscription> {
  const customerId = await provider.createCustomer({
    name: organization.name,
    email: user.email,
    orgId: organization.id,
    key: `customer:${organization.id}`,
  });
  const [elsewhere] = await db.all(ownSubscription, {});
  // Another call was faster: its customer is this one, and what it stored has to stay.
  if (elsewhere?.provider === provider.id) throw overtaken();
  if (elsewhere) db.remove(subscriptions, elsewhere, overtaken);
  return db.insert(
    subscriptions,
    {
      id: newId("subscription"),
      provider: provider.id,
      customerId,
      syncedAt: db.now,
      createdAt: db.now,
    },
    overtaken,
  );
}

/** Where the wish names no number of seats, one for each member and each invited person. */
async function purchaseOf(db: TenantDb, wish: PlanChoice): Promise<Purchase> {
  const { plan, interval = "month" } = wish;
  const most = PLANS[plan].seats;
  const seats = wish.seats ?? Math.min(await countPeople(db), most);
  if (seats > most) throw tooManySeats(plan, most);
  return { plan, interval, seats };
}

async function countPeople(db: TenantDb): Promise<number> {
  const organization = await db.readRoot(organizations);
  const { seats } = await readUsage(db, db.now, organization);
  return seats.used + seats.invited;
}

function tooManySeats(plan: PaidPlan, most: number): DomainError {
  const message = `The plan ${PLANS[plan].label} has at most ${most} seats.`;
  return new DomainError("INVALID_INPUT", message, {
    issues: [{ path: "seats", message }],
  });
}

function purchaseIn({ plan, interval, seats }: Purchase): Purchase {
  return { plan, interval, seats };
}

function isSamePurchase(a: Purchase, b: Purchase): boolean {
  return a.plan === b.plan && a.interval === b.interval && a.seats === b.seats;
}
