import { billingContract } from "#testing/billing/contract";
import { createFakeWorld } from "#testing/billing/fake";
import { openTestDatabase } from "#testing/database";

billingContract("the provider inside the program", async () => {
  const database = await openTestDatabase();
  return {
    ...createFakeWorld(database.db),
    stop: () => Promise.resolve(database.remove()),
  };
});
