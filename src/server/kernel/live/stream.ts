import { type LiveSignal, TOPICS } from "#shared/live";
import { can, type Grants } from "#shared/permissions";
import { DomainError } from "#server/kernel/errors";
import type { Subscription } from "./hub";

/** Finds sessions that expire, and changes of other instances when there is no Redis. */
const CHECK_EVERY_MS = 30_000;

export interface StreamOptions {
  /** Called when the stream starts. The subscription is closed when the stream ends. */
  subscribe: () => Subscription;
  /** Reads the current grants of the reader; undefined without access. */
  readGrants: () => Promise<Grants | undefined>;
  /** Aborted when the page is closed. */
  signal: AbortSignal | undefined;
  checkEveryMs?: number;
}

/**
 * Reports changes to a page until it is closed or its reader loses access. The first `you` says that the stream is active:
 * earlier changes were not reported. A reader only gets topics that they may read.
 * @throws DomainError `BUSY` when the server stops, so that the page connects again
 */
export async function* streamOf({
  subscribe,
  readGrants,
  signal,
  checkEveryMs = CHECK_EVERY_MS,
}: StreamOptions): AsyncGenerator<LiveSignal, void> {
  const isGone = () => signal?.aborted === true;
  const subscription = subscribe();
  signal?.addEventListener("abort", subscription.wake, { once: true });
  let nextCheck = 0;
  let grants: Grants = new Set();
  try {
    while (!isGone()) {
      const { topics, isAccessInDoubt, isEnding } = subscription.take();
      if (isEnding) throw stopping();
      if (isAccessInDoubt || Date.now() >= nextCheck) {
        const found = await readGrants();
        if (!found) return yield* lost();
        nextCheck = Date.now() + checkEveryMs;
        grants = found;
      }
      if (isAccessInDoubt) yield { kind: "you" };
      for (const topic of topics)
        if (can(grants, TOPICS[topic])) yield { kind: topic };
      await subscription.wait(Math.max(0, nextCheck - Date.now()));
    }
  } finally {
    signal?.removeEventListener("abort", subscription.wake);
    subscription.close();
  }
}

async function* lost(): AsyncGenerator<LiveSignal, void> {
  yield { kind: "lost" };
}

function stopping(): DomainError {
  return new DomainError("BUSY", undefined, { retryAfter: 1 });
}
