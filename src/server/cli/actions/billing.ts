import { ConfigError } from "#server/kernel/config/config";
import type { UnitOfWork } from "#server/kernel/db/unit-of-work";
import { print } from "./attempt";
import { adoptBilling } from "../operator/adopt-billing";
import { resyncBilling } from "../operator/resync-billing";
import { setUpBilling } from "../operator/set-up-billing";
import { readConfig } from "./environment";
import { withServices, withSharedDatabase } from "./with-database";

export function adopt({
  free,
  keep,
}: {
  free: boolean;
  keep: boolean;
}): Promise<void> {
  return withSharedDatabase(async (db, config) => {
    if (free === keep) throw new ConfigError("Say either --free or --keep.");
    const { provider } = config.billing;
    await withServices(config, db, async ({ audit, versions, live, now }) => {
      const tell = (work: UnitOfWork) => live.tell(work);
      const services = { db, audit, versions, tell, now };
      for (const line of await adoptBilling(services, { provider, keep }))
        print(line);
    });
    print(`Decided for BILLING=${provider}.`);
  });
}

export async function setUp(): Promise<void> {
  // A placeholder for the webhook secret: Stripe creates the real one together with the webhook endpoint.
  const config = readConfig({ STRIPE_WEBHOOK_SECRET: "whsec_not_yet" });
  for (const line of await setUpBilling(config)) print(line);
}

export function resync({ org }: { org?: string }): Promise<void> {
  return withSharedDatabase((db, config) =>
    withServices(config, db, async ({ billing }) => {
      for (const line of await resyncBilling(db, billing, org)) print(line);
    }),
  );
}
