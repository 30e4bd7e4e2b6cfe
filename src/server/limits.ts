import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";
import { DomainError } from "./errors";

const MINUTE = 60;
const HOUR = 60 * MINUTE;

/** Every limit of the program: how many per how many seconds. */
const BUCKETS = {
  /** Wrong passwords per account. */
  signInFailure: [10, 15 * MINUTE],
  /** Wrong codes per account. */
  secondFactorFailure: [10, 15 * MINUTE],
  /** Sign-in, sign-up, verification and the like, per client. */
  credentials: [20, 5 * MINUTE],
  mailPerRecipient: [3, HOUR],
  mailPerClient: [20, HOUR],
  /** Sending one invitation again. */
  resend: [10, HOUR],
  /** Look-ups of mailed tokens per client. */
  token: [20, MINUTE],
  /** Calls per session. */
  session: [600, MINUTE],
  /** Calls per client that is not signed in. */
  anonymous: [120, MINUTE],
} as const;

export type Bucket = keyof typeof BUCKETS;

export interface Limits {
  /** @throws DomainError `RATE_LIMITED` with the seconds to wait. */
  consume(bucket: Bucket, key: string): Promise<void>;
  /** Counts, and says how many milliseconds to wait: 0 within the limit. */
  waitFor(bucket: Bucket, key: string): Promise<number>;
  /** Takes back one that `consume` counted. */
  giveBack(bucket: Bucket, key: string): Promise<void>;
  /** Whether the next call would be over the limit; counts nothing. */
  isOver(bucket: Bucket, key: string): Promise<boolean>;
}

/** @param factor multiplies every limit; 1 is the documented one. */
export function createLimits(factor: number): Limits {
  const limiters = new Map(
    Object.entries(BUCKETS).map(([bucket, [points, duration]]) => [
      bucket,
      new RateLimiterMemory({
        keyPrefix: bucket,
        points: points * factor,
        duration,
      }),
    ]),
  );
  const limiter = (bucket: Bucket): RateLimiterMemory => {
    const found = limiters.get(bucket);
    if (!found) throw new Error(`No such limit: ${bucket}`);
    return found;
  };

  return {
    async consume(bucket, key) {
      try {
        await limiter(bucket).consume(key);
      } catch (error) {
        throw refusal(error);
      }
    },
    async waitFor(bucket, key) {
      const { points, duration } = limiter(bucket);
      const state = await limiter(bucket).penalty(key);
      const over = state.consumedPoints - points;
      if (over <= 0) return 0;
      return (
        state.msBeforeNext + Math.floor((over - 1) / points) * duration * 1000
      );
    },
    async giveBack(bucket, key) {
      await limiter(bucket).reward(key);
    },
    async isOver(bucket, key) {
      const { points } = limiter(bucket);
      const state = await limiter(bucket).get(key);
      return state !== null && state.consumedPoints >= points;
    },
  };
}

function refusal(error: unknown): unknown {
  if (!(error instanceof RateLimiterRes)) return error;
  const seconds = Math.max(1, Math.ceil(error.msBeforeNext / 1000));
  return new DomainError(
    "RATE_LIMITED",
    `Too many requests. Try again in ${inWords(seconds)}.`,
    {
      retryAfter: seconds,
    },
  );
}

function inWords(seconds: number): string {
  if (seconds < 60) return seconds === 1 ? "1 second" : `${seconds} seconds`;
  const minutes = Math.ceil(seconds / 60);
  return minutes === 1 ? "1 minute" : `${minutes} minutes`;
}
