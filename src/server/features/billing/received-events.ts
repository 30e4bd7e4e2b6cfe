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

/** Records the webhook event in the batch that stores its effect, so that a redelivery of the event is ignored. */
export function recordEvent(
  work: UnitOfWork,
  { id: provider }: BillingProvider,
  { id, type }: BillingEvent,
): void {
  const row = { provider, id, type, receivedAt: work.now };
  work.write(insertStatement(billingEvents, row), () => new EventNotStored());
}

/** Records a webhook event that concerns no customer. */
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

/** The webhook event could not be stored. Usually another delivery of the same event was stored first. */
class EventNotStored extends DomainError {
  constructor() {
    super("BILLING_FAILED");
  }
}

/**
 * Whether storing the event failed because the event is a duplicate. It looks for the stored event, because a full disk
 * causes the same error.
 */
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
