import { existsSync } from "node:fs";
import { defineCommand, runMain } from "citty";
import { ConfigError, loadConfig, type Config } from "./server/config";
import { migrationsFolder } from "./server/assets";
import { type Database, openDatabase } from "./server/db/client";
import { migrateDatabase } from "./server/db/migrate";
import { createLog } from "./server/log";
import { messageOf, toLoggedError } from "./server/logged-error";
import { isLoopback } from "./server/loopback";
import { makeOwnSecret, withOwnSecret } from "./server/own-secret";
import { refusePublicAddress } from "./server/posture";
import { createOpenApiDocument } from "./server/rest/openapi";
import { setUpBilling } from "./server/operator/set-up-billing";
import { resyncBilling } from "./server/operator/resync-billing";
import { resealSecrets } from "./server/operator/reseal";
import { resetTwoFactor } from "./server/operator/reset-two-factor";
import { signAuditAgain, verifyAudit } from "./server/operator/verify-audit";
import { appRouter } from "./server/router";
import { isEmpty, seedDemo } from "./server/seed/demo";
import { serve } from "./server/serve";
import { createServices } from "./server/services";

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
      const { publicUrl } = loadConfig(process.env);
      say(JSON.stringify(createOpenApiDocument(appRouter, publicUrl), null, 2));
    }),
});

const signAudit = defineCommand({
  meta: {
    description:
      "Sign the audit logs with the present APP_SECRET, after it was changed; APP_SECRET_PREVIOUS must hold the former one",
  },
  args: {
    org: {
      type: "string",
      description: "Slug or id; every organization when left out",
    },
    unsigned: {
      type: "boolean",
      default: false,
      description:
        "Sign also a log whose end neither of these secrets signed; look at its newest events before",
    },
  },
  run: ({ args }) =>
    attempt(() =>
      withSharedDatabase(async (db, config) => {
        const { lines, isSound } = await signAuditAgain(db, config, args);
        for (const line of lines) say(line);
        if (!isSound) process.exitCode = 1;
      }),
    ),
});

const auditCommand = defineCommand({
  meta: { description: "Look after the audit logs" },
  subCommands: {
    sign: signAudit,
    verify: defineCommand({
      meta: {
        description:
          "Check that nobody changed, removed or cut off what happened; exit code 1 if somebody did",
      },
      args: {
        org: {
          type: "string",
          description: "Slug or id; every organization when left out",
        },
        anchor: {
          type: "string",
          description: "What an earlier look gave: the log must still hold it",
        },
      },
      run: ({ args }) =>
        attempt(() =>
          withSharedDatabase(async (db, config) => {
            const { lines, isSound } = await verifyAudit(db, config, args);
            for (const line of lines) say(line);
            if (!isSound) process.exitCode = 1;
          }),
        ),
    }),
  },
});

const billingCommand = defineCommand({
  meta: { description: "Look after plans and payments" },
  subCommands: {
    setup: defineCommand({
      meta: {
        description:
          "Make the plans at Stripe, and have it tell this installation of events; what is there already stays",
      },
      run: () =>
        attempt(async () => {
          // Before Stripe has an endpoint there is no secret of it.
          const secret = process.env.STRIPE_WEBHOOK_SECRET || "whsec_not_yet";
          const config = loadConfig({
            ...process.env,
            STRIPE_WEBHOOK_SECRET: secret,
          });
          for (const line of await setUpBilling(config)) say(line);
        }),
    }),
    resync: defineCommand({
      meta: {
        description:
          "Take over what the payment service holds, where its messages were lost; the server may go on running",
      },
      args: {
        org: {
          type: "positional",
          required: false,
          description: "Slug or id; every customer when left out",
        },
      },
      run: ({ args }) =>
        attempt(() =>
          withSharedDatabase(async (db, config) => {
            const { deps, outbox } = createServices(
              config,
              db,
              createLog(config),
            );
            try {
              const lines = await resyncBilling(db, deps.billing, args.org);
              for (const line of lines) say(line);
            } finally {
              await outbox.stop();
              deps.limits.close();
              deps.live.close();
            }
          }),
        ),
    }),
  },
});

const resetTwoFactorCommand = defineCommand({
  meta: {
    description:
      "Remove the second factor of somebody who lost it and their recovery codes; the server may go on running",
  },
  args: {
    email: {
      type: "positional",
      required: true,
      description: "The address they sign in with",
    },
  },
  run: ({ args }) =>
    attempt(() =>
      withSharedDatabase(async (db, config) => {
        const removed = await resetTwoFactor(db, config, args.email);
        const app = removed.totp ? "the authenticator app" : "no app";
        say(
          `Removed ${app}, passkeys: ${removed.passkeys}, recovery codes: ${removed.recoveryCodes}. Every session ended, and a mail tells the owner.`,
        );
      }),
    ),
});

const resealCommand = defineCommand({
  meta: {
    description:
      "Seal the secrets of authenticator apps with the present APP_SECRET, after it was changed; the server may go on running",
  },
  run: () =>
    attempt(() =>
      withSharedDatabase(async (db, config) => {
        const { resealed, unreadable } = await resealSecrets(db, config);
        say(`Sealed with the present APP_SECRET: ${apps(resealed)}.`);
        if (unreadable === 0) return;
        say(
          `Sealed under another secret: ${apps(unreadable)}. Set APP_SECRET_PREVIOUS to the secret from before.`,
        );
        process.exitCode = 1;
      }),
    ),
});

function apps(count: number): string {
  return `${count} authenticator ${count === 1 ? "app" : "apps"}`;
}

async function run({ demo }: { demo: boolean }): Promise<void> {
  const loaded = loadConfig(process.env);
  refusePublicAddress(loaded);
  const isNewSecret = makeOwnSecret(loaded);
  const config = withOwnSecret(loaded);
  const db = await openDatabase({ ...config.database, exclusive: true });
  await migrateDatabase(db, migrationsFolder);
  // Logs of older development data end with a signature of the constant that was its secret.
  if (isNewSecret)
    await signAuditAgain(db, config, { org: undefined, unsigned: false });
  if (demo && wantsDemo(config) && (await isEmpty(db)))
    await seedDemo(db, config);
  const log = createLog(config);
  const server = serve(config, db, log);
  const stop = () => void server.stop().then(() => process.exit(0));
  process.once("SIGTERM", stop);
  process.once("SIGINT", stop);
  if (config.environment !== "production" && config.devPages === "public")
    log.warn(
      "DEV_PAGES=public: everyone who reaches the program can read its mail at /dev/mail",
    );
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
  const config = loadConfig(process.env);
  const db = await openDatabase({ ...config.database, exclusive: true });
  try {
    await work(db, config);
  } finally {
    db.close();
  }
}

/** Beside a server that works on it: single batches do not disturb each other. A replica's file is left to its server. */
async function withSharedDatabase(
  work: (db: Database, config: Config) => Promise<void>,
): Promise<void> {
  const config = withOwnSecret(loadConfig(process.env));
  const { url } = config.database;
  if (url.startsWith("file:") && !existsSync(url.slice("file:".length)))
    throw new ConfigError(`DATABASE_URL: there is no database at ${url}`);
  const db = await openDatabase({ ...config.database, replica: undefined });
  try {
    await work(db, config);
  } finally {
    db.close();
  }
}

/** One line instead of a stack trace: whoever starts the program can act on it. */
async function attempt(command: () => Promise<void>): Promise<void> {
  try {
    await command();
  } catch (error) {
    process.stderr.write(`tenantry: ${messageOf(error)}\n`);
    if (process.env.LOG_LEVEL === "debug")
      process.stderr.write(`${toLoggedError(error).stack ?? ""}\n`);
    process.exit(1);
  }
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
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
    },
    default: "start",
  }),
);
