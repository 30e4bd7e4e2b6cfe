/** Runs a command. If it throws, prints one line that tells the operator what to do, and sets exit code 1. */
export async function attempt(command: () => Promise<void>): Promise<void> {
  try {
    await command();
  } catch (error) {
    const { messageOf, toLoggedError } =
      await import("#server/kernel/logged-error");
    process.stderr.write(`tenantry: ${messageOf(error)}\n`);
    if (process.env.LOG_LEVEL === "debug")
      process.stderr.write(`${toLoggedError(error).stack ?? ""}\n`);
    process.exit(1);
  }
}

export function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
