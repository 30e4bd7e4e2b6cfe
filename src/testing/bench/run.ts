/**
 * `bun run bench` measures the product and the same queries without the product (the ceilings) in turns, because only
 * the ratios are comparable. Then it measures how long each procedure blocks other requests.
 *
 * `--short` only checks within seconds that the benchmark works; its numbers have no meaning.
 */
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { firstLine } from "./first-line";
import { fire, type Load, type Shot } from "./load";

const isShort = process.argv.includes("--short");
const ROUNDS = Number(process.env.BENCH_ROUNDS ?? (isShort ? 1 : 3));
const SECONDS = Number(process.env.BENCH_SECONDS ?? (isShort ? 0.2 : 3));
const SHORT_STALLS = { BENCH_EVENTS: "2000", BENCH_TIMES: "1" };
const SERVER_CORE = 0;
const LOAD_CORE = 1;

interface Product {
  origin: string;
  cookie: string;
  slug: string;
}

interface Pair {
  name: string;
  product: Shot;
  ceiling: Shot;
}

function pairs({ cookie, slug }: Product): Pair[] {
  const org = `/api/organizations/${slug}`;
  const input = encodeURIComponent(JSON.stringify({ org: slug }));
  const read = (name: string, product: string, ceiling: string): Pair => ({
    name,
    product: { path: product, cookie },
    ceiling: { path: ceiling },
  });
  const write = { method: "POST", body: JSON.stringify({ name: "Benchmark" }) };
  return [
    read("nothing: /healthz · fixed JSON", "/healthz", "/fixed"),
    read("context over REST", `/api/auth/context?org=${slug}`, "/context"),
    read(
      "context over tRPC",
      `/trpc/auth.context?input=${input}`,
      "/trpc/context",
    ),
    read("list organizations", "/api/organizations", "/organizations"),
    read("list 10 members", `${org}/members`, "/members"),
    read("list 20 projects", `${org}/projects?limit=20`, "/projects"),
    {
      name: "create a project",
      product: { path: `${org}/projects`, cookie, ...write },
      ceiling: { path: "/projects", ...write },
    },
  ];
}

async function main(): Promise<void> {
  pinSelf(LOAD_CORE);
  const product = await start<Product>("product.ts");
  const ceiling = await start<{ origin: string }>(
    "ceiling.ts",
    JSON.stringify(product.facts),
  );
  try {
    console.log(
      `${ROUNDS} rounds of ${SECONDS} s, 16 connections, medians; requests per second\n`,
    );
    console.log(row("", "product", "ceiling", "share", "p50 ms", "p99 ms"));
    for (const pair of pairs(product.facts))
      console.log(
        await measure(product.facts.origin, ceiling.facts.origin, pair),
      );
  } finally {
    product.process.kill();
    ceiling.process.kill();
  }
  process.exitCode = await reportStalls();
}

async function reportStalls(): Promise<number> {
  const script = join(import.meta.dir, "stalls/run.ts");
  const child = Bun.spawn(pinned(SERVER_CORE, [process.execPath, script]), {
    stdio: ["ignore", "inherit", "inherit"],
    env: { ...(isShort && SHORT_STALLS), ...process.env },
  });
  return child.exited;
}

async function measure(
  productOrigin: string,
  ceilingOrigin: string,
  { name, product, ceiling }: Pair,
): Promise<string> {
  const mine: Load[] = [];
  const bare: Load[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    mine.push(await fire(productOrigin, product, { seconds: SECONDS }));
    bare.push(await fire(ceilingOrigin, ceiling, { seconds: SECONDS }));
  }
  const ours = median(mine.map(({ perSecond }) => perSecond));
  const best = median(bare.map(({ perSecond }) => perSecond));
  const share = `${Math.round((ours / best) * 100)} %`;
  const p50 = median(mine.map((load) => load.p50)).toFixed(1);
  const p99 = median(mine.map((load) => load.p99)).toFixed(1);
  return row(name, ours.toFixed(0), best.toFixed(0), share, p50, p99);
}

/** Starts a server in a separate process and waits for the line with its address. */
async function start<F>(script: string, ...args: string[]) {
  const command = [process.execPath, join(import.meta.dir, script), ...args];
  const child = Bun.spawn(pinned(SERVER_CORE, command), {
    stdio: ["ignore", Bun.file("/dev/null"), "pipe"],
  });
  return {
    process: child,
    facts: JSON.parse(await firstLine(child.stderr)) as F,
  };
}

// The servers and the load generator run on separate cores if the machine has two cores and `taskset`.
const canPin =
  !isShort && availableParallelism() > 1 && Bun.which("taskset") !== null;

function pinned(core: number, command: string[]): string[] {
  return canPin ? ["taskset", "-c", String(core), ...command] : command;
}

function pinSelf(core: number): void {
  if (canPin)
    Bun.spawnSync(["taskset", "-a", "-cp", String(core), String(process.pid)]);
}

function median(values: number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

function row(name: string, ...cells: string[]): string {
  return name.padEnd(34) + cells.map((cell) => cell.padStart(9)).join("");
}

await main();
