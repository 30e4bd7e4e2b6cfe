import { reasonOf } from "#sdk/errors.ts";
import { PageRefusal } from "#client/lib/problem.ts";
import { texts } from "./texts.ts";

/** Replaces the message of `SEAT_LIMIT` by one for a user who is not a member yet; returns other errors unchanged. */
export function explainNoSeat(error: unknown): unknown {
  return reasonOf(error) === "SEAT_LIMIT"
    ? new PageRefusal(texts().noSeat)
    : error;
}
