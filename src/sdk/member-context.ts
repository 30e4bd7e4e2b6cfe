import type { inferRouterOutputs } from "@trpc/server";
import type { AppRouter } from "#server/features/router";

/** The answer of `auth.context`: the caller, their organizations and, for an `org`, their membership. */
export type AuthContext = inferRouterOutputs<AppRouter>["auth"]["context"];

/** The context of a user in a session, in an organization. */
export type MemberContext = AuthContext & {
  user: NonNullable<AuthContext["user"]>;
  organization: NonNullable<AuthContext["organization"]>;
};

/** Returns the context of a member; undefined if the context is about no organization, or about no user. */
export function memberContextOf(
  context: AuthContext,
): MemberContext | undefined {
  const { user, organization } = context;
  return user && organization ? { ...context, user, organization } : undefined;
}
