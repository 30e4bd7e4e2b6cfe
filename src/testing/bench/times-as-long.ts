import type { TestServer } from "../kit/server";

const SAMPLES = 30;
const ROUNDS = 6;

/**
 * Returns how many times longer one of two calls takes than the other; at least 1. The calls alternate and their
 * medians are compared, so that other load affects both equally.
 *
 * The smallest ratio of several rounds counts, because a real difference shows in every round.
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
    // Alternate which of the two calls comes first.
    const first = sample % 2;
    for (const which of [first, 1 - first]) {
      // Wait for the delivery of mails, because it would slow down the next call.
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
