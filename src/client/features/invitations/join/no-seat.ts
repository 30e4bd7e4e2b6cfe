import { reasonOf } from "#sdk/errors.ts";
import { PageRefusal } from "#client/lib/problem.ts";
import { texts } from "./texts.ts";

/**
 * Replaces the message of a `SEAT_LIMIT` error by a message for a user who is not a member yet. Returns other errors
 * unchanged.
 */
export function explainNoSeat(error: unknown): unknown {
  return reasonOf(error) === "SEAT_LIMIT"
    ? new PageRefusal(texts().noSeat)
    : error;
}
