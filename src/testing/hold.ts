import type { UnitOfWork } from "../server/db/unit-of-work";
import type { RaceControl } from "./race";

/** A mutation that has decided and is not stored yet. */
export interface Held {
  work: UnitOfWork;
  letGo(): void;
}

export interface Hold {
  control: RaceControl;
  /** Holds back the next batch of a procedure, once. Every other mutation passes, and nobody waits for a turn. */
  next(path: string): { held: Promise<Held>; runs(): number };
}

export function createHold(): Hold {
  let watched: { path: string; runs: number } | undefined;
  let arrived = Promise.withResolvers<Held>();
  return {
    control: {
      intercept: (client) => client,
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
        takeTurn: () => Promise.resolve(() => {}),
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
