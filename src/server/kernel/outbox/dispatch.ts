import type { Client } from "@libsql/client";
import type { Logger } from "pino";
import type { Sealer } from "#server/kernel/crypto";
import { messageOf } from "#server/kernel/logged-error";
import { type Failure, Refused } from "./failure";
import { createQueue, type LeasedMessage, type Queue } from "./queue";

/**
 * Delivers one message. If it throws `Refused`, the message is given up; after any other error the delivery is retried.
 */
export type OutboxHandler = (payload: unknown) => Promise<void>;

export interface Dispatcher {
  /** Makes the dispatcher look for due messages soon, and not only at its next tick. It is called after a commit. */
  wake(): void;
  /** Resolves when no due message is left. */
  idle(): Promise<void>;
  /**
   * Takes no new messages, waits a short time for running deliveries, and releases the leases of those that have not
   * ended.
   */
  stop(): Promise<void>;
}

interface DispatcherOptions {
  client: Client;
  /**
   * Whether no other process delivers messages from this database. Leases that exist at the start then belong to a
   * process that has ended, and are released.
   */
  isAlone?: boolean;
  sealer: Sealer;
  log: Logger;
  handlers: Record<string, OutboxHandler>;
  now?: () => number;
  /** Called for every message that is given up. */
  onFailure?: (failure: Failure) => void;
  /** How long `stop` waits for running deliveries, in milliseconds. */
  stopTimeoutMs?: number;
}

const TICK_MS = 1_000;
/**
 * The wait between a commit and the delivery of its messages, so that the response is sent first. The time of a
 * response must not show whether a mail is sent.
 */
const AFTER_RESPONSE_MS = 20;
const MAX_IN_FLIGHT = 10;
/**
 * The waits between the attempts to deliver a message, which grow from one second to six hours. Together they take
 * about three days.
 */
const BACKOFF_MS = [
  1, 5, 30, 120, 600, 1_800, 3_600, 10_800, 21_600, 21_600, 21_600, 21_600,
  21_600, 21_600, 21_600, 21_600, 21_600, 21_600,
].map((seconds) => seconds * 1000);

export function createDispatcher(options: DispatcherOptions): Dispatcher {
  const queue = createQueue(options.client, options.now ?? Date.now);
  const inFlight = new Map<string, Promise<void>>();
  const report = (error: unknown) =>
    options.log.error({ err: error }, "outbox");
  let running: Promise<void> | undefined;
  let wakeUp = Promise.withResolvers<void>();
  let isWokenUp = false;
  let stopped = false;
  let mayReleaseAll = options.isAlone ?? false;

  const takeDue = async (): Promise<number> => {
    if (inFlight.size >= MAX_IN_FLIGHT) return 0;
    const messages = await queue.lease(MAX_IN_FLIGHT - inFlight.size);
    for (const message of messages) {
      const delivery = deliver(options, queue, message)
        .catch(report)
        .finally(() => void inFlight.delete(message.id));
      inFlight.set(message.id, delivery);
    }
    return messages.length;
  };
  // Delivers all due messages, at most ten at the same time. A delivery that hangs takes one of these places, and other
  // messages are delivered meanwhile.
  const drain = async () => {
    if (mayReleaseAll) await queue.releaseAll();
    mayReleaseAll = false;
    while (!stopped) {
      isWokenUp = false;
      wakeUp = Promise.withResolvers<void>();
      const taken = await takeDue();
      if (inFlight.size > 0)
        await Promise.race([...inFlight.values(), wakeUp.promise]);
      else if (taken === 0 && !isWokenUp) return;
    }
    await Promise.all(inFlight.values());
  };
  const run = () => {
    if (stopped) return;
    isWokenUp = true;
    wakeUp.resolve();
    running ??= drain()
      .catch(report)
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
      }, AFTER_RESPONSE_MS).unref();
    },
    async idle() {
      run();
      while (running) await running;
    },
    async stop() {
      stopped = true;
      wakeUp.resolve();
      clearInterval(timer);
      clearTimeout(soon);
      await Promise.race([running, Bun.sleep(options.stopTimeoutMs ?? 5_000)]);
      if (inFlight.size === 0) return;
      // If the database cannot be reached, the leases end by themselves when they expire.
      await queue.release([...inFlight.keys()]).catch(report);
    },
  };
}

async function deliver(
  options: DispatcherOptions,
  queue: Queue,
  message: LeasedMessage,
): Promise<void> {
  const problem = await attempt(options, message);
  if (!problem) return queue.markDelivered(message.id);
  const { id, topic, attempts } = message;
  const { error } = problem;
  const wait = BACKOFF_MS[attempts - 1];
  const failure = problem.failure ?? (wait === undefined ? "exhausted" : null);
  const facts = { outbox: id, topic, attempts, err: error };
  if (failure === null) {
    options.log.warn(facts, "outbox");
    return queue.retryLater(id, textOf(error), wait ?? 0);
  }
  options.log.error({ ...facts, failure }, "outbox: dead letter");
  await queue.markDead(id, failure, textOf(error));
  options.onFailure?.(failure);
}

/** Why an attempt to deliver a message failed. A `failure` means that the message is not retried. */
interface Problem {
  error: unknown;
  failure?: Failure;
}

/** Tries to deliver the message. Returns why the attempt failed, or undefined after a success. */
async function attempt(
  { handlers, sealer, now = Date.now }: DispatcherOptions,
  { topic, payload, expiresAt }: LeasedMessage,
): Promise<Problem | undefined> {
  if (expiresAt !== null && expiresAt <= now())
    return {
      failure: "expired",
      error: new Error("Expired before it was delivered"),
    };
  let opened: unknown;
  try {
    opened = sealer.open(payload);
  } catch (error) {
    return { failure: "unreadable", error };
  }
  try {
    const handler = handlers[topic];
    if (!handler) throw new Error(`No handler for ${topic}`);
    await handler(opened);
    return undefined;
  } catch (error) {
    return error instanceof Refused ? { failure: "refused", error } : { error };
  }
}

function textOf(error: unknown): string {
  return messageOf(error).slice(0, 500);
}
