/** The command line and the environment variables of `bun run bench`. */
import type { Rounds } from "./measure";

const { argv, env } = process;

/** Only checks that the benchmark works; the numbers have no meaning. */
export const isShort = argv.includes("--short");

/** Only rows with all these words in their name are measured, and no stalls. */
export const WORDS = argv.slice(2).filter((word) => !word.startsWith("--"));

export function isWanted({ name }: { name: string }): boolean {
  return WORDS.every((word) => name.includes(word));
}

export const ROUNDS: Rounds = {
  rounds: Number(env.BENCH_ROUNDS ?? (isShort ? 1 : 3)),
  seconds: Number(env.BENCH_SECONDS ?? (isShort ? 0.2 : 3)),
  warmUpSeconds: isShort ? 0.1 : 1,
  connections: 16,
};
