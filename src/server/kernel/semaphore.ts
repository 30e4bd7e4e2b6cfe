import { DomainError } from "./errors";

/** Runs a task as soon as a slot is free. */
export type RunWithLimit = <T>(task: () => Promise<T>) => Promise<T>;

/**
 * Limits work that needs a CPU core or much memory: `slots` tasks run at once, and up to `maxWaiting` tasks wait.
 * Further tasks fail with `BUSY`.
 */
export function createSemaphore(
  slots: number,
  maxWaiting: number,
): RunWithLimit {
  const waiting: (() => void)[] = [];
  let free = slots;

  return async (task) => {
    if (free > 0) free--;
    else if (waiting.length >= maxWaiting)
      throw new DomainError("BUSY", undefined, { retryAfter: 1 });
    else await new Promise<void>((start) => waiting.push(start));
    try {
      return await task();
    } finally {
      const next = waiting.shift();
      if (next) next();
      else free++;
    }
  };
}
