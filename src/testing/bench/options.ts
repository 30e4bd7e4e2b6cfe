/** The command line and the environment variables of `bun run bench`. */
import { parseArgs } from "node:util";
import { SIZES } from "./data/sizes";
import type { Rounds } from "./measure";

const { env } = process;
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    /** Only checks that the benchmark works; the numbers have no meaning. */
    short: { type: "boolean", default: false },
    /** Also measures better-auth, which is installed at the first use. */
    peer: { type: "boolean", default: false },
    /** Also measures the product on the large database. */
    large: { type: "boolean", default: false },
    /** Writes all results into this file. */
    json: { type: "string" },
  },
});

export const isShort = values.short;
export const withPeer = values.peer;
export const withLarge = values.large;
export const jsonFile = values.json;

/** Only rows with all these words in their name are measured. */
export const WORDS = positionals;

export function isWanted({ name }: { name: string }): boolean {
  return WORDS.every((word) => name.includes(word));
}

export const SIZE = isShort ? SIZES.tiny : SIZES.medium;

/** `NORMAL` or `FULL`: when the databases of all servers wait for the disk. */
export const SYNCHRONOUS = env.BENCH_SYNCHRONOUS ?? "NORMAL";

export const ROUNDS: Rounds = {
  rounds: Number(env.BENCH_ROUNDS ?? (isShort ? 1 : 3)),
  seconds: Number(env.BENCH_SECONDS ?? (isShort ? 0.1 : 3)),
  warmUpSeconds: isShort ? 0 : 3,
  connections: 16,
};
