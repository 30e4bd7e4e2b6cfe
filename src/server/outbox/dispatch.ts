import type { Client, Row } from "@libsql/client";
import type { Logger } from "pino";
import type { Sealer } from "../crypto";

/** Delivers one message. Throwing means: try again later. */
export type OutboxHandler = (payload: unknown) => Promise<void>;

export interface Dispatcher {
  /** Looks for work now instead of at the next tick; called after a commit. */
  wake(): void;
  /** Resolves when nothing that is due is left. */
  idle(): Promise<void>;
  /** Stops taking new work, waits for what is under way and gives its leases back. */
  stop(): Promise<void>;
}

interface DispatcherOptions {
  client: Client;
  sealer: Sealer;
  log: Logger;
  handlers: Record<string, OutboxHandler>;
  now?: () => number;
}

const LEASE_MS = 60_000;
const TICK_MS = 1_000;
const BATCH = 10;
/** Waits between tries: a few quick ones, then up to six hours, about three days in all. */
const BACK_OFF_MS = [
  1, 5, 30, 120, 600, 1_800, 3_600, 10_800, 21_600, 21_600, 21_600, 21_600,
  21_600, 21_600, 21_600, 21_600, 21_600, 21_600,
].map((seconds) => seconds * 1000);

// The oldest unfinished row of each subject only: a later one waits for it.
const LEASE = `update outbox set leased_until = ?, attempts = attempts + 1
  where id in (
    select id from outbox as o
    where done_at is null and failed_at is null and due_at <= ? and coalesce(leased_until, 0) <= ?
      and not exists (
        select 1 from outbox as earlier
        where earlier.subject = o.subject and earlier.id < o.id
          and earlier.done_at is null and earlier.failed_at is null)
    order by due_at limit ?)
  returning id, topic, payload, attempts`;

export function createDispatcher(options: DispatcherOptions): Dispatcher {
  const now = options.now ?? Date.now;
  let running: Promise<void> | undefined;
  let again = false;
  let stopped = false;

  const drain = async () => {
    do {
      again = false;
      while (!stopped && (await deliverDue(options, now)) > 0);
    } while (again && !stopped);
  };
  const wake = () => {
    if (stopped) return;
    again = true;
    running ??= drain()
      .catch((error: unknown) => options.log.error({ err: error }, "outbox"))
      .finally(() => {
        running = undefined;
      });
  };
  const timer = setInterval(wake, TICK_MS);
  timer.unref();

  return {
    wake,
    async idle() {
      wake();
      while (running) await running;
    },
    async stop() {
      stopped = true;
      clearInterval(timer);
      await running;
    },
  };
}

async function deliverDue(
  options: DispatcherOptions,
  now: () => number,
): Promise<number> {
  const at = now();
  const { rows } = await options.client.execute({
    sql: LEASE,
    args: [at + LEASE_MS, at, at, BATCH],
  });
  await Promise.all(rows.map((row) => deliver(options, now, row)));
  return rows.length;
}

async function deliver(
  { client, ...options }: DispatcherOptions,
  now: () => number,
  row: Row,
) {
  const id = String(row.id);
  try {
    const handler = options.handlers[String(row.topic)];
    if (!handler) throw new Error(`No handler for ${String(row.topic)}`);
    await handler(options.sealer.open(String(row.payload)));
    await client.execute({
      sql: "update outbox set done_at = ?, leased_until = null, payload = null, last_error = null where id = ?",
      args: [now(), id],
    });
  } catch (error) {
    const wait = BACK_OFF_MS[Number(row.attempts) - 1];
    options.log.warn(
      { outbox: id, topic: row.topic, attempts: row.attempts, err: error },
      "outbox",
    );
    await client.execute({
      sql: "update outbox set due_at = ?, leased_until = null, failed_at = ?, last_error = ? where id = ?",
      args: [
        now() + (wait ?? 0),
        wait === undefined ? now() : null,
        reasonOf(error),
        id,
      ],
    });
  }
}

function reasonOf(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).slice(0, 500);
}
