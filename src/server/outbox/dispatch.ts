import type { Client } from "@libsql/client";
import type { Logger } from "pino";
import type { Sealer } from "../crypto";
import { createQueue, type LeasedMessage, type Queue } from "./queue";

/** Delivers one message. Throwing means: try again later. */
export type OutboxHandler = (payload: unknown) => Promise<void>;

export interface Dispatcher {
  /** Looks for work soon instead of at the next tick; called after a commit. */
  wake(): void;
  /** Resolves when nothing that is due is left. */
  idle(): Promise<void>;
  /** Stops taking new work, waits a little for what is under way and gives the leases of the rest back. */
  stop(): Promise<void>;
}

interface DispatcherOptions {
  client: Client;
  /** No other process delivers from this database: a lease found at the start is of one that died. */
  isAlone?: boolean;
  sealer: Sealer;
  log: Logger;
  handlers: Record<string, OutboxHandler>;
  now?: () => number;
  /** How long a stop waits for a peer that hangs, in milliseconds. */
  patienceMs?: number;
}

const TICK_MS = 1_000;
/** The answer leaves first: how long it takes must not tell whether somebody is mailed. */
const AFTER_ANSWER_MS = 20;
const BATCH = 10;
/** Waits between tries: a few quick ones, then up to six hours, about three days in all. */
const BACK_OFF_MS = [
  1, 5, 30, 120, 600, 1_800, 3_600, 10_800, 21_600, 21_600, 21_600, 21_600,
  21_600, 21_600, 21_600, 21_600, 21_600, 21_600,
].map((seconds) => seconds * 1000);

export function createDispatcher(options: DispatcherOptions): Dispatcher {
  const queue = createQueue(options.client, options.now ?? Date.now);
  const underWay = new Set<string>();
  let running: Promise<void> | undefined;
  let again = false;
  let stopped = false;
  let mayTakeOver = options.isAlone ?? false;

  const deliverDue = async (): Promise<number> => {
    const messages = await queue.lease(BATCH);
    await Promise.all(
      messages.map(async (message) => {
        underWay.add(message.id);
        await deliver(options, queue, message);
        underWay.delete(message.id);
      }),
    );
    return messages.length;
  };
  const drain = async () => {
    if (mayTakeOver) await queue.releaseAll();
    mayTakeOver = false;
    do {
      again = false;
      while (!stopped && (await deliverDue()) > 0);
    } while (again && !stopped);
  };
  const run = () => {
    if (stopped) return;
    again = true;
    running ??= drain()
      .catch((error: unknown) => options.log.error({ err: error }, "outbox"))
      .finally(() => {
        running = undefined;
      });
  };
  const timer = setInterval(run, TICK_MS);
  timer.unref();
  let soon: Timer | undefined;

  return {
    wake() {
      soon ??= setTimeout(() => {
        soon = undefined;
        run();
      }, AFTER_ANSWER_MS).unref();
    },
    async idle() {
      run();
      while (running) await running;
    },
    async stop() {
      stopped = true;
      clearInterval(timer);
      clearTimeout(soon);
      await Promise.race([running, Bun.sleep(options.patienceMs ?? 5_000)]);
      if (underWay.size > 0) await queue.release([...underWay]);
    },
  };
}

async function deliver(
  { handlers, sealer, log }: DispatcherOptions,
  queue: Queue,
  { id, topic, payload, attempts }: LeasedMessage,
): Promise<void> {
  try {
    const handler = handlers[topic];
    if (!handler) throw new Error(`No handler for ${topic}`);
    await handler(sealer.open(payload));
    await queue.markDelivered(id);
  } catch (error) {
    log.warn({ outbox: id, topic, attempts, err: error }, "outbox");
    await queue.markFailed(id, reasonOf(error), BACK_OFF_MS[attempts - 1]);
  }
}

function reasonOf(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).slice(0, 500);
}
