/** Servers and load run on separate cores if the machine has two cores and `taskset`. */
import { availableParallelism } from "node:os";

const SERVER_CORE = 0;
const LOAD_CORE = 1;

export const hasOwnCores =
  availableParallelism() > 1 && Bun.which("taskset") !== null;

/** Returns the command that runs a server on its own core. */
export function onServerCore(command: string[]): string[] {
  return pinned(SERVER_CORE, command);
}

/** Runs a program beside the servers and returns what it printed. */
export async function runOnLoadCore(command: string[]): Promise<string> {
  const child = Bun.spawn(pinned(LOAD_CORE, command), {
    stdio: ["ignore", "pipe", "pipe"],
  });
  const [output, errors, exitCode] = await Promise.all([
    new Response(child.stdout).text(),
    new Response(child.stderr).text(),
    child.exited,
  ]);
  if (exitCode !== 0)
    throw new Error(`${command[0]} ended with ${exitCode}. ${errors}`);
  return output + errors;
}

/** Moves this process to the core of the load. */
export function moveToLoadCore(): void {
  if (!hasOwnCores) return;
  const { pid } = process;
  Bun.spawnSync(["taskset", "-a", "-cp", String(LOAD_CORE), String(pid)]);
}

function pinned(core: number, command: string[]): string[] {
  return hasOwnCores ? ["taskset", "-c", String(core), ...command] : command;
}
