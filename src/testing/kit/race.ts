import type { Client } from "@libsql/client";
import type { AuditChain } from "#server/kernel/audit/chain";
import type { Versions } from "#server/kernel/db/versions";
import { tapClient } from "./tap-client";

/**
 * Forces races between requests. During a race every write waits until all requests have made their decision, and every
 * statement takes 1–10 ms, so that the statements interleave.
 */
export interface RaceControl {
  intercept(client: Client): Client;
  /**
   * Makes requests wait for each other before they enter the write queue: a request inside the queue would block the
   * others, and the race would never start.
   */
  waitBeforeCommit(audit: AuditChain): AuditChain;
  /** Turns the write queue off during a race, so that each request decides as if it ran on another instance. */
  withoutQueue?(versions: Versions): Versions;
  /** Runs the requests. No request writes until every request has arrived at its write or was refused. */
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
