import { measureStarts } from "./cold-start";
import type { Generator } from "./load/shot";
import { measureMemory } from "./memory";
import type { Report } from "./report";
import { requirementsOfMemory, requirementsOfStarts } from "./requirements";
import { line, whole } from "./table";

/** Measures and prints how long a start takes and how much memory the process has. */
export async function measureProcesses(
  generator: Generator,
  report: Report,
): Promise<void> {
  report.starts = await measureStarts();
  report.memory = await measureMemory(generator);
  report.requirements.push(
    ...requirementsOfStarts(report.starts),
    ...requirementsOfMemory(report.memory),
  );
  printStarts(report);
  printMemory(report);
}

function printStarts({ starts }: Report): void {
  if (starts.length === 0) return;
  console.log("\nFrom the start of the process to its first answer\n");
  console.log(line("", ["ms", "CPU ms"]));
  for (const { name, milliseconds, processorMilliseconds } of starts)
    console.log(line(name, [milliseconds, processorMilliseconds].map(whole)));
}

function printMemory({ memory }: Report): void {
  if (memory.length === 0) return;
  console.log("\nMB in RAM\n");
  console.log(line("", ["product", "peer"]));
  for (const { name, product, peer } of memory)
    console.log(line(name, [product.toFixed(2), peer?.toFixed(2) ?? ""]));
}
