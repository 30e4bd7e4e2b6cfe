import type { Logger } from "pino";

/** A background task. A long task checks the signal between two portions, and ends early when the server stops. */
type Task = (signal: AbortSignal) => Promise<void>;

/**
 * Runs tasks that continue after the HTTP response. If a shutdown interrupts a task, the hourly housekeeping does the
 * remaining work.
 */
export interface Background {
  run(name: string, task: Task): void;
  /** Waits for all running tasks. */
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
