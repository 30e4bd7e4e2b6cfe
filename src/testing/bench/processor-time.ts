import { existsSync, readdirSync, readFileSync } from "node:fs";

/** Processor time so far in microseconds, in user and kernel mode. */
export interface ProcessorTime {
  /** In all threads. */
  total: number;
  /** In the threads that hash passwords. Bun uses these threads for little else while a server runs. */
  hashing: number;
  /** In the threads that compile JavaScript. */
  compiling: number;
}

const POOL = "Bun Pool";
const COMPILER = "JITWorker";

/** Returns the processor time of a process; 0 where there is no `/proc`. */
export function processorTime(pid: number): ProcessorTime {
  const process = `/proc/${pid}`;
  if (!existsSync(process)) return { total: 0, hashing: 0, compiling: 0 };
  const threads = readdirSync(`${process}/task`).map(
    (thread) => `${process}/task/${thread}`,
  );
  // A thread can end before its file is read.
  const times = threads
    .map((thread) => `${thread}/stat`)
    .filter((file) => existsSync(file))
    .map(timesOf);
  const sumOf = (start: string) =>
    times
      .filter(({ name }) => name.startsWith(start))
      .reduce((sum, { microseconds }) => sum + microseconds, 0);
  return {
    total: timesOf(`${process}/stat`).microseconds,
    hashing: sumOf(POOL),
    compiling: sumOf(COMPILER),
  };
}

function timesOf(file: string): { name: string; microseconds: number } {
  const text = readFileSync(file, "utf8");
  // The name in field 2 is in parentheses and can contain spaces. The fields 14 and 15 are the times in user and kernel
  // mode in hundredths of a second.
  const end = text.lastIndexOf(")");
  const name = text.slice(text.indexOf("(") + 1, end);
  const fields = text.slice(end + 2).split(" ");
  const microseconds = (Number(fields[11]) + Number(fields[12])) * 10_000;
  return { name, microseconds };
}
