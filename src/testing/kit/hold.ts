import type { UnitOfWork } from "#server/kernel/db/unit-of-work";
import type { RaceControl } from "./race";
import { tapClient } from "./tap-client";

/** A mutation that has decided and is not stored yet. */
export interface Held {
  work: UnitOfWork;
  letGo(): void;
}

export interface Hold {
  control: RaceControl;
  /** The statements of every batch that was stored. */
  batches: string[][];
  /** Holds back the next batch of a procedure, once. Every other mutation passes, and nobody waits for a turn. */
  next(path: string): { held: Promise<Held>; runs(): number };
}

export function createHold(): Hold {
  let watched: { path: string; runs: number } | undefined;
  let arrived = Promise.withResolvers<Held>();
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
      meetBefore: ({ commit, ...audit }) => ({
        ...audit,
        async commit(work, origin) {
          if (watched?.path === origin.action && ++watched.runs === 1) {
            const { promise, resolve } = Promise.withResolvers<void>();
            arrived.resolve({ work, letGo: resolve });
            await promise;
          }
          return commit(work, origin);
        },
      }),
      withoutTurns: (versions) => ({
        ...versions,
        lock: () => Promise.resolve(() => {}),
      }),
      race: (requests) => Promise.all(requests.map((request) => request())),
    },
    next(path) {
      const watching = { path, runs: 0 };
      watched = watching;
      arrived = Promise.withResolvers<Held>();
      return { held: arrived.promise, runs: () => watching.runs };
    },
  };
}
