import pino from "pino";
import { DomainError } from "#server/kernel/errors";
import {
  createLimits,
  type Limits,
} from "#server/kernel/rate-limits/rate-limits";
import { until } from "./until";

/** The program's rate limits without a server. */
export interface TestLimits extends Limits {
  /** The messages that the rate limits logged. */
  logged: string[];
  /** Waits until the rate limits know whether Redis answers. */
  settled(): Promise<void>;
}

export function createTestLimits({
  factor = 1,
  redisUrl,
}: { factor?: number; redisUrl?: string } = {}): TestLimits {
  const logged: string[] = [];
  const write = (line: string) => {
    logged.push((JSON.parse(line) as { msg: string }).msg);
  };
  const secret = "a secret of at least 32 characters";
  const settings = { rateLimitFactor: factor, redisUrl, secret };
  return {
    ...createLimits(settings, pino({}, { write })),
    logged,
    async settled() {
      if (redisUrl === undefined) return;
      await until("Redis is known to be up or down", () => logged[0]);
    },
  };
}

/** Distributes calls over the instances in turn, so that each instance counts only its share. */
export function inTurn(instances: TestLimits[]): TestLimits {
  let turn = 0;
  const next = () => {
    const instance = instances[turn++ % instances.length];
    if (!instance) throw new Error("There are no instances.");
    return instance;
  };
  return {
    logged: [],
    consumeClient: (bucket, address) => next().consumeClient(bucket, address),
    measure: (bucket, key) => next().measure(bucket, key),
    count: (bucket, key) => next().count(bucket, key),
    consume: (bucket, key, units) => next().consume(bucket, key, units),
    waitFor: (bucket, key) => next().waitFor(bucket, key),
    spend: (bucket, key, units) => next().spend(bucket, key, units),
    giveBack: (bucket, key) => next().giveBack(bucket, key),
    tryConsume: (bucket, key) => next().tryConsume(bucket, key),
    totals: {
      add: (key, known) => next().totals.add(key, known),
      remove: (key) => next().totals.remove(key),
    },
    close: () => instances.forEach(({ close }) => close()),
    async settled() {
      await Promise.all(instances.map((instance) => instance.settled()));
    },
  };
}

export async function refusal(attempt: Promise<void>): Promise<DomainError> {
  const error: unknown = await attempt.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (error instanceof DomainError) return error;
  throw new Error("The call was not refused.");
}
