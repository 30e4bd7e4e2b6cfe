import type { TestServer } from "../kit/server";

const SAMPLES = 30;
const ROUNDS = 6;

/**
 * How many times as long one of two calls takes as the other, at least 1. They are called in turn, and compared by
 * their medians, so that what else the machine does falls on both. Of several rounds the least difference counts: one
 * that is there shows in each of them.
 * @param prepare what comes before each call and is not measured
 */
export async function timesAsLong(
  server: TestServer,
  one: () => Promise<unknown>,
  other: () => Promise<unknown>,
): Promise<number> {
  const rounds: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    rounds.push(await compare(server, one, other));
    if (Math.min(...rounds) < 1.1) break;
  }
  return Math.min(...rounds);
}

async function compare(
  server: TestServer,
  one: () => Promise<unknown>,
  other: () => Promise<unknown>,
): Promise<number> {
  const times: [number[], number[]] = [[], []];
  for (let sample = 0; sample < SAMPLES; sample++) {
    // Neither is always the one that comes after the other.
    const first = sample % 2;
    for (const which of [first, 1 - first]) {
      // Mail on its way would slow down whichever comes next.
      await server.services.outbox.idle();
      const started = performance.now();
      await (which === 0 ? one() : other());
      times[which === 0 ? 0 : 1].push(performance.now() - started);
    }
  }
  const [a, b] = [median(times[0]), median(times[1])];
  return Math.max(a, b) / Math.min(a, b);
}

function median(times: number[]): number {
  const sorted = times.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
