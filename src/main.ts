import { defineCommand, runMain } from "citty";
import { ConfigError, type Config } from "./server/kernel/config/config";
import { auditCommand } from "./server/cli/audit";
import {
  forgetIssuerCommand,
  resealCommand,
  resetTwoFactorCommand,
} from "./server/cli/accounts";
import { billingCommand } from "./server/cli/billing";
import { attempt, readConfig, say } from "./server/cli/command";
import { migrationsFolder } from "./server/kernel/assets";
import { type Database, openDatabase } from "./server/kernel/db/client";
import { migrateDatabase } from "./server/kernel/db/migrate";
import { createLog } from "./server/kernel/log";
import { isLoopback } from "./server/kernel/loopback";
import {
  makeOwnSecret,
  withOwnSecret,
} from "./server/kernel/config/development-secret";
import {
  refusePublicAddress,
  startWarnings,
} from "./server/kernel/config/posture";
import { createOpenApiDocument } from "./server/http/rest/openapi";
import { providerBefore } from "./server/cli/operator/adopt-billing";
import { settleIssuers } from "./server/cli/operator/settle-issuers";
import { signAuditAgain } from "./server/cli/operator/verify-audit";
import { appRouter } from "./server/features/router";
import { isEmpty, seedDemo } from "./server/cli/seed/demo";
import { serve } from "./server/serve";

const start = defineCommand({
  meta: {
    description:
      "Migrate, add sample data to an empty development database, and serve",
  },
  run: () => attempt(() => run({ demo: true })),
});

const serveCommand = defineCommand({
  meta: { description: "Migrate and serve" },
  run: () => attempt(() => run({ demo: false })),
});

const migrate = defineCommand({
  meta: { description: "Bring the database to the schema of this version" },
  run: () =>
    attempt(() =>
      withDatabase(async (db) => {
        const applied = await migrateDatabase(db, migrationsFolder);
        say(
          applied === 0
            ? "Nothing to migrate."
            : `Applied ${applied} migrations.`,
        );
      }),
    ),
});

const seed = defineCommand({
  meta: {
    description: "Add the sample organizations and people to an empty database",
  },
  args: {
    demo: { type: "boolean", required: true, description: "The sample data" },
  },
  run: () =>
    attempt(() =>
      withDatabase(async (db, config) => {
        if (config.environment === "production")
          throw new ConfigError(
            "ENVIRONMENT: sample data is never added in production",
          );
        if (!isLoopback(config.publicUrl.hostname))
          throw new ConfigError(
            "PUBLIC_URL: must be on this machine, such as http://localhost:3000, where sample people are added: everyone knows their password",
          );
        await migrateDatabase(db, migrationsFolder);
        if (!(await isEmpty(db)))
          throw new ConfigError("DATABASE_URL: the database is not empty");
        makeOwnSecret(config);
        await seedDemo(db, withOwnSecret(config));
        say(
          "Added two organizations and their people. Their password is: demo-password",
        );
      }),
    ),
});

const openapi = defineCommand({
  meta: { description: "Print the REST contract as OpenAPI 3.1" },
  run: () =>
    attempt(async () => {
      const { publicUrl } = readConfig();
      say(JSON.stringify(createOpenApiDocument(appRouter, publicUrl), null, 2));
    }),
});

async function run({ demo }: { demo: boolean }): Promise<void> {
  const loaded = readConfig();
  refusePublicAddress(loaded);
  const isNewSecret = makeOwnSecret(loaded);
  const config = withOwnSecret(loaded);
  const db = await openDatabase({ ...config.database, exclusive: true });
  await migrateDatabase(db, migrationsFolder);
  await settleIssuers(db, config.providers);
  // Logs of older development data end with a signature of the constant that was its secret.
  if (isNewSecret)
    await signAuditAgain(db, config, { org: undefined, unsigned: false });
  if (demo && wantsDemo(config) && (await isEmpty(db)))
    await seedDemo(db, config);
  const log = createLog(config);
  const before = await providerBefore(db, config.billing.provider, Date.now());
  const server = serve(config, db, log);
  const stop = () => void server.stop().then(() => process.exit(0));
  process.once("SIGTERM", stop);
  process.once("SIGINT", stop);
  for (const warning of startWarnings(config, before)) log.warn(warning);
  // Last, since whoever reads it may stop the program at once.
  say(readyLine(config));
}

function wantsDemo(config: Config): boolean {
  const isLocal = isLoopback(config.publicUrl.hostname);
  return config.seedDemo && config.environment === "development" && isLocal;
}

function readyLine({ environment, publicUrl }: Config): string {
  const ready = `Tenantry is ready at ${publicUrl.origin}`;
  return environment === "development"
    ? `${ready} (development: mail and demo passwords are shown at /dev/mail)`
    : ready;
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

await runMain(
  defineCommand({
    meta: {
      name: "tenantry",
      description: "A multi-tenant SaaS in one program",
    },
    subCommands: {
      start,
      serve: serveCommand,
      migrate,
      seed,
      openapi,
      audit: auditCommand,
      billing: billingCommand,
      reseal: resealCommand,
      "reset-two-factor": resetTwoFactorCommand,
      "forget-issuer": forgetIssuerCommand,
    },
    default: "start",
  }),
);
