import { DomainError } from "./errors";

/** Runs a task when its turn has come. */
export type RunWithLimit = <T>(task: () => Promise<T>) => Promise<T>;

/**
 * For work that takes a core or much memory for a while: at most `slots` tasks at once, and `length` that wait.
 * Whoever comes then is refused with `BUSY`.
 */
export function createSemaphore(slots: number, length: number): RunWithLimit {
  const waiting: (() => void)[] = [];
  let free = slots;

  return async (task) => {
    if (free > 0) free--;
    else if (waiting.length >= length)
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
