/** Runs a command. If it throws, prints one line that tells the operator what to do, and sets exit code 1. */
export async function attempt(command: () => Promise<void>): Promise<void> {
  try {
    await command();
  } catch (error) {
    const { messageOf, toLoggedError } =
      await import("#server/kernel/logged-error");
    const hint = isDamaged(error) ? ` ${RESTORE}` : "";
    process.stderr.write(`tenantry: ${messageOf(error)}${hint}\n`);
    if (process.env.LOG_LEVEL === "debug")
      process.stderr.write(`${toLoggedError(error).stack ?? ""}\n`);
    process.exit(1);
  }
}

const RESTORE =
  "The database is damaged. Keep its file, and run `tenantry restore <backup>` with the newest backup.";

/** Whether SQLite found that the file is damaged, or that it is no database. */
function isDamaged(error: unknown): boolean {
  for (let cause = error; cause instanceof Error; cause = cause.cause)
    if ("code" in cause && DAMAGED.has(cause.code)) return true;
  return false;
}

const DAMAGED = new Set<unknown>(["SQLITE_CORRUPT", "SQLITE_NOTADB"]);

export function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
