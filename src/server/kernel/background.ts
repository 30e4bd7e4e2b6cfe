import type { Logger } from "pino";

/** A long task checks the signal between two portions and ends early. */
type Task = (signal: AbortSignal) => Promise<void>;

/** Runs tasks after the response. The hourly housekeeping finishes tasks that a shutdown has interrupted. */
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
