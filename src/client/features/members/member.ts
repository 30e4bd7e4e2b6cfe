import type { RouterOutputs } from "#sdk/index.ts";

export type Member = RouterOutputs["members"]["list"]["items"][number];

/** What the actions need to know about a member. */
export type MemberThing = Pick<
  Member,
  "userId" | "name" | "email" | "role" | "roleName" | "suspendedAt"
>;
