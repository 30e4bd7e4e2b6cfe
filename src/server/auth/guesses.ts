import type { Context } from "../context";

/**
 * Counted as a failure before the guess is looked at, and given back when it is right: guesses that are sent side by
 * side must not outrun the count.
 */
export async function isRightGuess(
  { services: { limits } }: Context,
  bucket: "signInFailure" | "secondFactorFailure",
  key: string,
  check: () => Promise<boolean>,
): Promise<boolean> {
  await limits.consume(bucket, key);
  let isWrong = false;
  try {
    isWrong = !(await check());
  } finally {
    if (!isWrong) await limits.giveBack(bucket, key);
  }
  return !isWrong;
}
