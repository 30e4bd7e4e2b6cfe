import type { UseQueryResult } from "@tanstack/solid-query";
import { type Accessor, createSignal } from "solid-js";
import type { TenantryError } from "#sdk/errors.ts";
import type { AuthContext as Answer } from "#sdk/solid.ts";
import { api } from "./api";
import { mayBeSignedIn } from "./sign-in-hint";
import { onUserChangeInOtherTab } from "./user-changes";

/** The signed-in user with their organizations. */
export type AuthContext = Answer & { user: NonNullable<Answer["user"]> };

const POLL_BLOCKED_EVERY_MS = 10_000;

/**
 * Returns the signed-in user and, for a slug, their membership. Permissions may change, so the answer is refetched
 * when the tab gets the focus, and regularly while the 2FA policy blocks the user.
 */
export function useAuthContext(slug: Accessor<string | undefined>) {
  return ofSession(
    api.auth.context.useQuery(
      () => ({ org: slug() }),
      () => ({
        retry: false,
        refetchOnWindowFocus: "always" as const,
        refetchInterval: ({ state }: { state: { data?: Answer } }) =>
          state.data?.isBlockedByTwoFactorPolicy
            ? POLL_BLOCKED_EVERY_MS
            : false,
      }),
    ),
  );
}

/**
 * Returns the signed-in user, for a public page. Sends no request if the browser's storage says that no user is
 * signed in.
 */
export function useUserIfSignedIn() {
  const [isWorthAsking, setWorthAsking] = createSignal(mayBeSignedIn());
  onUserChangeInOtherTab(() => setWorthAsking(true));
  const context = ofSession(
    api.auth.context.useQuery(
      () => ({}),
      () => ({ retry: false, enabled: isWorthAsking() }),
    ),
  );
  return () => (context.isSuccess ? context.data.user : undefined);
}

/** The answer has a user, because the web app calls the API in a session and never with an API key. */
function ofSession(query: UseQueryResult<Answer, TenantryError>) {
  return query as UseQueryResult<AuthContext, TenantryError>;
}

/** Returns the URL of the sign-in page, which opens the given page afterwards. */
export function signInPath(returnTo: string): string {
  return `/sign-in?next=${encodeURIComponent(returnTo)}`;
}

export { safeNext } from "./safe-next";
