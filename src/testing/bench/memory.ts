import { readFileSync } from "node:fs";
import { findOrBuildDatabase } from "./data/database";
import type { Generator, Shot } from "./load/shot";
import type { Target } from "./measure";
import { isShort, isWanted, ROUNDS, SIZE, withPeer } from "./options";
import { rows } from "./rows";
import { startProduct } from "./servers";
import { startPeerOn } from "./stage";
import { onWorkbench } from "./workbench";

/** The memory of the process that is in RAM, in megabytes, or its growth in a minute. */
export interface MemoryUse {
  name: string;
  kind: "idle" | "load" | "slope";
  product: number;
  peer?: number;
}

const IDLE = "memory, idle";
const LOADED = "memory, under load";
/** A longer run is measured only if this is set. */
const MINUTES = Number(process.env.BENCH_MINUTES ?? 0);
const LONG = `memory, growth a minute after ${MINUTES / 2} minutes`;
const IDLE_SECONDS = isShort ? 0.1 : 10;
const SAMPLE_SECONDS = 10;

export async function measureMemory(
  generator: Generator,
): Promise<MemoryUse[]> {
  const names = [IDLE, LOADED, LONG];
  if (!names.some((name) => isWanted({ name }))) return [];
  const wanted = rows(SIZE).filter(({ peer, hashes }) => peer && !hashes);
  const uses: MemoryUse[] = [];
  await onWorkbench(async (bench) => {
    const database = await bench.copy(findOrBuildDatabase(SIZE));
    const product = await bench.keep(startProduct(database));
    const loads = wanted.map((row) => row.product);
    const ofProduct = await watch(generator, product, loads);
    const peer = withPeer && (await bench.keep(startPeerOn(bench)));
    const ofPeer = peer
      ? await watch(
          generator,
          peer,
          wanted.map((row) => row.peer?.shots ?? []),
        )
      : undefined;
    uses.push(
      { name: IDLE, kind: "idle", product: ofProduct.idle, peer: ofPeer?.idle },
      {
        name: LOADED,
        kind: "load",
        product: ofProduct.most,
        peer: ofPeer?.most,
      },
    );
    if (MINUTES > 0)
      uses.push({
        name: LONG,
        kind: "slope",
        product: await slopeOf(generator, product, loads),
      });
  });
  return uses;
}

async function watch(generator: Generator, target: Target, loads: Shot[][]) {
  await Bun.sleep(IDLE_SECONDS * 1000);
  const idle = megabytesOf(target.pid);
  let most = idle;
  const timer = setInterval(() => {
    most = Math.max(most, megabytesOf(target.pid));
  }, 100);
  try {
    for (const load of loads) await generator.run(target.origin, load, ROUNDS);
  } finally {
    clearInterval(timer);
  }
  return { idle, most };
}

/**
 * Returns by how many megabytes the server grows in a minute in the second half of the run. In the first half it still
 * compiles code and fills its caches.
 */
async function slopeOf(
  generator: Generator,
  target: Target,
  loads: Shot[][],
): Promise<number> {
  const samples: [minute: number, megabytes: number][] = [];
  const started = performance.now();
  const options = { ...ROUNDS, seconds: SAMPLE_SECONDS };
  for (let turn = 0; ; turn++) {
    const minute = (performance.now() - started) / 60_000;
    if (minute >= MINUTES) break;
    const load = loads[turn % loads.length] ?? [];
    await generator.run(target.origin, load, options);
    samples.push([minute, megabytesOf(target.pid)]);
    console.log(
      `${minute.toFixed(1)} min ${samples.at(-1)?.[1].toFixed(1)} MB`,
    );
  }
  return slope(samples.slice(Math.floor(samples.length / 2)));
}

/** The slope of the line with the smallest squared distances to the points. */
export function slope(points: readonly (readonly [x: number, y: number])[]) {
  const mean = (values: number[]) =>
    values.reduce((sum, value) => sum + value, 0) / values.length;
  const [x, y] = [mean(points.map((p) => p[0])), mean(points.map((p) => p[1]))];
  const along = mean(points.map((p) => (p[0] - x) * (p[1] - y)));
  return along / mean(points.map((p) => (p[0] - x) ** 2));
}

function megabytesOf(pid: number): number {
  const status = readFileSync(`/proc/${pid}/status`, "utf8");
  return Number(/^VmRSS:\s+(\d+) kB/m.exec(status)?.[1]) / 1024;
}
