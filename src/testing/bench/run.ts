/**
 * `bun run bench` measures the product and the same queries without the product (the ceilings) in turns, because only
 * the ratios are comparable. Then it measures how long each procedure blocks other requests.
 *
 * `bun run bench key` measures only the rows with this word in their name.
 *
 * `--short` only checks within seconds that the benchmark works; its numbers have no meaning.
 */
import { existsSync, readFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { firstLine } from "./first-line";
import { fire, type Load, type Shot } from "./load";

const isShort = process.argv.includes("--short");
/** Only rows with all these words are measured, and no stalls. */
const WORDS = process.argv.slice(2).filter((word) => !word.startsWith("--"));
const ROUNDS = Number(process.env.BENCH_ROUNDS ?? (isShort ? 1 : 3));
const SECONDS = Number(process.env.BENCH_SECONDS ?? (isShort ? 0.2 : 3));
const SHORT_STALLS = { BENCH_EVENTS: "2000", BENCH_TIMES: "1" };
const SERVER_CORE = 0;
const LOAD_CORE = 1;

interface Product {
  origin: string;
  cookie: string;
  /** The API key of a member, and that of a service account. */
  personalKey: string;
  serviceKey: string;
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

/** A call in a session, and the same call with an API key. */
interface Comparison {
  name: string;
  session: Shot;
  key: Shot;
}

function comparisons({
  cookie,
  personalKey,
  serviceKey,
  slug,
}: Product): Comparison[] {
  const org = `/api/organizations/${slug}`;
  const write = { method: "POST", body: JSON.stringify({ name: "Benchmark" }) };
  const calls: [name: string, shot: Shot][] = [
    ["get an organization", { path: org }],
    ["list 20 projects", { path: `${org}/projects?limit=20` }],
    ["create a project", { path: `${org}/projects`, ...write }],
  ];
  return calls.flatMap(([name, shot]) =>
    Object.entries({ personal: personalKey, service: serviceKey }).map(
      ([kind, bearer]) => ({
        name: `${name}, ${kind} key`,
        session: { ...shot, cookie },
        key: { ...shot, bearer },
      }),
    ),
  );
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
    for (const pair of pairs(product.facts).filter(isWanted))
      console.log(
        await measure(product.facts.origin, ceiling.facts.origin, pair),
      );
    console.log(
      "\nµs of the server for a call, in a session and with an API key\n",
    );
    console.log(row("", "session", "key", "ratio"));
    for (const comparison of comparisons(product.facts).filter(isWanted))
      console.log(await compare(product, comparison));
  } finally {
    product.process.kill();
    ceiling.process.kill();
  }
  if (WORDS.length === 0) process.exitCode = await reportStalls();
}

function isWanted({ name }: { name: string }): boolean {
  return WORDS.every((word) => name.includes(word));
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

/**
 * Measures in turns how much longer a call with an API key takes. The time is the processor time of the server where the
 * operating system tells it, because other programs do not change it.
 */
async function compare(
  { facts, process: { pid } }: Started<Product>,
  { name, session, key }: Comparison,
): Promise<string> {
  const sums = { session: noCost(), key: noCost() };
  for (let round = 0; round < ROUNDS; round++)
    for (const [kind, shot] of Object.entries({ session, key })) {
      const sum = sums[kind as keyof typeof sums];
      const before = processorTime(pid);
      const load = await fire(facts.origin, shot, { seconds: SECONDS });
      sum.requests += load.requests;
      sum.milliseconds += SECONDS * 1000;
      sum.processor += processorTime(pid) - before;
    }
  const byProcessor = sums.session.processor > 0;
  const costs = [sums.session, sums.key].map(
    ({ requests, milliseconds, processor }) =>
      (byProcessor ? processor : milliseconds) / requests,
  );
  const [inSession = 0, withKey = 0] = costs;
  const ratio = (withKey / inSession).toFixed(2);
  return row(name, ...costs.map((cost) => (cost * 1000).toFixed(0)), ratio);
}

function noCost() {
  return { requests: 0, milliseconds: 0, processor: 0 };
}

/** Returns the processor time of a process so far in milliseconds; 0 where there is no `/proc`. */
function processorTime(pid: number): number {
  const file = `/proc/${pid}/stat`;
  if (!existsSync(file)) return 0;
  // The fields 14 and 15 are the times in user and kernel mode in hundredths of a second. The name in field 2 is in
  // parentheses and can contain spaces.
  const [, rest = ""] = readFileSync(file, "utf8").split(") ");
  const fields = rest.split(" ");
  return (Number(fields[11]) + Number(fields[12])) * 10;
}

interface Started<F> {
  process: { pid: number; kill(): void };
  facts: F;
}

/** Starts a server in a separate process and waits for the line with its address. */
async function start<F>(
  script: string,
  ...args: string[]
): Promise<Started<F>> {
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
