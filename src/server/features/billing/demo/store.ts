import { eq, sql } from "drizzle-orm";
import { newId } from "#shared/id";
import type { Database } from "#server/kernel/db/client";
import { updateStatement } from "#server/kernel/db/statement";
import { UnitOfWork } from "#server/kernel/db/unit-of-work";
import { DomainError } from "#server/kernel/errors";
import type { Account, AccountRecord, KeyedRequest } from "./account";
import { noSuch, StripeApiError } from "./api-error";
import { advanceTo } from "./lifecycle";
import { demoCustomers } from "./table";

const ATTEMPTS = 20;
const DAY_MS = 24 * 60 * 60 * 1000;

/** A webhook event that the demo payment service sends to the program. */
export interface DemoEvent {
  id: string;
  type: string;
  customerId: string;
}

export interface StoreOptions {
  db: Database;
  now: () => number;
  /** Adds a webhook event to the batch that stores the change, so that it is sent later. */
  send: (work: UnitOfWork, event: DemoEvent) => void;
}

/**
 * Passes an account to `change`, and stores the changed account together with its webhook events, or nothing. Before
 * `change`, it applies everything that is due by the customer's test clock; after a concurrent change, it runs `change`
 * again.
 */
export type WithAccount = <R>(
  customerId: string,
  change: (account: Account) => R,
) => Promise<R>;

export function createStore({ db, now, send }: StoreOptions): WithAccount {
  return async (customerId, change) => {
    for (let attempt = 1; ; attempt++) {
      // If another instance has stored the concurrent change, this instance must refresh its data to see it.
      if (attempt > 1) await db.refresh?.();
      const { account: before, version } = await read(db, customerId);
      const time = now() + before.customer.clockAhead;
      const account = { ...structuredClone(before), now: time, events: [] };
      advanceTo(account);
      const result = change(account);
      const work = new UnitOfWork(now());
      write(work, before, account, version);
      for (const type of account.events)
        send(work, { id: newId("event"), type, customerId });
      try {
        await work.commit(db.client);
        return result;
      } catch (error) {
        if (!(error instanceof AccountChanged)) throw error;
        if (attempt === ATTEMPTS) throw lockTimeout(customerId);
      }
    }
  };
}

class AccountChanged extends DomainError {
  constructor() {
    super("BILLING_FAILED");
  }
}

function lockTimeout(customerId: string): StripeApiError {
  const message = `${customerId} is changed by other requests.`;
  return new StripeApiError(409, "lock_timeout", message);
}

function write(
  work: UnitOfWork,
  before: AccountRecord,
  { now: _, events: __, ...account }: Account,
  version: number,
): void {
  if (Bun.deepEquals(before, account)) return;
  const changes = { account, version: version + 1 };
  const { id } = account.customer;
  work.write(updateStatement(demoCustomers, changes, { id, version }));
  work.guardRowChanged(() => new AccountChanged());
}

async function read({ drizzle }: Database, customerId: string) {
  const row = await drizzle
    .select()
    .from(demoCustomers)
    .where(eq(demoCustomers.id, customerId))
    .get();
  if (!row) throw noSuch("customer", customerId);
  return row;
}

/**
 * Creates a customer, unless an earlier request with the same key has created it.
 * @returns the id of the customer
 */
export async function addCustomer(
  { drizzle }: Database,
  request: KeyedRequest,
  now: number,
): Promise<string> {
  const id = newId("customer");
  const account: AccountRecord = {
    customer: {
      id,
      request,
      name: "",
      email: "",
      card: null,
      clockAhead: 0,
      balance: 0,
      createdAt: now,
    },
    subscriptions: [],
    invoices: [],
    sessions: [],
  };
  await drizzle
    .insert(demoCustomers)
    .values({ id, key: request.key, account, createdAt: now })
    .onConflictDoNothing();
  const row = await drizzle
    .select()
    .from(demoCustomers)
    .where(eq(demoCustomers.key, request.key))
    .get();
  if (!row) throw noSuch("customer", request.key);
  requireSameBody(row.account.customer.request, request);
  return row.id;
}

/** @throws StripeApiError when the idempotency key was first used with another body, as at Stripe */
export function requireSameBody(
  known: KeyedRequest | null,
  { body }: KeyedRequest,
): void {
  if (known?.body !== body)
    throw new StripeApiError(
      400,
      undefined,
      "Keys for idempotent requests can only be used with the same parameters they were first used with.",
      "idempotency_error",
    );
}

/** @returns the id of the customer that has the subscription */
export async function customerOf(
  { drizzle }: Database,
  subscriptionId: string,
): Promise<string> {
  const row = await drizzle
    .select({ id: demoCustomers.id })
    .from(demoCustomers)
    .where(
      sql`exists (select 1 from json_each(${demoCustomers.account}, '$.subscriptions')
        where value ->> 'id' = ${subscriptionId})`,
    )
    .get();
  if (!row) throw noSuch("subscription", subscriptionId);
  return row.id;
}

export async function customerIds({ drizzle }: Database): Promise<string[]> {
  const rows = await drizzle
    .select({ id: demoCustomers.id })
    .from(demoCustomers);
  return rows.map(({ id }) => id);
}

/**
 * Deletes the demo's customers that belong to no organization. It keeps customers of the last day, because a new
 * customer exists for a moment before its organization stores it.
 */
export async function deleteStrayCustomers(
  { client }: Database,
  now: number,
): Promise<void> {
  await client.execute({
    sql: `delete from demo_customers where created_at <= ? and not exists (
      select 1 from subscriptions where provider = 'fake' and customer_id = demo_customers.id)`,
    args: [now - DAY_MS],
  });
}
