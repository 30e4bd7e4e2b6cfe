import { dirname, join } from "node:path";
import {
  buildServer,
  serverBundle,
  serverEnvironment,
} from "#scripts/build-server.ts";
import { root } from "#scripts/run.ts";
import { freePort } from "#testing/kit/temporary";
import { onServerCore } from "./cores";
import { SECRET } from "./data/database";
import { firstLine } from "./first-line";
import type { Target } from "./measure";
import { isShort, SYNCHRONOUS } from "./options";

export interface Started extends Target {
  /** When the process was started, as `performance.now()` tells it. */
  startedAt: number;
  /** Sends SIGTERM and waits until the process has ended. */
  stop(): Promise<void>;
}

/** Returns the command of the program: the bundle that `bun start` runs, or the sources in the short form. */
export async function productCommand(): Promise<string[]> {
  if (isShort) return [process.execPath, join(root, "src/main.ts"), "serve"];
  await buildServer();
  return [process.execPath, serverBundle, "serve"];
}

/** The settings of a production server with all layers, and with limits that the load does not reach. */
export function productEnvironment(database: string, port: number) {
  const { PATH = "", HOME = "" } = process.env;
  return {
    ...serverEnvironment,
    PATH,
    HOME,
    ENVIRONMENT: "production",
    HOST: "127.0.0.1",
    PORT: String(port),
    PUBLIC_URL: `http://127.0.0.1:${port}`,
    APP_SECRET: SECRET,
    DATABASE_URL: `file:${database}`,
    DATABASE_SYNCHRONOUS: SYNCHRONOUS,
    LOG_LEVEL: "info",
    RATE_LIMIT_FACTOR: "100000",
    BILLING: "fake",
    BILLING_FAKE_IN_PRODUCTION: "true",
  };
}

/** Starts the product on a database and waits until it is ready. Its log goes to `/dev/null`. */
export async function startProduct(
  database: string,
  command?: string[],
): Promise<Started> {
  const port = freePort();
  const program = onServerCore(command ?? (await productCommand()));
  const startedAt = performance.now();
  const child = Bun.spawn(program, {
    cwd: root,
    env: productEnvironment(database, port),
    stdio: ["ignore", Bun.file("/dev/null"), "inherit"],
  });
  const origin = `http://127.0.0.1:${port}`;
  await untilAnswered(`${origin}/readyz`, child);
  return started(child, origin, startedAt);
}

/** Starts a server that prints its address to stderr, and waits for this line. */
export async function startScript(
  script: string,
  ...args: string[]
): Promise<Started> {
  const startedAt = performance.now();
  const child = Bun.spawn(onServerCore([process.execPath, script, ...args]), {
    cwd: dirname(script),
    // Some packages are slower without this variable. The product does not depend on it.
    env: { ...process.env, NODE_ENV: "production" },
    stdio: ["ignore", Bun.file("/dev/null"), "pipe"],
  });
  const origin = await firstLine(child.stderr);
  if (!origin.startsWith("http")) throw new Error(`${script}: ${origin}`);
  return started(child, origin, startedAt);
}

function started(
  child: Bun.Subprocess,
  origin: string,
  startedAt: number,
): Started {
  return {
    origin,
    startedAt,
    pid: child.pid,
    async stop() {
      child.kill();
      await child.exited;
    },
  };
}

/** Asks until the server answers. */
export async function untilAnswered(
  url: string,
  child: Pick<Bun.Subprocess, "exitCode">,
): Promise<void> {
  for (;;) {
    const response = await fetch(url).catch(() => undefined);
    await response?.arrayBuffer();
    if (response?.ok) return;
    if (child.exitCode !== null)
      throw new Error(`The server ended with ${child.exitCode}.`);
    await Bun.sleep(1);
  }
}
