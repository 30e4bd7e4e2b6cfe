import { reasonOf } from "#sdk/errors.ts";
import type { RouterOutputs } from "#sdk/index.ts";
import { PageRefusal } from "#client/lib/problem.ts";
import { texts } from "./texts.ts";

export type Invitation = RouterOutputs["invitations"]["list"]["items"][number];

/** An invitation that is not there any more was answered while one looked at it. */
export function explainGone(error: unknown): never {
  throw reasonOf(error) === "NOT_FOUND"
    ? new PageRefusal(texts().invitation.gone)
    : error;
}
