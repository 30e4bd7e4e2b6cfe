import type { inferRouterOutputs } from "@trpc/server";
import type { AppRouter } from "#server/features/router";

/** The answer of `auth.context`: the caller, their organizations and, for an `org`, their membership. */
export type AuthContext = inferRouterOutputs<AppRouter>["auth"]["context"];

/** The context of a member of an organization. */
export type MemberContext = AuthContext & {
  organization: NonNullable<AuthContext["organization"]>;
};

/** Returns the context of a member; undefined if the context is about no organization. */
export function memberContextOf(
  context: AuthContext,
): MemberContext | undefined {
  const { organization } = context;
  return organization ? { ...context, organization } : undefined;
}
