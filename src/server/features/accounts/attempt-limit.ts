import type { Context } from "#server/rpc/context";

type FailureBucket =
  "signInFailure" | "secondFactorFailure" | "secondFactorFailurePerDay";

/**
 * Runs a check that an attacker could guess, within limits. Each attempt counts as a failure before the check, and is given
 * back when it succeeds: parallel guesses must not outrun the count.
 * @param onWrong gets the number of failures in the last bucket, including this one
 * @throws DomainError `RATE_LIMITED`
 */
export async function verifyWithAttemptLimit(
  { services: { limits } }: Context,
  buckets: readonly FailureBucket[],
  key: string,
  check: () => Promise<boolean>,
  onWrong?: (failures: number) => Promise<void>,
): Promise<boolean> {
  let failures = 0;
  // In this order: a guess that the first bucket refuses must not count in the next one.
  for (const bucket of buckets) failures = await limits.count(bucket, key);
  let isWrong = false;
  try {
    isWrong = !(await check());
  } finally {
    if (!isWrong)
      for (const bucket of buckets) await limits.giveBack(bucket, key);
  }
  if (isWrong) await onWrong?.(failures);
  return !isWrong;
}
