/**
 * `bun run bench` measures the product and the same work without the product (the ceilings) in turns, because only the
 * ratios are comparable. docs/performance.md explains the options and the output.
 */
import { join } from "node:path";
import { moveToLoadCore, onServerCore } from "./cores";
import { chooseGenerator } from "./load/choose";
import { own } from "./load/own";
import { measureProcesses } from "./measure-processes";
import { measureRequests } from "./measure-requests";
import { isShort, jsonFile, WORDS } from "./options";
import { emptyReport, type Report } from "./report";
import { line, requirementLine } from "./table";

const SHORT_STALLS = { BENCH_EVENTS: "2000", BENCH_TIMES: "1" };

async function main(): Promise<void> {
  moveToLoadCore();
  // The other generators measure whole seconds, so the short form does not use them.
  const generator = isShort ? own : chooseGenerator();
  const report = emptyReport(generator);
  console.log(report.conditions.join("\n"));
  await measureRequests(generator, report);
  await measureProcesses(generator, report);
  printRequirements(report);
  if (jsonFile) await writeReport(jsonFile, report);
  if (WORDS.length === 0) process.exitCode = await reportStalls();
}

function printRequirements({ requirements }: Report): void {
  if (requirements.length === 0 || isShort) return;
  console.log(`\n${line("Required", ["measured", "must", "aim", ""], 70)}`);
  for (const requirement of requirements)
    console.log(requirementLine(requirement));
}

/** Writes the results without the requests. */
async function writeReport(file: string, report: Report): Promise<void> {
  const rows = report.rows.map(({ row, ...figures }) => ({
    name: row.name,
    ...figures,
  }));
  await Bun.write(file, JSON.stringify({ ...report, rows }, undefined, 2));
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
