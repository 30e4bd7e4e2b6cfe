import { type Accessor, createSignal } from "solid-js";
import { api } from "./api";
import { mayBeSignedIn } from "./sign-in-hint";
import { onUserChangeInOtherTab } from "./user-changes";

export type AuthContext = Awaited<ReturnType<typeof api.auth.context.query>>;

const KEPT_OUT_ASKS_EVERY_MS = 10_000;

/**
 * Who is signed in and, for a slug, their place in that organization. Read again when the tab gets the focus: rights may
 * have changed meanwhile. Whoever is kept out for want of a second factor may be setting one up on another device.
 */
export function useAuthContext(slug: Accessor<string | undefined>) {
  return api.auth.context.useQuery(
    () => ({ org: slug() }),
    () => ({
      retry: false,
      refetchOnWindowFocus: "always" as const,
      refetchInterval: ({ state }: { state: { data?: AuthContext } }) =>
        state.data?.isBlockedByTwoFactorPolicy ? KEPT_OUT_ASKS_EVERY_MS : false,
    }),
  );
}

/** Who is signed in, for a page that strangers open: it does not ask about somebody who was never here. */
export function useUserIfSignedIn() {
  const [isWorthAsking, setWorthAsking] = createSignal(mayBeSignedIn());
  onUserChangeInOtherTab(() => setWorthAsking(true));
  const context = api.auth.context.useQuery(
    () => ({}),
    () => ({ retry: false, enabled: isWorthAsking() }),
  );
  return () => (context.isSuccess ? context.data.user : undefined);
}

/** A page that wants a person leads to sign-in and back. */
export function signInPath(returnTo: string): string {
  return `/sign-in?next=${encodeURIComponent(returnTo)}`;
}

export { safeNext } from "./safe-next";
