import { existsSync } from "node:fs";
import IORedis from "ioredis";
import { freePort, temporaryFolder } from "../kit/temporary";
import { until } from "../kit/until";

/** A real Redis on loopback, empty and kept in memory alone. */
export interface RedisServer {
  url: string;
  /** Sends it a command over a connection of its own. */
  call(...command: [string, ...string[]]): Promise<unknown>;
  /** Listens to a channel from now on; what it gives waits for the first message. */
  watch(channel: string): Promise<() => Promise<string>>;
  /** Ends it as a crash would. */
  kill(): Promise<void>;
  /** Starts it again, empty. */
  start(): Promise<void>;
  /** It keeps its connections open and answers nothing, until `resume`. */
  pause(): void;
  resume(): void;
  stop(): Promise<void>;
}

export async function startRedis(): Promise<RedisServer> {
  const program = findRedis();
  const folder = temporaryFolder();
  const port = freePort();
  const url = `redis://127.0.0.1:${port}`;
  const run = () =>
    Bun.spawn(
      [
        program,
        ...`--port ${port} --bind 127.0.0.1 --appendonly no --save`.split(" "),
        "",
      ],
      { cwd: folder.path, stdio: ["ignore", "ignore", "ignore"] },
    );
  let child = run();

  const call: RedisServer["call"] = async (...command) => {
    const client = new IORedis(url, { lazyConnect: true, retryStrategy: null });
    // What is wrong is told by the command as well.
    client.on("error", () => {});
    try {
      await client.connect();
      const [name, ...args] = command;
      return await client.call(name, ...args);
    } finally {
      client.disconnect();
    }
  };
  const watch: RedisServer["watch"] = async (channel) => {
    const client = new IORedis(url, { lazyConnect: true, retryStrategy: null });
    await client.connect();
    await client.subscribe(channel);
    const said = new Promise<string>((resolve) => {
      client.once("message", (_channel, message) => resolve(message));
    });
    return () => said.finally(() => client.disconnect());
  };
  const answers = () =>
    until("Redis answers", () => call("PING").catch(() => undefined));
  const kill = async () => {
    child.kill("SIGKILL");
    await child.exited;
  };
  await answers();
  return {
    url,
    call,
    watch,
    kill,
    async start() {
      child = run();
      await answers();
    },
    pause: () => child.kill("SIGSTOP"),
    resume: () => child.kill("SIGCONT"),
    async stop() {
      await kill();
      folder.remove();
    },
  };
}

function findRedis(): string {
  const { REDIS_SERVER_PATH } = process.env;
  const found = REDIS_SERVER_PATH ?? Bun.which("redis-server");
  if (found && existsSync(found)) return found;
  throw new Error(
    "This test needs Redis. Install it (Debian: apt-get install redis-server), or set REDIS_SERVER_PATH to its program.",
  );
}
