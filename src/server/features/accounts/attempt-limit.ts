import type { Context } from "#server/rpc/context";

type FailureBucket =
  "signInFailure" | "secondFactorFailure" | "secondFactorFailurePerDay";

/**
 * Counted as a failure before the guess is looked at, and given back when it is right: guesses that are sent side by
 * side must not outrun the count.
 * @param onWrong gets how many failures the last bucket counts, this one included
 */
export async function verifyWithAttemptLimit(
  { services: { limits } }: Context,
  buckets: readonly FailureBucket[],
  key: string,
  check: () => Promise<boolean>,
  onWrong?: (failures: number) => Promise<void>,
): Promise<boolean> {
  let failures = 0;
  // In this order: a guess that the first bucket refuses is not looked at, and adds nothing to the next one.
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
