import type { Shot } from "./load/shot";
import { requestOf } from "./load/shot";
import { own } from "./load/own";
import type { Target } from "./measure";
import { isShort } from "./options";

export const OTHERS = { name: "context while others sign in" };

const SECONDS = isShort ? 0.2 : 10;
/** So few that the requests alone keep the server idle most of the time. */
const PER_SECOND = 100;
const SIGN_IN_CONNECTIONS = 4;

/** Response times in milliseconds. */
interface Waits {
  p50: number;
  p99: number;
}

/** Response times of other requests without and during sign-ins. */
export interface OthersWait {
  name: string;
  product: Record<"alone" | "during", Waits>;
  peer?: Record<"alone" | "during", Waits>;
}

/** Sends requests at a fixed rate, first alone and then while people sign in. */
export async function measureOthers(
  { origin }: Target,
  requests: readonly Shot[],
  signIns: readonly Shot[],
): Promise<Record<"alone" | "during", Waits>> {
  await waitsOf(origin, requests);
  const alone = await waitsOf(origin, requests);
  const options = { connections: SIGN_IN_CONNECTIONS, seconds: SECONDS };
  const [during] = await Promise.all([
    waitsOf(origin, requests),
    own.run(origin, signIns, options),
  ]);
  return { alone, during };
}

async function waitsOf(origin: string, shots: readonly Shot[]): Promise<Waits> {
  const waiting: Promise<number>[] = [];
  const started = performance.now();
  for (let n = 0; n < PER_SECOND * SECONDS; n++) {
    const due = started + (n * 1000) / PER_SECOND;
    await Bun.sleep(Math.max(0, due - performance.now()));
    const shot = shots[n % shots.length];
    if (shot) waiting.push(waitOf(origin, shot));
  }
  const sorted = (await Promise.all(waiting)).toSorted((a, b) => a - b);
  const at = (share: number) =>
    sorted[Math.floor((sorted.length - 1) * share)] ?? 0;
  return { p50: at(0.5), p99: at(0.99) };
}

async function waitOf(origin: string, shot: Shot): Promise<number> {
  const sent = performance.now();
  const response = await fetch(origin + shot.path, requestOf(origin, shot));
  await response.arrayBuffer();
  if (!response.ok)
    throw new Error(`${shot.path} answered ${response.status}.`);
  return performance.now() - sent;
}
