import { and, eq } from "drizzle-orm";
import type {
  BillingEvent,
  BillingProvider,
} from "#server/core/billing/provider";
import type { Database } from "#server/kernel/db/client";
import { insertStatement } from "#server/kernel/db/statement";
import { UnitOfWork } from "#server/kernel/db/unit-of-work";
import { DomainError } from "#server/kernel/errors";
import { billingEvents } from "./table";

/** Adds the event to the batch of its effect, so that redeliveries are ignored. */
export function recordEvent(
  work: UnitOfWork,
  { id: provider }: BillingProvider,
  { id, type }: BillingEvent,
): void {
  const row = { provider, id, type, receivedAt: work.now };
  work.write(insertStatement(billingEvents, row), () => new EventNotStored());
}

/** Records an event that concerns no customer. */
export async function storeEvent(
  db: Database,
  provider: BillingProvider,
  event: BillingEvent,
  now: number,
): Promise<void> {
  const work = new UnitOfWork(now);
  recordEvent(work, provider, event);
  try {
    await work.commit(db.client);
  } catch (error) {
    if (!(await isDuplicate(db, provider, event, error))) throw error;
  }
}

/** Usually another delivery of the event was stored first. */
class EventNotStored extends DomainError {
  constructor() {
    super("BILLING_FAILED");
  }
}

/** Looks whether the event is stored, because a full disk fails in the same way as a duplicate. */
export async function isDuplicate(
  db: Database,
  provider: BillingProvider,
  event: BillingEvent,
  error: unknown,
): Promise<boolean> {
  return (
    error instanceof EventNotStored && (await wasReceived(db, provider, event))
  );
}

export async function wasReceived(
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
