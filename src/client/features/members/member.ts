import type { RouterOutputs } from "#sdk/index.ts";
import { api } from "#client/session/api.ts";

export type Member = RouterOutputs["members"]["list"]["items"][number];

/** What the actions need to know about a member. */
export type MemberThing = Pick<
  Member,
  "userId" | "name" | "email" | "role" | "roleName" | "suspendedAt"
>;

/** Refetches everything that shows members. */
export async function refetchMembers(org: string): Promise<void> {
  await Promise.all([
    api.members.list.invalidate({ org }),
    api.people.list.invalidate({ org }),
    api.people.get.invalidate({ org }),
  ]);
}
