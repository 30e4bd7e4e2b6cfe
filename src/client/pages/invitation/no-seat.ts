import { reasonOf } from "../../../sdk/errors.ts";
import { PageRefusal } from "../../problem.ts";

/** A refusal for want of a seat, in words for somebody who is not in the organization yet; any other as it is. */
export function seenFromOutside(error: unknown): unknown {
  return reasonOf(error) === "SEAT_LIMIT" ? new PageRefusal(NO_SEAT) : error;
}

const NO_SEAT =
  "Every seat there is taken. Ask whoever invited you, or an admin, to make room. Then come back: you can still join.";
