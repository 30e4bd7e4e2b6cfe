/** What docs/performance.md requires, and whether the results meet it. */
import type { ColdStart } from "./cold-start";
import type { Result } from "./measure-row";
import type { MemoryUse } from "./memory";
import type { OthersWait } from "./others";
import { costOf, shareOf, timesThePeer } from "./ratios";

export interface Requirement {
  name: string;
  measured: number;
  must: number;
  aim?: number;
  unit: "%" | "times" | "µs" | "ms" | "MB" | "MB a minute";
  isMet: boolean;
  /** Undefined without an aim. */
  reachesAim?: boolean;
}

/** How much more processor time a request may take on the large database than on the medium one. */
const MAX_GROWTH = 1.3;
const MAX_MILLISECONDS_OF_START = { source: 300, binary: 180 };
const MAX_MEGABYTES = { idle: 90, load: 150 };
/** A longer run is flat if it grows by less than five megabytes in twenty minutes. */
const MAX_SLOPE = 0.25;
/** By how many milliseconds sign-ins may delay other requests. */
const MAX_DELAY = 5;

type Bound = Pick<Requirement, "must" | "aim">;

function atLeast(
  name: string,
  unit: Requirement["unit"],
  measured: number,
  { must, aim }: Bound,
): Requirement {
  const reachesAim = aim === undefined ? undefined : measured >= aim;
  const isMet = measured >= must;
  return { name, unit, measured, must, aim, isMet, reachesAim };
}

function atMost(
  name: string,
  unit: Requirement["unit"],
  measured: number,
  must: number,
): Requirement {
  return { name, unit, measured, must, isMet: measured <= must };
}

export function requirementsOfRow(result: Result): Requirement[] {
  const { row, product, peer, large } = result;
  const { share, peer: must, peerAim, microseconds } = row.required ?? {};
  const found: Requirement[] = [];
  if (share !== undefined) {
    const bound = { must: share * 100 };
    const name = `${row.name}: share of the ceiling`;
    found.push(atLeast(name, "%", shareOf(result) * 100, bound));
  }
  if (must !== undefined && peer) {
    const times = timesThePeer(result, peer);
    const bound = { must, aim: peerAim };
    found.push(atLeast(`${row.name}: better-auth`, "times", times, bound));
  }
  if (microseconds !== undefined) {
    const cost = costOf(row, product);
    found.push(
      atMost(`${row.name}: beyond the hash`, "µs", cost, microseconds),
    );
  }
  if (large) {
    const growth = costOf(row, large) / costOf(row, product);
    const name = `${row.name}: large database / medium`;
    found.push(atMost(name, "times", growth, MAX_GROWTH));
  }
  return found;
}

export function requirementsOfStarts(
  starts: readonly ColdStart[],
): Requirement[] {
  return starts.flatMap(({ name, kind, milliseconds }) =>
    kind === "source" || kind === "binary"
      ? atMost(name, "ms", milliseconds, MAX_MILLISECONDS_OF_START[kind])
      : [],
  );
}

export function requirementsOfMemory(
  uses: readonly MemoryUse[],
): Requirement[] {
  return uses.flatMap(({ name, kind, product }) => {
    if (kind === "slope")
      return atMost(name, "MB a minute", product, MAX_SLOPE);
    return atMost(name, "MB", product, MAX_MEGABYTES[kind]);
  });
}

export function requirementsOfOthers({
  name,
  product,
}: OthersWait): Requirement {
  const delay = product.during.p99 - product.alone.p99;
  return atMost(`${name}: longer p99`, "ms", delay, MAX_DELAY);
}
