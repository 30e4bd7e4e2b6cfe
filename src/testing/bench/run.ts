/**
 * `bun run bench` measures the product and the same queries without the product (the ceilings) in turns, because only
 * the ratios are comparable. Then it measures how long each procedure blocks other requests.
 *
 * `bun run bench key` measures only the rows with this word in their name.
 *
 * `--short` only checks within seconds that the benchmark works; its numbers have no meaning.
 */
import { join } from "node:path";
import { type Comparison, comparisons } from "./comparisons";
import { hasOwnCores, moveToLoadCore, onServerCore } from "./cores";
import { chooseGenerator } from "./load/choose";
import { own } from "./load/own";
import { measureInTurns } from "./measure";
import { isShort, isWanted, ROUNDS, WORDS } from "./options";
import { type ProductFacts, type Row, rows } from "./rows";
import { type Started, startScript } from "./servers";
import { line, percent, whole } from "./table";

// The other generators measure whole seconds, so the short form does not use them.
const generator = isShort ? own : chooseGenerator();
const SHORT_STALLS = { BENCH_EVENTS: "2000", BENCH_TIMES: "1" };

async function main(): Promise<void> {
  moveToLoadCore();
  const product = await startScript<ProductFacts>("product.ts");
  const ceiling = await startScript<{ origin: string }>(
    "ceiling.ts",
    JSON.stringify(product.facts),
  );
  try {
    const cores = hasOwnCores ? "on a core of its own" : "on the same cores";
    console.log(
      `The load comes from ${generator.name}, ${cores}. ${ROUNDS.rounds} rounds of ${ROUNDS.seconds} s, ${ROUNDS.connections} connections, medians. CPU µs: processor time of the server for a request.`,
    );
    await reportRows(product, ceiling);
    await reportComparisons(product);
  } finally {
    product.stop();
    ceiling.stop();
  }
  if (WORDS.length === 0) process.exitCode = await reportStalls();
}

async function reportRows(
  product: Started<ProductFacts>,
  ceiling: Started<unknown>,
): Promise<void> {
  const wanted = rows(product.facts).filter(isWanted);
  if (wanted.length === 0) return;
  console.log("\nShare: CPU µs of the ceiling / CPU µs of the product\n");
  console.log(
    line("", ["product/s", "CPU µs", "ceiling/s", "CPU µs"]) +
      line("", ["share", "p50 ms", "p99 ms"], 0),
  );
  for (const row of wanted)
    console.log(await measureRow(product, ceiling, row));
}

async function measureRow(
  product: Started<ProductFacts>,
  ceiling: Started<unknown>,
  row: Row,
): Promise<string> {
  const { mine, bare } = await measureInTurns(
    generator,
    {
      mine: { target: product, shots: [row.product] },
      bare: { target: ceiling, shots: [row.ceiling] },
    },
    ROUNDS,
  );
  // Without /proc the share is that of the requests per second.
  const share = mine.microseconds
    ? bare.microseconds / mine.microseconds
    : mine.perSecond / bare.perSecond;
  return line(row.name, [
    whole(mine.perSecond),
    whole(mine.microseconds),
    whole(bare.perSecond),
    whole(bare.microseconds),
    percent(share),
    mine.p50.toFixed(1),
    mine.p99.toFixed(1),
  ]);
}

/** Compares calls in a session with the same calls with an API key. */
async function reportComparisons(
  product: Started<ProductFacts>,
): Promise<void> {
  const wanted = comparisons(product.facts).filter(isWanted);
  if (wanted.length === 0) return;
  console.log("\nCPU µs for a call, in a session and with an API key\n");
  console.log(line("", ["session", "key", "ratio"]));
  for (const comparison of wanted)
    console.log(await compare(product, comparison));
}

async function compare(
  target: Started<ProductFacts>,
  comparison: Comparison,
): Promise<string> {
  const { session, key } = await measureInTurns(
    generator,
    {
      session: { target, shots: [comparison.session] },
      key: { target, shots: [comparison.key] },
    },
    ROUNDS,
  );
  const ratio = session.microseconds
    ? key.microseconds / session.microseconds
    : session.perSecond / key.perSecond;
  const cells = [session, key].map(({ microseconds }) => whole(microseconds));
  return line(comparison.name, [...cells, ratio.toFixed(2)]);
}

async function reportStalls(): Promise<number> {
  const script = join(import.meta.dir, "stalls/run.ts");
  const child = Bun.spawn(onServerCore([process.execPath, script]), {
    stdio: ["ignore", "inherit", "inherit"],
    env: { ...(isShort && SHORT_STALLS), ...process.env },
  });
  return child.exited;
}

await main();
