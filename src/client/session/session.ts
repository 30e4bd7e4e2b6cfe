import { type Accessor } from "solid-js";
import { api } from "../api";

export type AuthContext = Awaited<ReturnType<typeof api.auth.context.query>>;

/**
 * Who is signed in and, for a slug, their place in that organization. Read again when the tab gets the focus: rights may
 * have changed meanwhile.
 */
export function useAuthContext(slug: Accessor<string | undefined>) {
  return api.auth.context.useQuery(
    () => ({ org: slug() }),
    () => ({ retry: false, refetchOnWindowFocus: "always" as const }),
  );
}

/** A page that wants a person leads to sign-in and back. */
export function signInPath(returnTo: string): string {
  return `/sign-in?next=${encodeURIComponent(returnTo)}`;
}

/** Only an address of this site may follow a sign-in: `next` is whatever somebody put into a link. */
export function safeNext(next: string | undefined): string {
  if (!next) return "/";
  const url = new URL(next, location.origin);
  return url.origin === location.origin
    ? `${url.pathname}${url.search}${url.hash}`
    : "/";
}
