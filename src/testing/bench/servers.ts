import { join } from "node:path";
import { onServerCore } from "./cores";
import { firstLine } from "./first-line";
import type { Target } from "./measure";

export interface Started<Facts> extends Target {
  facts: Facts;
  stop(): void;
}

/** Starts a server of the benchmark in a separate process and waits for the line with its address. */
export async function startScript<Facts extends { origin: string }>(
  script: string,
  ...args: string[]
): Promise<Started<Facts>> {
  const path = join(import.meta.dir, script);
  const child = Bun.spawn(onServerCore([process.execPath, path, ...args]), {
    stdio: ["ignore", Bun.file("/dev/null"), "pipe"],
  });
  const facts = JSON.parse(await firstLine(child.stderr)) as Facts;
  return {
    origin: facts.origin,
    pid: child.pid,
    facts,
    stop: () => child.kill(),
  };
}
