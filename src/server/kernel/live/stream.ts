import { type LiveSignal, TOPICS } from "#shared/live";
import { can, type Grants } from "#shared/permissions";
import { DomainError } from "#server/kernel/errors";
import type { Subscription } from "./hub";

/**
 * How often the access of a page's user is checked. The check finds expired sessions, and changes at other instances
 * when there is no Redis.
 */
const CHECK_EVERY_MS = 30_000;

export interface StreamOptions {
  /** Makes the subscription when the stream starts. The stream closes the subscription when it ends. */
  subscribe: () => Subscription;
  /** Reads the present permissions of the page's user; undefined when the user has no access. */
  readGrants: () => Promise<Grants | undefined>;
  /** The signal is aborted when the page is closed. */
  signal: AbortSignal | undefined;
  checkEveryMs?: number;
}

/**
 * Reports changes that the user of a page may read, until the page is closed or the user loses access. The first signal
 * `you` means that the stream is active, and that earlier changes were not reported.
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
