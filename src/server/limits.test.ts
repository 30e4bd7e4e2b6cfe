import { describe, expect, test } from "bun:test";
import { DomainError } from "./errors";
import { type Bucket, createLimits } from "./limits";

const MINUTE = 60;

const documented: [Bucket, number, number][] = [
  ["signInFailure", 10, 15 * MINUTE],
  ["credentials", 20, 5 * MINUTE],
  ["mailPerRecipient", 3, 60 * MINUTE],
  ["mailPerClient", 20, 60 * MINUTE],
  ["resend", 10, 60 * MINUTE],
  ["token", 20, MINUTE],
  ["session", 600, MINUTE],
  ["anonymous", 120, MINUTE],
];

async function refusal(attempt: Promise<void>): Promise<DomainError> {
  const error: unknown = await attempt.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (error instanceof DomainError) return error;
  throw new Error("It was not refused.");
}

describe("the documented limits hold at factor 1:", () => {
  test.each(documented)(
    "%s allows %d in %d seconds",
    async (bucket, points, seconds) => {
      const limits = createLimits(1);
      for (let time = 0; time < points; time++)
        await limits.consume(bucket, "key");
      expect(await limits.isOver(bucket, "key")).toBe(true);
      const { reason, details } = await refusal(limits.consume(bucket, "key"));
      expect(reason).toBe("RATE_LIMITED");
      expect(details.retryAfter).toBeGreaterThan(seconds - 2);
      expect(details.retryAfter).toBeLessThanOrEqual(seconds);
      expect(await limits.isOver(bucket, "another key")).toBe(false);
      await limits.consume(bucket, "another key");
    },
  );
});

test("the factor multiplies every limit", async () => {
  const limits = createLimits(2);
  for (let time = 0; time < 40; time++) await limits.consume("token", "key");
  await refusal(limits.consume("token", "key"));
});

test("a bucket of one kind does not fill that of another", async () => {
  const limits = createLimits(1);
  for (let time = 0; time < 20; time++) await limits.consume("token", "key");
  expect(await limits.isOver("credentials", "key")).toBe(false);
});

test("what is given back may be used again", async () => {
  const limits = createLimits(1);
  for (let time = 0; time < 10; time++)
    await limits.consume("signInFailure", "key");
  await limits.giveBack("signInFailure", "key");
  await limits.consume("signInFailure", "key");
  await refusal(limits.consume("signInFailure", "key"));
});

test("mail over the limit waits, and the next one waits no less", async () => {
  const limits = createLimits(1);
  const waits = [];
  for (let time = 0; time < 7; time++)
    waits.push(await limits.waitFor("mailPerRecipient", "key"));
  expect(waits.slice(0, 3)).toEqual([0, 0, 0]);
  const hours = waits
    .slice(3)
    .map((wait) => Math.round(wait / (60 * MINUTE * 1000)));
  expect(hours).toEqual([1, 1, 1, 2]);
});

test("the refusal says in words how long to wait", async () => {
  const limits = createLimits(1);
  for (let time = 0; time < 20; time++)
    await limits.consume("credentials", "key");
  const { message } = await refusal(limits.consume("credentials", "key"));
  expect(message).toBe("Too many requests. Try again in 5 minutes.");
});
