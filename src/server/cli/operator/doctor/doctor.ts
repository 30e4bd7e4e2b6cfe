import { existsSync } from "node:fs";
import type { Config } from "#server/kernel/config/config";
import { refusePublicAddress } from "#server/kernel/config/posture";
import type { Database } from "#server/kernel/db/client";
import { filePathOf } from "#server/kernel/db/file-path";
import { messageOf } from "#server/kernel/logged-error";
import {
  type Check,
  type Finding,
  fault,
  ok,
  skipped,
  warning,
} from "./finding";
import { machineChecks } from "./machine";

export interface Diagnosis extends Finding {
  name: string;
}

/**
 * Runs all checks of an installation, one after another. The database is opened as another program beside the server,
 * and is not changed.
 */
export async function* diagnose(config: Config): AsyncGenerator<Diagnosis> {
  const { peerChecks } = await import("./peers");
  yield await run({ name: "settings", run: () => checkSettings(config) });
  for (const check of machineChecks(config)) yield await run(check);
  yield* diagnoseDatabase(config);
  for (const check of peerChecks(config)) yield await run(check);
}

function checkSettings(config: Config): Finding {
  refusePublicAddress(config);
  const { environment, publicUrl } = config;
  return environment === "production"
    ? ok(`production at ${publicUrl.origin}`)
    : warning(
        `${environment} at ${publicUrl.origin}: for one machine only. Set ENVIRONMENT=production for real users.`,
      );
}

async function* diagnoseDatabase(config: Config): AsyncGenerator<Diagnosis> {
  const { url } = config.database;
  const name = "database";
  const path = filePathOf(url);
  if (path !== undefined && !existsSync(path)) {
    yield { name, ...skipped("does not exist: the first start creates it") };
    return;
  }
  let db: Database;
  try {
    // Load the database driver only now: where it cannot be loaded, the checks of the machine say why.
    const { openDatabase } = await import("#server/kernel/db/client");
    db = await openDatabase({ ...config.database, replica: undefined });
    await db.client.execute("select 1 from sqlite_master");
  } catch (error) {
    yield {
      name,
      ...fault(
        `${messageOf(error)}. Check DATABASE_URL; a damaged file is replaced by \`tenantry restore\`.`,
      ),
    };
    return;
  }
  const { dataChecks } = await import("./data");
  try {
    yield { name, ...ok(path ?? new URL(url).host) };
    for (const check of dataChecks(db, config)) yield await run(check);
  } finally {
    db.close();
  }
}

async function run(check: Check): Promise<Diagnosis> {
  const { name } = check;
  try {
    return { name, ...(await check.run()) };
  } catch (error) {
    return { name, ...fault(messageOf(error)) };
  }
}
