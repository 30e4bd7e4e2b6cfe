import { existsSync, readFileSync } from "node:fs";

/**
 * Returns the processor time of a process so far in microseconds, in user and kernel mode and in all its threads; 0
 * where there is no `/proc`.
 */
export function processorTime(pid: number): number {
  const file = `/proc/${pid}/stat`;
  if (!existsSync(file)) return 0;
  // The fields 14 and 15 are the times in user and kernel mode in hundredths of a second. The name in field 2 is in
  // parentheses and can contain spaces.
  const [, rest = ""] = readFileSync(file, "utf8").split(") ");
  const fields = rest.split(" ");
  return (Number(fields[11]) + Number(fields[12])) * 10_000;
}
