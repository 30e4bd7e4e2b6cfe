import { migrationsFolder } from "#server/kernel/assets";
import { type Config, ConfigError } from "#server/kernel/config/config";
import {
  makeOwnSecret,
  withOwnSecret,
} from "#server/kernel/config/development-secret";
import { type Database, openDatabase } from "#server/kernel/db/client";
import { readMigrations } from "#server/kernel/db/migrate";
import { upgradeDatabase } from "#server/upgrade-database";
import { isLoopback } from "#server/kernel/loopback";
import { print } from "./attempt";
import { isEmpty, seedDemo } from "../seed/demo";
import { readConfig } from "./environment";
import { withSharedDatabase } from "./with-database";

export function migrate({ status }: { status: boolean }): Promise<void> {
  if (status) return withSharedDatabase(printStatus);
  return withDatabase(async (db) => {
    const applied = await upgradeDatabase(db, migrationsFolder);
    print(
      applied === 0 ? "Nothing to migrate." : `Applied ${applied} migrations.`,
    );
  });
}

async function printStatus({ client }: Database): Promise<void> {
  const { names, applied } = await readMigrations(client, migrationsFolder);
  const missing = names.slice(applied);
  print(`${applied} of ${names.length} migrations are applied.`);
  for (const name of missing) print(`missing: ${name}`);
  if (missing.length > 0) process.exitCode = 1;
}

export function seed(): Promise<void> {
  return withDatabase(async (db, config) => {
    requireSampleDataAllowed(config);
    await upgradeDatabase(db, migrationsFolder);
    if (!(await isEmpty(db)))
      throw new ConfigError("DATABASE_URL: the database is not empty");
    makeOwnSecret(config);
    await seedDemo(db, withOwnSecret(config));
    print(
      "Added two organizations and their people. Their password is: demo-password",
    );
  });
}

function requireSampleDataAllowed({ environment, publicUrl }: Config): void {
  if (environment === "production")
    throw new ConfigError(
      "ENVIRONMENT: sample data is never added in production",
    );
  if (!isLoopback(publicUrl.hostname))
    throw new ConfigError(
      "PUBLIC_URL: must be on this machine, such as http://localhost:3000, where sample people are added: everyone knows their password",
    );
}

async function withDatabase(
  work: (db: Database, config: Config) => Promise<void>,
): Promise<void> {
  const config = readConfig();
  const db = await openDatabase({ ...config.database, exclusive: true });
  try {
    await work(db, config);
  } finally {
    db.close();
  }
}
