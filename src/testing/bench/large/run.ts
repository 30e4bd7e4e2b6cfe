/**
 * `bun run bench:large` measures how long the server takes for the lists of an organization with 10,000 members and a
 * million events. The process fails if an answer is wrong, or if more than one of twenty requests takes longer than the
 * target.
 */
import { firstLine } from "../first-line";
import { type Question, questions, type Row } from "./requests";

const AIM = Number(process.env.BENCH_AIM_MS ?? 50);
const TIMES = Number(process.env.BENCH_TIMES ?? 40);
const WARM_UP = 3;

interface Facts {
  origin: string;
  cookie: string;
  anaId: string;
  now: number;
  built: number;
}

async function main(): Promise<void> {
  const product = Bun.spawn(
    [process.execPath, `${import.meta.dir}/product.ts`],
    { stdio: ["ignore", Bun.file("/dev/null"), "pipe"] },
  );
  try {
    const facts = JSON.parse(await firstLine(product.stderr)) as Facts;
    console.log(
      `Built in ${Math.round(facts.built / 1000)} s. One request at a time, ${TIMES} of each; milliseconds as the client waits.\n`,
    );
    console.log(line("", "rows", "p50", "p95", "max"));
    const faults: string[] = [];
    for (const question of questions(facts))
      faults.push(...(await ask(facts, question)));
    if (faults.length === 0) return;
    console.error(`\n${faults.join("\n")}`);
    if (!process.argv.includes("--report")) process.exitCode = 1;
  } finally {
    product.kill();
    await product.exited;
  }
}

/** Sends a request many times, prints the times, and returns the problems it found. */
async function ask(facts: Facts, question: Question): Promise<string[]> {
  const times: number[] = [];
  const faults = new Set<string>();
  for (let time = -WARM_UP; time < TIMES; time++) {
    const sent = performance.now();
    const response = await fetch(facts.origin + question.path, {
      headers: { cookie: facts.cookie },
    });
    const text = await response.text();
    if (time >= 0) times.push(performance.now() - sent);
    const fault = faultOf(response.status, text, question);
    if (fault) faults.add(`${question.name}: ${fault}`);
  }
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number) =>
    sorted[Math.ceil(sorted.length * share) - 1] ?? 0;
  const measured = [at(0.5), at(0.95), at(1)].map((ms) => ms.toFixed(1));
  console.log(line(question.name, String(question.rows), ...measured));
  if (at(0.95) > AIM)
    faults.add(`${question.name}: ${at(0.95).toFixed(1)} ms, not ${AIM}`);
  return [...faults];
}

function faultOf(
  status: number,
  text: string,
  { rows, each }: Question,
): string | undefined {
  if (status !== 200) return `${status} ${text}`;
  const body = JSON.parse(text) as {
    items?: Row[];
    organizations?: Row[];
    days?: Row[];
  };
  const items = body.items ?? body.organizations ?? body.days ?? [];
  if (items.length !== rows) return `${items.length} rows, not ${rows}`;
  const odd = each && items.find((row) => !each(row));
  return odd && `a row that was not asked for: ${JSON.stringify(odd)}`;
}

function line(name: string, ...cells: string[]): string {
  return name.padEnd(58) + cells.map((cell) => cell.padStart(9)).join("");
}

await main();
