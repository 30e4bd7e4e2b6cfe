import { reasonOf } from "#sdk/errors.ts";
import type { RouterOutputs } from "#sdk/index.ts";
import { PageRefusal } from "#client/lib/problem.ts";
import { api } from "#client/session/api.ts";
import { texts } from "./texts.ts";

export type Invitation = RouterOutputs["invitations"]["list"]["items"][number];

/** What the actions need to know about an invitation. */
export type InvitationThing = Pick<
  Invitation,
  "id" | "email" | "role" | "roleName"
>;

/**
 * Replaces a `NOT_FOUND` error by the message that the invitation was already answered or revoked. Throws other errors
 * unchanged.
 */
export function explainGone(error: unknown): never {
  throw reasonOf(error) === "NOT_FOUND"
    ? new PageRefusal(texts().invitation.gone)
    : error;
}

/** Refetches everything that shows invitations, and the dashboard, which names those that have expired. */
export async function refetchInvitations(org: string): Promise<void> {
  await Promise.all([
    api.invitations.list.invalidate({ org }),
    api.people.list.invalidate({ org }),
    api.dashboard.get.invalidate({ org }),
  ]);
}
