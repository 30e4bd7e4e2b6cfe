import { join } from "node:path";
import { root } from "#scripts/run.ts";
import { findOrBuildDatabase } from "./data/database";
import { median } from "./measure";
import { isShort, isWanted, SIZE, withPeer } from "./options";
import { processorTime } from "./processor-time";
import { productCommand, type Started, startProduct } from "./servers";
import { startPeerOn } from "./stage";
import { onWorkbench, type Workbench } from "./workbench";

/** The time from the start of the process until it answers, on a database that exists. */
export interface ColdStart {
  name: string;
  kind: "source" | "bundle" | "binary" | "peer";
  milliseconds: number;
  /** The processor time until then. */
  processorMilliseconds: number;
}

const TIMES = isShort ? 1 : 5;
const SOURCE = [process.execPath, join(root, "src/main.ts"), "serve"];
/** The path of the binary that `bun run build:binary` has built. It is measured only if it is set. */
const { BENCH_BINARY } = process.env;

type Start = (bench: Workbench, database: string) => Promise<Started>;

export async function measureStarts(): Promise<ColdStart[]> {
  const measured: ColdStart[] = [];
  for (const { name, kind, start } of kinds().filter(isWanted)) {
    const times: Pick<ColdStart, "milliseconds" | "processorMilliseconds">[] =
      [];
    await onWorkbench(async (bench) => {
      const database = await bench.copy(findOrBuildDatabase(SIZE));
      for (let time = 0; time < TIMES; time++)
        times.push(await timeOf(() => start(bench, database)));
    });
    measured.push({
      name,
      kind,
      milliseconds: median(times.map((time) => time.milliseconds)),
      processorMilliseconds: median(
        times.map((time) => time.processorMilliseconds),
      ),
    });
  }
  return measured;
}

function kinds(): (Pick<ColdStart, "name" | "kind"> & { start: Start })[] {
  const run =
    (command: () => string[] | Promise<string[]>): Start =>
    async (_, database) =>
      startProduct(database, await command());
  const named = (kind: ColdStart["kind"], what: string, start: Start) => ({
    kind,
    name: `cold start, ${what}`,
    start,
  });
  return [
    named(
      "source",
      "from source",
      run(() => SOURCE),
    ),
    named("bundle", "bundle of bun start", run(productCommand)),
    ...(BENCH_BINARY
      ? [
          named(
            "binary",
            "binary",
            run(() => [BENCH_BINARY, "serve"]),
          ),
        ]
      : []),
    ...(withPeer ? [named("peer", "better-auth", startPeerOn)] : []),
  ];
}

async function timeOf(start: () => Promise<Started>) {
  const server = await start();
  const milliseconds = performance.now() - server.startedAt;
  const { total } = processorTime(server.pid);
  await server.stop();
  return { milliseconds, processorMilliseconds: total / 1000 };
}
