import { createSigner } from "#server/kernel/crypto";
import type { Database } from "#server/kernel/db/client";
import type { UnitOfWork } from "#server/kernel/db/unit-of-work";
import type { BillingProvider } from "#server/core/billing/provider";
import { type HostedPages, createHostedPages } from "./hosted-pages";
import { write } from "./events";
import { createFakeProvider } from "./provider";
import { createStore, liveCustomers, type Told } from "./store";
import { createVisits } from "./visits";

interface Options {
  db: Database;
  secret: string;
  publicUrl: URL;
  now: () => number;
  /** Adds the telling of an event to a batch; `deliver` is to be called with it after that, until it succeeds. */
  tell: (work: UnitOfWork, event: Told) => void;
  /** Takes a message, as the program takes those of any provider. */
  receive: (body: Uint8Array, headers: Headers) => Promise<void>;
}

export interface FakeBilling {
  provider: BillingProvider;
  /** What its pages do. */
  hostedPages: HostedPages;
  deliver(event: Told): Promise<void>;
  /** Lets happen what is due, and forgets customers whose organization is gone. */
  tick(): Promise<void>;
}

/** Billing without anybody outside: for development, demonstrations and tests. */
export function createFakeBilling(options: Options): FakeBilling {
  const { db, secret, publicUrl, now, tell, receive } = options;
  const signer = createSigner(secret, "fake-billing");
  const withAccount = createStore({ db, now, tell });
  const visits = createVisits(db, now, publicUrl);
  return {
    provider: createFakeProvider({ db, now, signer, withAccount, visits }),
    hostedPages: createHostedPages(withAccount, visits),
    async deliver(event) {
      const { body, headers } = write(signer, event, now());
      await receive(body, headers);
    },
    async tick() {
      await forget(db, now());
      for (const id of await liveCustomers(db))
        await withAccount(id, () => undefined);
    },
  };
}

const DAY_MS = 24 * 60 * 60 * 1000;

/** A customer is made a moment before the organization knows it. */
async function forget({ client }: Database, now: number): Promise<void> {
  await client.batch(
    [
      {
        sql: `delete from fake_customers where created_at <= ? and not exists (
          select 1 from subscriptions where provider = 'fake' and customer_id = fake_customers.id)`,
        args: [now - DAY_MS],
      },
      { sql: "delete from fake_visits where expires_at <= ?", args: [now] },
    ],
    "write",
  );
}
