import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Creates a folder. `remove` deletes the folder with its content. */
export function temporaryFolder(): { path: string; remove(): void } {
  const path = mkdtempSync(join(tmpdir(), "tenantry-test-"));
  return {
    path,
    remove: () => rmSync(path, { recursive: true, force: true }),
  };
}

/** Returns a port that is free at this moment. */
export function freePort(): number {
  const server = Bun.serve({
    port: 0,
    hostname: "127.0.0.1",
    fetch: () => new Response(),
  });
  const { port } = server;
  void server.stop(true);
  if (port === undefined) throw new Error("No port is free.");
  return port;
}
