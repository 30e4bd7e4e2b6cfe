import { afterAll, beforeAll, expect, test } from "bun:test";
import { createTestLimits, inTurn } from "#testing/kit/rate-limits";
import { type RedisServer, startRedis } from "#testing/peers/redis";
import { DomainError } from "#server/kernel/errors";
import {
  createWriteBudget,
  type WriteBudget,
  type Writer,
} from "./write-budget";

const MIB = 1024 * 1024;

let redis: RedisServer;
beforeAll(async () => {
  redis = await startRedis();
});
afterAll(() => redis.stop());

const writer = (isOnPaidPlan = false): Writer => ({
  userId: crypto.randomUUID(),
  isOnPaidPlan,
});

function isUsedUp(budget: WriteBudget, of: Writer): boolean {
  try {
    budget.requireLeft(of);
    return false;
  } catch (error) {
    if (error instanceof DomainError && error.reason === "WRITE_BUDGET")
      return true;
    throw error;
  }
}

test.each([
  ["free", false, 64],
  ["paid", true, 512],
])(
  "the budget of a %s plan is used up with its last byte",
  async (_, isPaid, mib) => {
    const budget = createWriteBudget(createTestLimits());
    const user = writer(isPaid);
    await budget.spend(user, mib * MIB - 1);
    expect(isUsedUp(budget, user)).toBe(false);
    await budget.spend(user, 1);
    expect(isUsedUp(budget, user)).toBe(true);
    expect(isUsedUp(budget, { ...user, isOnPaidPlan: !isPaid })).toBe(false);
    expect(isUsedUp(budget, writer(isPaid))).toBe(false);
  },
);

test("an instance learns at its next count that a budget was exhausted at another one", async () => {
  const limits = [1, 2].map(() => createTestLimits({ redisUrl: redis.url }));
  await inTurn(limits).settled();
  const [here, there] = limits.map(createWriteBudget);
  if (!here || !there) throw new Error("There are two instances.");
  const user = writer();
  await here.spend(user, 64 * MIB);
  expect(isUsedUp(here, user)).toBe(true);
  await there.spend(user, 1);
  expect(isUsedUp(there, user)).toBe(true);
  for (const { close } of limits) close();
});
