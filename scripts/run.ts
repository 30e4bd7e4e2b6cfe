import { resolve } from "node:path";

type Environment = Record<string, string | undefined>;

export const root = resolve(import.meta.dir, "..");

/** The error of a failed step of a script. Its message says what to do next. */
export class StepFailed extends Error {}

/** Runs a tool with the Bun executable that runs this script, because the PATH may contain neither `bun` nor `node`. */
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

/** Runs a command, and shows its output only if the command fails. */
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

/**
 * Replaces this process by another Bun program. Where that is impossible, as on Windows, this process waits for the
 * program and exits with its exit code.
 */
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

/** Runs a script. A failed step prints only its message; any other error prints its stack trace too. */
export async function finish(main: () => Promise<number | void>) {
  try {
    process.exitCode = (await main()) ?? 0;
  } catch (error) {
    console.error(error instanceof StepFailed ? error.message : error);
    process.exitCode = 1;
  }
}
