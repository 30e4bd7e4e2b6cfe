import { defineCommand } from "citty";
import { ConfigError } from "#server/kernel/config/config";
import type { UnitOfWork } from "#server/kernel/db/unit-of-work";
import { adoptBilling } from "./operator/adopt-billing";
import { resyncBilling } from "./operator/resync-billing";
import { setUpBilling } from "./operator/set-up-billing";
import {
  attempt,
  readConfig,
  say,
  withServices,
  withSharedDatabase,
} from "./command";

const adoptCommand = defineCommand({
  meta: {
    description:
      "Decide what organizations have that subscribed to nothing at the present payment service, after BILLING was changed; the server may go on running",
  },
  args: {
    free: {
      type: "boolean",
      default: false,
      description:
        "They get what a new organization has: the free plan, or no limits where BILLING is off",
    },
    keep: {
      type: "boolean",
      default: false,
      description: "They keep the plan and the limits that they have",
    },
  },
  run: ({ args: { free, keep } }) =>
    attempt(() =>
      withSharedDatabase(async (db, config) => {
        if (free === keep)
          throw new ConfigError("Say either --free or --keep.");
        const { provider } = config.billing;
        await withServices(
          config,
          db,
          async ({ audit, versions, live, now }) => {
            const tell = (work: UnitOfWork) => live.tell(work);
            const services = { db, audit, versions, tell, now };
            const adoption = { provider, keep };
            for (const line of await adoptBilling(services, adoption))
              say(line);
          },
        );
        say(`Decided for BILLING=${provider}.`);
      }),
    ),
});

export const billingCommand = defineCommand({
  meta: { description: "Look after plans and payments" },
  subCommands: {
    adopt: adoptCommand,
    setup: defineCommand({
      meta: {
        description:
          "Make the plans at Stripe, and have it tell this installation of events; what is there already stays",
      },
      run: () =>
        attempt(async () => {
          // Before Stripe has an endpoint there is no secret of it.
          const config = readConfig({ STRIPE_WEBHOOK_SECRET: "whsec_not_yet" });
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
          withSharedDatabase((db, config) =>
            withServices(config, db, async ({ billing }) => {
              const lines = await resyncBilling(db, billing, args.org);
              for (const line of lines) say(line);
            }),
          ),
        ),
    }),
  },
});
