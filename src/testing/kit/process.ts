import { join, resolve } from "node:path";
import { createPeople, type People, type ReceivedMail } from "./people";
import { freePort } from "./temporary";
import { until } from "./until";

/** The command that runs the program from its source. */
const fromSource = [
  process.execPath,
  resolve(import.meta.dir, "../../main.ts"),
];

type Environment = Record<string, string>;

/** The program in a separate process, started as an operator starts it. */
export interface ServerProcess extends People {
  url: URL;
  /** Returns everything that the process has printed and logged so far. */
  output(): string;
  /** Sends the signal and waits until the process ends. The exit code is null if the signal killed the process. */
  end(signal: "SIGTERM" | "SIGKILL"): Promise<number | null>;
  signal(signal: "SIGTERM"): void;
  exited: Promise<number | null>;
}

/** Starts the program in the folder and waits until it is ready. By default its database is a file in the folder. */
export async function spawnServer(
  folder: string,
  environment: Environment = {},
  program = fromSource,
  command: "serve" | "start" = "serve",
): Promise<ServerProcess> {
  const port = environment.PORT ?? String(freePort());
  const child = spawn(folder, [...program, command], {
    ENVIRONMENT: "test",
    DATABASE_URL: `file:${join(folder, "tenantry.db")}`,
    LOG_LEVEL: "silent",
    RATE_LIMIT_FACTOR: "100000",
    ...environment,
    PORT: port,
  });
  const url = new URL(`http://localhost:${port}`);
  const exited = child.process.exited.then(() => child.process.exitCode);
  await until("the server is ready", () => {
    if (child.process.exitCode !== null) throw new Error(child.output());
    return child.output().includes("is ready at") || undefined;
  });
  return {
    ...createPeople({ url, mailsTo: (email) => mailsTo(url, email) }),
    url,
    output: child.output,
    exited,
    signal: (signal) => child.process.kill(signal),
    end(signal) {
      child.process.kill(signal);
      return exited;
    },
  };
}

interface LogLine {
  level: number;
  msg?: string;
}

/**
 * Returns all lines that a server with `LOG_LEVEL=info` has logged so far. Makes a request first: when its log line
 * appears, all earlier lines have been written.
 */
export async function readLog(server: ServerProcess): Promise<LogLine[]> {
  const { headers } = await server.stranger().get("/auth/context");
  const id = headers.get("x-request-id") ?? "";
  // Drop the text after the last line break, because it can be an incomplete line.
  const lines = () => server.output().split("\n").slice(0, -1);
  await until("the request is logged", () =>
    lines().some((line) => line.includes(id)) ? true : undefined,
  );
  return lines()
    .filter((line) => line.startsWith("{"))
    .map((line) => JSON.parse(line) as LogLine);
}

/** Runs the program and waits until it ends. */
export async function runProgram(
  folder: string,
  args: string[],
  environment: Environment = {},
): Promise<{ exitCode: number | null; output: string }> {
  const child = spawn(folder, [...fromSource, ...args], environment);
  await child.process.exited;
  await child.ended;
  return { exitCode: child.process.exitCode, output: child.output() };
}

function spawn(folder: string, command: string[], environment: Environment) {
  const { PATH = "", HOME = "" } = process.env;
  const child = Bun.spawn(command, {
    cwd: folder,
    // Do not pass on the developer's own environment variables, because they could change the result.
    env: { PATH, HOME, ...environment },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  const collect = async (stream: ReadableStream<Uint8Array>) => {
    const decoder = new TextDecoder();
    for await (const part of stream)
      output += decoder.decode(part, { stream: true });
  };
  const ended = Promise.all([collect(child.stdout), collect(child.stderr)]);
  return { process: child, output: () => output, ended };
}

function mailsTo(url: URL, email: string): Promise<ReceivedMail[]> {
  return until(`a mail to ${email} is captured`, async () => {
    const response = await fetch(new URL("/dev/mail.json", url));
    const { items } = (await response.json()) as { items: ReceivedMail[] };
    const mails = items.filter(({ to }) => to === email);
    return mails.length > 0 ? mails : undefined;
  });
}
