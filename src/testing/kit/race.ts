import type { Client } from "@libsql/client";
import type { AuditChain } from "#server/kernel/audit/chain";
import type { Versions } from "#server/kernel/db/versions";
import { tapClient } from "./tap-client";

/**
 * Forces races: while one runs, every write waits until all its requests have read what they decide on, and every
 * statement takes 1–10 ms, so that the statements of the requests interleave.
 */
export interface RaceControl {
  intercept(client: Client): Client;
  /** Requests meet before they queue to write: one that waits in the queue would never arrive. */
  waitBeforeCommit(audit: AuditChain): AuditChain;
  /** While a race runs requests do not queue, so that each decides as on another instance. */
  withoutQueue?(versions: Versions): Versions;
  /** Runs the requests; none writes before all have arrived at their write or were refused. */
  race<R>(requests: (() => Promise<R>)[]): Promise<R[]>;
}

export function createRaceControl(): RaceControl {
  let gate: Gate | undefined;
  return {
    intercept: (client) => tapClient(client, { before: () => gate?.latency() }),
    waitBeforeCommit: ({ commit, ...audit }) => ({
      ...audit,
      async commit(...args) {
        await gate?.arrive();
        return commit(...args);
      },
    }),
    withoutQueue: (versions) => ({
      ...versions,
      lock: async (orgIds) => (gate ? () => {} : versions.lock(orgIds)),
    }),
    async race(requests) {
      const current = createGate(requests.length);
      gate = current;
      try {
        return await Promise.all(
          requests.map((request) => request().finally(current.leave)),
        );
      } finally {
        gate = undefined;
      }
    },
  };
}

interface Gate {
  latency(): Promise<void>;
  arrive(): Promise<void>;
  leave(): void;
}

function createGate(expected: number): Gate {
  let accounted = 0;
  const { promise: open, resolve } = Promise.withResolvers<void>();
  const account = () => {
    accounted++;
    if (accounted >= expected) resolve();
  };
  const latency = () => Bun.sleep(1 + Math.random() * 9);
  return {
    latency,
    async arrive() {
      account();
      await open;
    },
    leave: account,
  };
}
