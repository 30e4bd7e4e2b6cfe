import { migrationsFolder } from "#server/kernel/assets";
import type { Config } from "#server/kernel/config/config";
import {
  makeOwnSecret,
  withOwnSecret,
} from "#server/kernel/config/development-secret";
import {
  refusePublicAddress,
  startWarnings,
} from "#server/kernel/config/posture";
import { type Database, openDatabase } from "#server/kernel/db/client";
import { upgradeDatabase } from "#server/upgrade-database";
import { createLog, flushLog } from "#server/kernel/log";
import { isLoopback } from "#server/kernel/loopback";
import { serve } from "#server/serve";
import { print } from "./attempt";
import { providerBefore } from "../operator/adopt-billing";
import { reconcileIssuers } from "../operator/issuers";
import { readConfig } from "./environment";

/** Starts the server. If the installation is for development and the database is empty, adds the sample data first. */
export function start(): Promise<void> {
  return run(addSampleData);
}

export function serveOnly(): Promise<void> {
  return run(() => Promise.resolve());
}

async function run(
  prepare: (db: Database, config: Config) => Promise<void>,
): Promise<void> {
  const loaded = readConfig();
  refusePublicAddress(loaded);
  const isNewSecret = makeOwnSecret(loaded);
  const config = withOwnSecret(loaded);
  const db = await openDatabase({
    ...config.database,
    exclusive: true,
    measuresCalls: config.metricsToken !== undefined,
  });
  await upgradeDatabase(db, migrationsFolder);
  await reconcileIssuers(db, config.providers);
  if (isNewSecret) await signOldLogs(db, config);
  await prepare(db, config);
  const log = createLog(config);
  const before = await providerBefore(db, config.billing.provider, Date.now());
  const server = await serve(config, db, log);
  const stop = async () => {
    await server.stop();
    await flushLog(log);
    process.exit(0);
  };
  process.once("SIGTERM", () => void stop());
  process.once("SIGINT", () => void stop());
  for (const warning of startWarnings(config, before)) log.warn(warning);
  // This line comes last, because a program that waits for it may stop the server at once.
  print(readyLine(config));
}

/** Signs old audit logs with the new secret: before a development secret is generated, a constant signs them. */
async function signOldLogs(db: Database, config: Config): Promise<void> {
  const { signAuditAgain } = await import("../operator/verify-audit");
  await signAuditAgain(db, config, { org: undefined, unsigned: false });
}

async function addSampleData(db: Database, config: Config): Promise<void> {
  const isLocal = isLoopback(config.publicUrl.hostname);
  const isWanted =
    config.seedDemo && config.environment === "development" && isLocal;
  if (!isWanted) return;
  const { isEmpty, seedDemo } = await import("../seed/demo");
  if (await isEmpty(db)) await seedDemo(db, config);
}

function readyLine({ environment, publicUrl }: Config): string {
  const ready = `Tenantry is ready at ${publicUrl.origin}`;
  return environment === "development"
    ? `${ready} (development: mail and demo passwords are shown at /dev/mail)`
    : ready;
}
