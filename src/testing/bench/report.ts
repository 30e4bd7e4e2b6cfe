import type { ColdStart } from "./cold-start";
import type { Generator } from "./load/shot";
import { hasOwnCores } from "./cores";
import type { Figures } from "./measure";
import type { Result } from "./measure-row";
import type { MemoryUse } from "./memory";
import { ROUNDS, SIZE, SYNCHRONOUS } from "./options";
import type { OthersWait } from "./others";
import type { Requirement } from "./requirements";

/** All results, as `--json` writes them. */
export interface Report {
  measuredAt: string;
  conditions: string[];
  rows: Result[];
  keys: ({ name: string } & Record<"session" | "key", Figures>)[];
  others?: OthersWait;
  starts: ColdStart[];
  memory: MemoryUse[];
  requirements: Requirement[];
}

export function emptyReport(generator: Generator): Report {
  return {
    measuredAt: new Date().toISOString(),
    conditions: conditions(generator),
    rows: [],
    keys: [],
    starts: [],
    memory: [],
    requirements: [],
  };
}

function conditions({ name }: Generator): string[] {
  const { rounds, seconds, connections } = ROUNDS;
  const cores = hasOwnCores ? "on a core of its own" : "on the same cores";
  return [
    `Load: ${name}, ${cores}. ${rounds} rounds of ${seconds} s, ${connections} connections, medians.`,
    `Database: ${SIZE.organizations} organizations, ${SIZE.people} people, synchronous ${SYNCHRONOUS}. Each request comes from another session.`,
    "µs: processor time of the server for a request; one: the same when all requests come from one session; large: on the large database.",
    "share: µs of the ceiling / µs of the product. times: µs of better-auth / µs of the product.",
    "The µs and the share of a sign-in are those beyond the hash of the password; its times include the hash.",
  ];
}
