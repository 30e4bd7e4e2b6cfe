import { reasonOf } from "#sdk/errors.ts";
import { PageRefusal } from "#client/lib/problem.ts";
import { texts } from "./texts.ts";

/** A refusal for want of a seat, in words for somebody who is not in the organization yet; any other as it is. */
export function seenFromOutside(error: unknown): unknown {
  return reasonOf(error) === "SEAT_LIMIT"
    ? new PageRefusal(texts().noSeat)
    : error;
}
