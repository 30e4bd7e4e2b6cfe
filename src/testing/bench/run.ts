/** `bun run bench`: the product against its own ceilings, in one run, interleaved. Ratios hold; absolutes drift. */
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { fire, type Load, type Shot } from "./load";

const ROUNDS = Number(process.env.BENCH_ROUNDS ?? 3);
const SECONDS = Number(process.env.BENCH_SECONDS ?? 3);

interface Facts {
  product: string;
  ceiling: string;
  cookie: string;
  slug: string;
}

interface Pair {
  name: string;
  product: Shot;
  ceiling: Shot;
}

function pairs({ cookie, slug }: Facts): Pair[] {
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
  const program = Bun.spawn(pinned(0, join(import.meta.dir, "program.ts")), {
    stdio: ["ignore", Bun.file("/dev/null"), "pipe"],
  });
  try {
    const facts = await firstLine(program.stderr);
    console.log(
      `${ROUNDS} rounds of ${SECONDS} s, 16 connections, medians; requests per second\n`,
    );
    console.log(row("", "product", "ceiling", "share", "p50 ms", "p99 ms"));
    for (const pair of pairs(facts)) console.log(await measure(facts, pair));
  } finally {
    program.kill();
  }
}

async function measure(
  facts: Facts,
  { name, product, ceiling }: Pair,
): Promise<string> {
  const mine: Load[] = [];
  const bare: Load[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    mine.push(await fire(facts.product, product, { seconds: SECONDS }));
    bare.push(await fire(facts.ceiling, ceiling, { seconds: SECONDS }));
  }
  const ours = median(mine.map(({ perSecond }) => perSecond));
  const best = median(bare.map(({ perSecond }) => perSecond));
  const share = `${Math.round((ours / best) * 100)} %`;
  const p50 = median(mine.map((load) => load.p50)).toFixed(1);
  const p99 = median(mine.map((load) => load.p99)).toFixed(1);
  return row(name, ours.toFixed(0), best.toFixed(0), share, p50, p99);
}

// Server and load each on a core of their own, where the machine has two and `taskset`.
function pinned(core: number, script: string): string[] {
  const command = [process.execPath, script];
  const canPin = availableParallelism() > 1 && Bun.which("taskset") !== null;
  return canPin ? ["taskset", "-c", String(core), ...command] : command;
}

async function firstLine(stream: ReadableStream<Uint8Array>): Promise<Facts> {
  let text = "";
  for await (const chunk of stream) {
    text += new TextDecoder().decode(chunk);
    if (text.includes("\n")) break;
  }
  return JSON.parse(text.slice(0, text.indexOf("\n"))) as Facts;
}

function median(values: number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

function row(name: string, ...cells: string[]): string {
  return name.padEnd(34) + cells.map((cell) => cell.padStart(9)).join("");
}

await main();
