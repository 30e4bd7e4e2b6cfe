import {
  type Generator,
  type LoadOptions,
  requestOf,
  type Shot,
} from "./load/shot";
import { processorTime } from "./processor-time";

/** A running server. */
export interface Target {
  origin: string;
  pid: number;
}

/** A server and the requests that it gets in turn. */
export interface Measured {
  target: Target;
  shots: readonly Shot[];
  /** How many requests do the measured work. Default: 1. */
  calls?: number;
}

/** Medians of all rounds. */
export interface Figures {
  perSecond: number;
  /** The processor time of the server for a request in microseconds; 0 where the operating system does not tell it. */
  microseconds: number;
  /** The same without the hashes of passwords. */
  beyondHash: number;
  /** Response times in milliseconds. */
  p50: number;
  p99: number;
}

export interface Rounds extends LoadOptions {
  rounds: number;
  /**
   * The length of the load before the first round, which is not measured. It is repeated until the server has compiled
   * its code.
   */
  warmUpSeconds: number;
}

const MOST_WARM_UPS = 7;
/** A server has compiled its code when the compiler takes less than this share of its processor time. */
const COMPILER_SHARE = 0.02;

/** Measures several servers in turns, so that other work on the machine affects all of them. */
export async function measureInTurns<Name extends string>(
  generator: Generator,
  measured: Record<Name, Measured>,
  { rounds, warmUpSeconds, ...options }: Rounds,
): Promise<Record<Name, Figures>> {
  const names = Object.keys(measured) as Name[];
  const results = new Map<Name, Figures[]>(names.map((name) => [name, []]));
  for (const name of names) {
    const { target, shots } = measured[name];
    await expectSuccess(target.origin, shots);
    if (warmUpSeconds > 0)
      await warmUp(generator, measured[name], {
        ...options,
        seconds: warmUpSeconds,
      });
  }
  for (let round = 0; round < rounds; round++)
    for (const [name, figures] of results)
      figures.push(await measureOnce(generator, measured[name], options));
  return Object.fromEntries(
    [...results].map(([name, figures]) => [name, mediansOf(figures)]),
  ) as Record<Name, Figures>;
}

/**
 * Loads a server until its code is compiled. The product has much more code than a ceiling, and needs up to 15 seconds.
 * The compiler would otherwise take a fifth of the time of a request, which a server that runs for hours never shows.
 */
async function warmUp(
  generator: Generator,
  { target, shots }: Measured,
  options: LoadOptions,
): Promise<void> {
  for (let run = 0; run < MOST_WARM_UPS; run++) {
    const before = processorTime(target.pid);
    await generator.run(target.origin, shots, options);
    const after = processorTime(target.pid);
    const compiling = after.compiling - before.compiling;
    if (compiling <= COMPILER_SHARE * (after.total - before.total)) return;
  }
}

/** Sends the first request. Its answer says more than the error of a load generator. */
async function expectSuccess(
  origin: string,
  [shot]: readonly Shot[],
): Promise<void> {
  if (!shot) throw new Error("There is no request to send.");
  const response = await fetch(origin + shot.path, requestOf(origin, shot));
  const text = await response.text();
  if (!response.ok)
    throw new Error(`${shot.path} answered ${response.status}: ${text}`);
}

async function measureOnce(
  generator: Generator,
  { target, shots, calls = 1 }: Measured,
  options: LoadOptions,
): Promise<Figures> {
  const before = processorTime(target.pid);
  const { requests, perSecond, p50, p99 } = await generator.run(
    target.origin,
    shots,
    options,
  );
  const after = processorTime(target.pid);
  if (requests === 0)
    throw new Error(`${target.origin} answered no request in time.`);
  const times = requests / calls;
  const total = after.total - before.total;
  const beyondHash = total - (after.hashing - before.hashing);
  return {
    perSecond: perSecond / calls,
    microseconds: total / times,
    beyondHash: beyondHash / times,
    p50,
    p99,
  };
}

function mediansOf(figures: readonly Figures[]): Figures {
  const of = (name: keyof Figures) => median(figures.map((one) => one[name]));
  return {
    perSecond: of("perSecond"),
    microseconds: of("microseconds"),
    beyondHash: of("beyondHash"),
    p50: of("p50"),
    p99: of("p99"),
  };
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
