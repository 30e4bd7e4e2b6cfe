/**
 * `bun run bench` measures the product and the same work without the product (the ceilings) in turns, because only the
 * ratios are comparable. docs/performance.md explains the options and the output.
 */
import { join } from "node:path";
import { type Comparison, comparisons } from "./comparisons";
import { hasOwnCores, moveToLoadCore, onServerCore } from "./cores";
import { chooseGenerator } from "./load/choose";
import { own } from "./load/own";
import { measureInTurns } from "./measure";
import { isShort, isWanted, ROUNDS, SIZE, SYNCHRONOUS, WORDS } from "./options";
import { measureRow } from "./measure-row";
import { rows } from "./rows";
import { onStage, type Stage } from "./stage";
import { HEAD, line, lineOf, whole } from "./table";

// The other generators measure whole seconds, so the short form does not use them.
const generator = isShort ? own : chooseGenerator();
const SHORT_STALLS = { BENCH_EVENTS: "2000", BENCH_TIMES: "1" };

async function main(): Promise<void> {
  moveToLoadCore();
  await onStage(async (stage) => {
    console.log(introduction());
    await reportRows(stage);
    await reportComparisons(stage);
  });
  if (WORDS.length === 0) process.exitCode = await reportStalls();
}

function introduction(): string {
  const { rounds, seconds, connections } = ROUNDS;
  const cores = hasOwnCores ? "on a core of its own" : "on the same cores";
  return [
    `Load: ${generator.name}, ${cores}. ${rounds} rounds of ${seconds} s, ${connections} connections, medians.`,
    `Database: ${SIZE.organizations} organizations, ${SIZE.people} people, synchronous ${SYNCHRONOUS}. Each request comes from another session.`,
    "µs: processor time of the server for a request. share: µs of the ceiling / µs of the product.",
  ].join("\n");
}

async function reportRows(stage: Stage): Promise<void> {
  const wanted = rows(SIZE).filter(isWanted);
  if (wanted.length === 0) return;
  console.log(`\n${HEAD}`);
  for (const row of wanted)
    console.log(lineOf(await measureRow(generator, stage, row)));
}

/** Compares calls in a session with the same calls with an API key. */
async function reportComparisons({ keyed, product }: Stage): Promise<void> {
  const wanted = comparisons(keyed).filter(isWanted);
  if (wanted.length === 0) return;
  console.log("\nµs for a call, in a session and with an API key\n");
  console.log(line("", ["session", "key", "ratio"]));
  for (const { name, session, key } of wanted) {
    const measured = {
      session: { target: product, shots: session },
      key: { target: product, shots: key },
    };
    const costs = await measureInTurns(generator, measured, ROUNDS);
    console.log(describe(name, costs));
  }
}

function describe(
  name: Comparison["name"],
  {
    session,
    key,
  }: Awaited<ReturnType<typeof measureInTurns<"session" | "key">>>,
): string {
  const ratio = session.microseconds
    ? key.microseconds / session.microseconds
    : session.perSecond / key.perSecond;
  const cells = [session, key].map(({ microseconds }) => whole(microseconds));
  return line(name, [...cells, ratio.toFixed(2)]);
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
