import { type Accessor, createSignal } from "solid-js";
import { api } from "./api";
import { mayBeSignedIn } from "./sign-in-hint";
import { onUserChangeInOtherTab } from "./user-changes";

export type AuthContext = Awaited<ReturnType<typeof api.auth.context.query>>;

const POLL_BLOCKED_EVERY_MS = 10_000;

/**
 * The signed-in user and, for a slug, their membership. Refetched when the tab gets the focus, because permissions
 * may have changed. A user blocked by the 2FA policy may set it up on another device, so it is polled then.
 */
export function useAuthContext(slug: Accessor<string | undefined>) {
  return api.auth.context.useQuery(
    () => ({ org: slug() }),
    () => ({
      retry: false,
      refetchOnWindowFocus: "always" as const,
      refetchInterval: ({ state }: { state: { data?: AuthContext } }) =>
        state.data?.isBlockedByTwoFactorPolicy ? POLL_BLOCKED_EVERY_MS : false,
    }),
  );
}

/** The signed-in user, for a public page. Sends no request if this browser was never signed in. */
export function useUserIfSignedIn() {
  const [isWorthAsking, setWorthAsking] = createSignal(mayBeSignedIn());
  onUserChangeInOtherTab(() => setWorthAsking(true));
  const context = api.auth.context.useQuery(
    () => ({}),
    () => ({ retry: false, enabled: isWorthAsking() }),
  );
  return () => (context.isSuccess ? context.data.user : undefined);
}

/** The sign-in page, which leads back afterwards. */
export function signInPath(returnTo: string): string {
  return `/sign-in?next=${encodeURIComponent(returnTo)}`;
}

export { safeNext } from "./safe-next";
