import { copyFileSync, mkdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { temporaryFolder } from "#testing/kit/temporary";
import type { Started } from "./servers";

/** A temporary folder for copies of databases, and the servers that run on them. */
export interface Workbench {
  /** Copies a database, because servers change it, and returns the path of the copy. */
  copy(database: Promise<string>): Promise<string>;
  /** Stops the server at the end. */
  keep(server: Promise<Started>): Promise<Started>;
}

/** Runs a part of the benchmark, then stops its servers and removes its files, also when the benchmark is interrupted. */
export async function onWorkbench(
  run: (bench: Workbench) => Promise<void>,
): Promise<void> {
  const folder = temporaryFolder();
  const servers: Started[] = [];
  let copies = 0;
  const end = async () => {
    await Promise.all(servers.map((server) => server.stop()));
    folder.remove();
  };
  const interrupted = () => void end().then(() => process.exit(130));
  process.once("SIGINT", interrupted).once("SIGTERM", interrupted);
  try {
    await run({
      async copy(database) {
        const path = join(folder.path, String(++copies), "copy.db");
        mkdirSync(dirname(path));
        copyFileSync(await database, path);
        return path;
      },
      async keep(server) {
        servers.push(await server);
        return server;
      },
    });
  } finally {
    process.off("SIGINT", interrupted).off("SIGTERM", interrupted);
    await end();
  }
}
