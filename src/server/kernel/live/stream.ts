import { type LiveSignal, TOPICS } from "#shared/live";
import { can, type Grants } from "#shared/permissions";
import { DomainError } from "#server/kernel/errors";
import type { Subscription } from "./hub";

/** A session may end by itself, and without Redis another instance's changes are not heard. */
const LOOK_EVERY_MS = 30_000;

export interface StreamOptions {
  /** Called when the stream begins, and undone when it ends: one that never begins has nothing to undo. */
  subscribe: () => Subscription;
  /** What the reader may do there now; undefined once they have no access. */
  look: () => Promise<Grants | undefined>;
  /** Aborted when the page is gone. */
  signal: AbortSignal | undefined;
  lookEveryMs?: number;
}

/**
 * Tells a page what to read anew until it is gone, or its reader has no access any more. The first `you` says that it
 * listens: what changed before was not heard. Nobody hears of what they may not read.
 * @throws DomainError `BUSY` when the server stops: the page is to come again
 */
export async function* streamOf({
  subscribe,
  look,
  signal,
  lookEveryMs = LOOK_EVERY_MS,
}: StreamOptions): AsyncGenerator<LiveSignal, void> {
  const isGone = () => signal?.aborted === true;
  const subscription = subscribe();
  signal?.addEventListener("abort", subscription.wake, { once: true });
  let verifyWithAnchor = 0;
  let grants: Grants = new Set();
  try {
    while (!isGone()) {
      const { topics, isAccessInDoubt, isEnding } = subscription.take();
      if (isEnding) throw stopping();
      if (isAccessInDoubt || Date.now() >= verifyWithAnchor) {
        const found = await look();
        if (!found) return yield* lost();
        verifyWithAnchor = Date.now() + lookEveryMs;
        grants = found;
      }
      if (isAccessInDoubt) yield { kind: "you" };
      for (const topic of topics)
        if (can(grants, TOPICS[topic])) yield { kind: topic };
      await subscription.wait(Math.max(0, verifyWithAnchor - Date.now()));
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
  return new DomainError("BUSY", undefined, {
    retryAfter: 1,
  });
}
