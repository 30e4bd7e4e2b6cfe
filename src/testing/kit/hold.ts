import type { UnitOfWork } from "#server/kernel/db/unit-of-work";
import type { RaceControl } from "./race";
import { tapClient } from "./tap-client";

/** A mutation that has made its decision but has not committed yet. */
export interface HeldMutation {
  work: UnitOfWork;
  release(): void;
}

export interface Hold {
  control: RaceControl;
  /** The SQL statements of every committed batch. */
  batches: string[][];
  /**
   * Holds back the next commit of the procedure until `release`. All other mutations commit at once, because the write
   * queue is off.
   */
  next(path: string): { held: Promise<HeldMutation>; runs(): number };
}

export function createHold(): Hold {
  let watched: { path: string; runs: number } | undefined;
  let arrived = Promise.withResolvers<HeldMutation>();
  const batches: string[][] = [];
  return {
    batches,
    control: {
      intercept: (client) =>
        tapClient(client, {
          done: (texts, _, kind) => {
            if (kind === "batch") batches.push(texts);
          },
        }),
      waitBeforeCommit: ({ commit, ...audit }) => ({
        ...audit,
        async commit(work, origin) {
          if (watched?.path === origin.action && ++watched.runs === 1) {
            const { promise, resolve } = Promise.withResolvers<void>();
            arrived.resolve({ work, release: resolve });
            await promise;
          }
          return commit(work, origin);
        },
      }),
      withoutQueue: (versions) => ({
        ...versions,
        lock: () => Promise.resolve(() => {}),
      }),
      race: (requests) => Promise.all(requests.map((request) => request())),
    },
    next(path) {
      const watching = { path, runs: 0 };
      watched = watching;
      arrived = Promise.withResolvers<HeldMutation>();
      return { held: arrived.promise, runs: () => watching.runs };
    },
  };
}
