import type { Context } from "#server/rpc/context";

type FailureBucket =
  "signInFailure" | "secondFactorFailure" | "secondFactorFailurePerDay";

/**
 * Runs a check of a password or code, and limits how often it can fail. Each attempt is counted before the check and
 * uncounted if the check succeeds: otherwise many parallel guesses could start before the first one is counted.
 * @param onWrong runs after a failed check, with the number of failures in the last bucket, including this one
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
  // The buckets count one after the other: a guess that the first bucket refuses must not count in the second.
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
