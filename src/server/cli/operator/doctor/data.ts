import { stat } from "node:fs/promises";
import { migrationsFolder } from "#server/kernel/assets";
import type { Config } from "#server/kernel/config/config";
import type { Database } from "#server/kernel/db/client";
import { filePathOf } from "#server/kernel/db/file-path";
import { readMigrations } from "#server/kernel/db/migrate";
import { createDeadLetters } from "#server/kernel/outbox/dead-letters";
import { faultsOf } from "../backup/check";
import { countSecrets } from "../reseal";
import { verifyAudit } from "../verify-audit";
import {
  type Check,
  type Finding,
  fault,
  ok,
  skipped,
  warning,
} from "./finding";

const SECOND = 1000;
const MINUTE = 60 * SECOND;
/** A write-ahead log of this many bytes says that a program keeps SQLite from emptying the log. */
const LARGE_LOG = 256e6;

/** Checks of what the database contains. Nothing is changed. */
export function dataChecks(db: Database, config: Config): Check[] {
  return [
    { name: "migrations", run: () => checkMigrations(db) },
    { name: "integrity", run: () => checkIntegrity(db, config) },
    { name: "write-ahead log", run: () => checkLog(config) },
    { name: "clock", run: () => checkClock(db) },
    { name: "secrets", run: () => checkSecrets(db, config) },
    { name: "audit logs", run: () => checkAudit(db, config) },
    { name: "outbox", run: () => checkOutbox(db) },
  ];
}

async function checkMigrations({ client }: Database): Promise<Finding> {
  const { names, applied } = await readMigrations(client, migrationsFolder);
  const missing = names.slice(applied);
  if (missing.length === 0) return ok(`all ${names.length} are applied`);
  return warning(
    `${missing.join(", ")} missing. The next start of the server applies them; make a backup first.`,
  );
}

async function checkIntegrity(
  { client }: Database,
  { database }: Config,
): Promise<Finding> {
  if (filePathOf(database.url) === undefined)
    return skipped("the database server checks its own files");
  const faults = await faultsOf(client);
  return faults.length === 0
    ? ok("integrity and references are correct")
    : fault(
        `${faults.join("; ")}. Keep the file, and run \`tenantry restore\` with the newest backup.`,
      );
}

async function checkLog({ database: { url } }: Config): Promise<Finding> {
  const path = filePathOf(url);
  if (path === undefined) return skipped("the database is on a server");
  const file = `${path}-wal`;
  const { size } = await stat(file).catch(() => ({ size: 0 }));
  const text = `${Math.round(size / 1e6)} MB`;
  return size < LARGE_LOG
    ? ok(text)
    : warning(
        `${file} has ${text}. Find the program that keeps a transaction open, such as a shell of sqlite3, and end it.`,
      );
}

/** Compares the clock with the newest event of all audit logs, because events are written with the time of the clock. */
async function checkClock({ client }: Database): Promise<Finding> {
  const { rows } = await client.execute(
    "select max(at) as newest from audit_log",
  );
  const ahead = Number(rows[0]?.newest ?? 0) - Date.now();
  const now = new Date().toISOString();
  return ahead < MINUTE
    ? ok(now)
    : fault(
        `it is ${now}, but an event was written ${Math.round(ahead / SECOND)} s later. Correct the clock (NTP): sessions and links would expire too late.`,
      );
}

async function checkSecrets(db: Database, config: Config): Promise<Finding> {
  const { current, previous, unreadable } = await countSecrets(db, config);
  if (unreadable > 0)
    return fault(
      `${unreadable} authenticator apps are encrypted with an unknown secret. Set APP_SECRET_PREVIOUS to the former APP_SECRET.`,
    );
  if (previous > 0)
    return warning(
      `${previous} authenticator apps need APP_SECRET_PREVIOUS. Run \`tenantry reseal\`.`,
    );
  return ok(`${current} authenticator apps can be read with APP_SECRET`);
}

async function checkAudit(db: Database, config: Config): Promise<Finding> {
  const { lines, isSound } = await verifyAudit(db, config, {});
  return isSound
    ? ok(`${lines.length} verified`)
    : fault(
        "Run `tenantry audit verify`. docs/operations.md says what each line means.",
      );
}

async function checkOutbox({ client }: Database): Promise<Finding> {
  const letters = await createDeadLetters(client).current();
  const given = Object.entries(letters).filter(([, count]) => count > 0);
  const { rows } = await client.execute({
    sql: "select count(*) as late from outbox where done_at is null and failed_at is null and created_at < ?",
    args: [Date.now() - 10 * MINUTE],
  });
  const late = Number(rows[0]?.late);
  const parts = [
    ...given.map(([failure, count]) => `${count} dead letters (${failure})`),
    ...(late > 0 ? [`${late} messages wait for more than 10 minutes`] : []),
  ];
  return parts.length === 0
    ? ok("nothing waits")
    : warning(
        `${parts.join(", ")}. See “Mail and dead letters” in docs/operations.md.`,
      );
}
