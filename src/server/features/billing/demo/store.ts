import { asc, eq, inArray } from "drizzle-orm";
import type { SQLiteTable } from "drizzle-orm/sqlite-core";
import { newId } from "#shared/id";
import type { Database } from "#server/kernel/db/client";
import { insertStatement, updateStatement } from "#server/kernel/db/statement";
import { UnitOfWork } from "#server/kernel/db/unit-of-work";
import { DomainError } from "#server/kernel/errors";
import type { Account, Customer } from "./account";
import { advanceTo } from "./lifecycle";
import { fakeCustomers, fakeInvoices, fakeSubscriptions } from "./table";

/** How often a change that another one came before is made anew. */
const ATTEMPTS = 20;

/** An event on its way to whoever listens. */
export interface Told {
  id: string;
  type: string;
  customerId: string;
}

export interface StoreOptions {
  db: Database;
  now: () => number;
  /** Adds the telling of an event to the batch that stores what happened. */
  tell: (work: UnitOfWork, event: Told) => void;
}

/** One change of what is a customer's: `act` changes the account in place, and may be run several times. */
export type WithAccount = <R>(
  customerId: string,
  act: (account: Account) => R,
) => Promise<R>;

/** Each change begins with what is due by the customer's clock, and is stored whole, with its events, or not at all. */
export function createStore({ db, now, tell }: StoreOptions): WithAccount {
  return async (customerId, act) => {
    for (let attempt = 1; ; attempt++) {
      // What overtook it may have been written by another instance.
      if (attempt > 1) await db.refresh?.();
      const account = await readAccount(db, customerId, now());
      const before = structuredClone(account);
      advanceTo(account);
      const result = act(account);
      const work = new UnitOfWork(now());
      write(work, before, account);
      for (const type of account.events)
        tell(work, { id: newId("event"), type, customerId });
      try {
        await work.commit(db.client);
        return result;
      } catch (error) {
        if (!(error instanceof Overtaken) || attempt === ATTEMPTS) throw error;
      }
    }
  };
}

class Overtaken extends DomainError {
  constructor() {
    super("BILLING_FAILED");
  }
}

function write(work: UnitOfWork, before: Account, after: Account): void {
  if (Bun.deepEquals(before, after)) return;
  const { id, version } = before.customer;
  const customer = { ...after.customer, version: version + 1 };
  work.write(updateStatement(fakeCustomers, customer, { id, version }));
  work.guardRowChanged(() => new Overtaken());
  for (const [table, from, to] of [
    [fakeSubscriptions, before.subscriptions, after.subscriptions],
    [fakeInvoices, before.invoices, after.invoices],
  ] as const)
    writeRows(work, table, from, to);
}

function writeRows(
  work: UnitOfWork,
  table: SQLiteTable,
  before: readonly { id: string }[],
  after: readonly { id: string }[],
): void {
  const known = new Map(before.map((row) => [row.id, row]));
  for (const row of after) {
    const was = known.get(row.id);
    if (!was) work.write(insertStatement(table, { ...row }));
    else if (!Bun.deepEquals(was, row))
      work.write(updateStatement(table, { ...row }, { id: row.id }));
  }
}

async function readAccount(
  { drizzle }: Database,
  customerId: string,
  now: number,
): Promise<Account> {
  // The version first: what is read after it is not older.
  const customer = await drizzle
    .select()
    .from(fakeCustomers)
    .where(eq(fakeCustomers.id, customerId))
    .get();
  if (!customer) throw unknownCustomer();
  const subscriptions = await drizzle
    .select()
    .from(fakeSubscriptions)
    .where(eq(fakeSubscriptions.customerId, customerId))
    .orderBy(asc(fakeSubscriptions.createdAt), asc(fakeSubscriptions.id));
  const invoices = await drizzle
    .select()
    .from(fakeInvoices)
    .where(eq(fakeInvoices.customerId, customerId))
    .orderBy(asc(fakeInvoices.number));
  const time = now + customer.clockAhead;
  return { customer, subscriptions, invoices, now: time, events: [] };
}

/** Those to whom something may happen by itself. */
export async function liveCustomers({ drizzle }: Database): Promise<string[]> {
  const rows = await drizzle
    .selectDistinct({ id: fakeSubscriptions.customerId })
    .from(fakeSubscriptions)
    .where(
      inArray(fakeSubscriptions.status, ["trialing", "active", "past_due"]),
    );
  return rows.map(({ id }) => id);
}

/** The customer of the key; made where there is none. */
export async function customerOf(
  { client, drizzle }: Database,
  wanted: Pick<Customer, "key" | "name" | "email" | "createdAt">,
): Promise<Customer> {
  const { key } = wanted;
  await client.execute({
    sql: "insert into fake_customers (id, key, name, email, created_at) values (?, ?, ?, ?, ?) on conflict (key) do nothing",
    args: [newId("customer"), key, wanted.name, wanted.email, wanted.createdAt],
  });
  const found = await drizzle
    .select()
    .from(fakeCustomers)
    .where(eq(fakeCustomers.key, key))
    .get();
  if (!found) throw unknownCustomer();
  return found;
}

function unknownCustomer(): DomainError {
  return new DomainError("BILLING_FAILED");
}
