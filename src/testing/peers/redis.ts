import { existsSync } from "node:fs";
import IORedis from "ioredis";
import { freePort, temporaryFolder } from "../kit/temporary";
import { until } from "../kit/until";

/** A real Redis server on loopback. It starts empty and keeps its data in memory only. */
export interface RedisServer {
  url: string;
  /** Sends a command to Redis over a separate connection. */
  call(...command: [string, ...string[]]): Promise<unknown>;
  /** Subscribes to a channel. The returned function waits for the first message. */
  watch(channel: string): Promise<() => Promise<string>>;
  /** Kills Redis without a shutdown, like a crash. */
  kill(): Promise<void>;
  /** Starts Redis again without its former data. */
  start(): Promise<void>;
  /** Makes Redis stop answering until `resume`. Its connections stay open. */
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
    // Ignore error events, because a failed command also throws the error.
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
