import {
  type ArgsDef,
  type CommandDef,
  defineCommand,
  type ParsedArgs,
} from "citty";
import { version } from "#server/kernel/version";
import { attempt, print } from "./actions/attempt";

/** Defines a command. Its code is loaded only when the command runs, so that every command starts faster. */
function command<const A extends ArgsDef>(
  description: string,
  args: A,
  load: () => Promise<(args: ParsedArgs<A>) => Promise<void>>,
): CommandDef<A> {
  return defineCommand({
    meta: { description },
    args,
    run: (context) =>
      attempt(async () => {
        const act = await load();
        await act(context.args);
      }),
  });
}

const ONE_ORGANIZATION = {
  type: "string",
  description: "Slug or id; every organization when left out",
} as const;

const audit = defineCommand({
  meta: { description: "Verify and sign the audit logs" },
  subCommands: {
    verify: command(
      "Check that no event was changed, removed or cut off; exit code 1 if one was",
      {
        org: ONE_ORGANIZATION,
        anchor: {
          type: "string",
          description:
            "The anchor that an earlier check printed: the log must still contain it",
        },
      },
      async () => (await import("./actions/audit")).verify,
    ),
    sign: command(
      "Sign the audit logs with the current APP_SECRET after a change; APP_SECRET_PREVIOUS must hold the former one",
      {
        org: ONE_ORGANIZATION,
        unsigned: {
          type: "boolean",
          default: false,
          description:
            "Also sign a log whose head neither secret signed; review its newest events first",
        },
      },
      async () => (await import("./actions/audit")).sign,
    ),
  },
});

const billing = defineCommand({
  meta: { description: "Manage plans and payments" },
  subCommands: {
    adopt: command(
      "Decide what organizations without a subscription at the current payment provider get, after BILLING was changed; the server can keep running",
      {
        free: {
          type: "boolean",
          default: false,
          description:
            "They get what a new organization gets: the free plan, or no limits where BILLING is off",
        },
        keep: {
          type: "boolean",
          default: false,
          description: "They keep their plan and limits",
        },
      },
      async () => (await import("./actions/billing")).adopt,
    ),
    setup: command(
      "Create the plans and the webhook at Stripe; existing ones stay",
      {},
      async () => (await import("./actions/billing")).setUp,
    ),
    resync: command(
      "Read subscriptions from the payment provider again after webhooks were lost; the server can keep running",
      {
        org: {
          type: "positional",
          required: false,
          description: "Slug or id; every customer when left out",
        },
      },
      async () => (await import("./actions/billing")).resync,
    ),
  },
});

const WHICH_ORGANIZATION = {
  type: "positional",
  required: true,
  description: "Slug or id of the organization",
} as const;

const org = defineCommand({
  meta: { description: "List, export, import and purge organizations" },
  subCommands: {
    list: command(
      "List all organizations",
      {},
      async () => (await import("./actions/organizations")).list,
    ),
    export: command(
      "Write everything that an organization owns into one file; the server can keep running",
      {
        org: WHICH_ORGANIZATION,
        file: {
          type: "positional",
          required: false,
          description:
            "The file to create; <slug>.tenantry.jsonl when left out",
        },
      },
      async () => (await import("./actions/organizations")).exportTo,
    ),
    import: command(
      "Create an organization from the export of another installation; the server can keep running",
      {
        file: {
          type: "positional",
          required: true,
          description: "The exported file",
        },
        slug: {
          type: "string",
          description: "The slug here, if the one in the file is taken",
        },
        "dry-run": {
          type: "boolean",
          default: false,
          description: "Check the file and say what an import would do",
        },
      },
      async () => (await import("./actions/organizations")).importFrom,
    ),
    purge: command(
      "Permanently delete an organization; it cannot be restored",
      {
        org: WHICH_ORGANIZATION,
        yes: {
          type: "boolean",
          default: false,
          description: "Confirms that everything is deleted",
        },
      },
      async () => (await import("./actions/organizations")).purge,
    ),
  },
});

const openapi = command(
  "Print the REST contract as OpenAPI 3.1",
  {},
  async () => (await import("./actions/openapi")).printOpenApi,
);

export const tenantry = defineCommand({
  meta: {
    name: "tenantry",
    version,
    description: "A multi-tenant SaaS in one program",
  },
  subCommands: {
    start: command(
      "Migrate, add sample data to an empty development database, and serve",
      {},
      async () => (await import("./actions/server")).start,
    ),
    serve: command(
      "Migrate and serve",
      {},
      async () => (await import("./actions/server")).serveOnly,
    ),
    migrate: command(
      "Bring the database to the schema of this version",
      {
        status: {
          type: "boolean",
          default: false,
          description:
            "Only list the migrations that the database lacks; exit code 1 if it lacks one. The server can keep running",
        },
      },
      async () => (await import("./actions/database")).migrate,
    ),
    seed: command(
      "Add sample organizations and people to an empty database",
      {
        demo: {
          type: "boolean",
          required: true,
          description: "The sample data",
        },
      },
      async () => (await import("./actions/database")).seed,
    ),
    backup: command(
      "Copy a local database file into a backup with a manifest; the server can keep running",
      {
        file: {
          type: "positional",
          required: false,
          description:
            "The file to create; backups/tenantry-<time>.db when left out",
        },
      },
      async () => (await import("./actions/backup")).backup,
    ),
    restore: command(
      "Replace a local database file by a backup; stop the server first. The former file is kept",
      {
        file: {
          type: "positional",
          required: true,
          description: "The backup; its manifest must be beside it",
        },
      },
      async () => (await import("./actions/backup")).restore,
    ),
    doctor: command(
      "Check settings, machine, database and the servers that it uses, and say what to do; exit code 1 for a fault. The server can keep running",
      {},
      async () => (await import("./actions/doctor")).doctor,
    ),
    health: command(
      "Ask the running server whether it is ready; exit code 1 if it is not. For health checks of containers",
      {},
      async () => (await import("./actions/health")).health,
    ),
    openapi,
    audit,
    billing,
    org,
    version: command("Print the version", {}, async () => () => {
      print(version);
      return Promise.resolve();
    }),
    reseal: command(
      "Encrypt the secrets of authenticator apps with the current APP_SECRET after a change; the server can keep running",
      {},
      async () => (await import("./actions/accounts")).reseal,
    ),
    "reset-two-factor": command(
      "Remove authenticator app, passkeys and recovery codes of a user who lost them; the server can keep running",
      {
        email: {
          type: "positional",
          required: true,
          description: "The email address of the account",
        },
      },
      async () => (await import("./actions/accounts")).resetTwoFactorOf,
    ),
    "forget-issuer": command(
      "Remove the linked accounts of a sign-in provider that was replaced; their users set a password by mail",
      {
        issuer: {
          type: "positional",
          required: true,
          description:
            "The issuer of the provider, as the start command names it when it refuses to start",
        },
      },
      async () => (await import("./actions/accounts")).forgetIssuerOf,
    ),
  },
  default: "start",
});
