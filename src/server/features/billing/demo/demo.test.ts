import { billingContract } from "#testing/peers/billing/contract";
import { createFakeWorld } from "#testing/peers/billing/fake";
import { openTestDatabase } from "#testing/kit/database";

billingContract("the provider inside the program", async () => {
  const database = await openTestDatabase();
  return {
    ...createFakeWorld(database.db),
    stop: () => Promise.resolve(database.stop()),
  };
});
