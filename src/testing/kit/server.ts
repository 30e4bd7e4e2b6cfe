import { join } from "node:path";
import { migrationsFolder } from "#server/kernel/assets";
import { type Config, loadConfig } from "#server/kernel/config/config";
import { type Database, openDatabase } from "#server/kernel/db/client";
import { migrateDatabase } from "#server/kernel/db/migrate";
import { createLog } from "#server/kernel/log";
import {
  makeOwnSecret,
  withOwnSecret,
} from "#server/kernel/config/development-secret";
import { listCapturedMails } from "#server/kernel/mail/mailer";
import { type RunningServer, serve } from "#server/serve";
import { cheapPasswords } from "./passwords";
import { createPeople, type People } from "./people";
import { createRaceControl, type RaceControl } from "./race";
import { copyMigratedDatabase } from "./template";
import { freePort, temporaryFolder } from "./temporary";

export {
  expectStatus,
  type TestInvitation,
  type TestOrganization,
} from "./people";

/** A running server with its own database. */
export interface TestServer extends People {
  url: URL;
  config: Config;
  db: Database;
  services: RunningServer["services"];
  race: RaceControl["race"];
  /** Moves the server's clock forward. */
  passTime(milliseconds: number): void;
  /** Stops the server's clock. Afterwards only `passTime` moves the clock. */
  stopTime(): void;
  stop(): Promise<void>;
}

/**
 * @param environment overrides the test configuration
 * @param control forces races; servers with the same control race against each other
 */
export async function startServer(
  environment: Record<string, string> = {},
  control = createRaceControl(),
): Promise<TestServer> {
  const folder = temporaryFolder();
  const path = join(folder.path, "test.db");
  if (!environment.DATABASE_URL) await copyMigratedDatabase(path);
  const loaded = loadConfig({
    ENVIRONMENT: "test",
    PORT: String(freePort()),
    DATABASE_URL: `file:${path}`,
    DATABASE_SYNCHRONOUS: "NORMAL",
    LOG_LEVEL: "silent",
    RATE_LIMIT_FACTOR: "100000",
    ...environment,
  });
  makeOwnSecret(loaded);
  const config = withOwnSecret(loaded);
  const db = await openDatabase({
    ...config.database,
    measuresCalls: config.metricsToken !== undefined,
    intercept: control.intercept,
  });
  await migrateDatabase(db, migrationsFolder);
  let passed = 0;
  let stoppedAt: number | undefined;
  const now = () => (stoppedAt ?? Date.now()) + passed;
  const running = await serve(config, db, createLog(config), now);
  // Tests count statements, and move the clock.
  await running.firstHousekeeping;
  const { services } = running;
  services.deps.passwords = cheapPasswords();
  services.deps.audit = control.waitBeforeCommit(services.deps.audit);
  const { versions } = services.deps;
  services.deps.versions = control.withoutQueue?.(versions) ?? versions;
  const url = config.publicUrl;
  const mailsTo = async (email: string) => {
    await services.outbox.idle();
    const mails = await listCapturedMails(db, services.deps.sealers.outbox);
    return mails.filter(({ to }) => to === email);
  };
  return {
    ...createPeople({ url, mailsTo }),
    url,
    config,
    db,
    services,
    race: control.race,
    passTime(milliseconds) {
      passed += milliseconds;
    },
    stopTime() {
      stoppedAt ??= Date.now();
    },
    async stop() {
      await running.stop();
      folder.remove();
    },
  };
}
