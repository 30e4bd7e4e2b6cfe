import type { Logger } from "pino";

/** A task may be long: it ends between two portions when the signal says so. */
type Task = (signal: AbortSignal) => Promise<void>;

/** Runs tasks after the answer. An hourly chore finishes those that a stopping server has interrupted. */
export interface Background {
  run(name: string, task: Task): void;
  /** Waits until nothing runs any more. */
  idle(): Promise<void>;
  stop(): void;
}

export function createBackground(log: Logger): Background {
  const ended = new AbortController();
  const running = new Set<Promise<void>>();
  return {
    run(name, task) {
      const work = task(ended.signal)
        .catch((error: unknown) => log.warn({ err: error }, name))
        .finally(() => running.delete(work));
      running.add(work);
    },
    async idle() {
      while (running.size > 0) await Promise.all(running);
    },
    stop: () => ended.abort(),
  };
}
