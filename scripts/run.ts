import { resolve } from "node:path";

type Environment = Record<string, string | undefined>;

export const root = resolve(import.meta.dir, "..");

/** A step that did not succeed; its message says what to do next. */
export class StepFailed extends Error {}

/** Runs the tool with the Bun that runs this script: there may be neither `bun` nor `node` on the PATH. */
export function runBun(args: string[], env: Environment = {}) {
  return run([process.execPath, ...args], env);
}

export async function run(command: string[], env: Environment = {}) {
  const child = Bun.spawn(command, {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ["ignore", "inherit", "inherit"],
  });
  return child.exited;
}

/** Keeps the output of a command that succeeds to itself, and shows that of one that fails. */
export async function runQuietly(command: string[], env: Environment = {}) {
  const child = Bun.spawn(command, {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const [output, errors, exitCode] = await Promise.all([
    new Response(child.stdout).text(),
    new Response(child.stderr).text(),
    child.exited,
  ]);
  if (exitCode !== 0) console.error(`${output}${errors}`.trimEnd());
  return exitCode;
}

/** Hands this process over to another program of ours, with its signals and its exit code. */
export async function become(args: string[]): Promise<never> {
  const command = [process.execPath, ...args];
  if (process.platform !== "win32" && process.execve) {
    process.execve(process.execPath, command, process.env);
  }
  const child = Bun.spawn(command, {
    stdio: ["inherit", "inherit", "inherit"],
  });
  process.exit(await child.exited);
}

export function seconds(since: number) {
  return `${((performance.now() - since) / 1000).toFixed(1)} s`;
}

/** Ends a script with the sentence of a failed step, and with a stack trace only for what nobody expected. */
export async function finish(main: () => Promise<number | void>) {
  try {
    process.exitCode = (await main()) ?? 0;
  } catch (error) {
    console.error(error instanceof StepFailed ? error.message : error);
    process.exitCode = 1;
  }
}
