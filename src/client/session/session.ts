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

export { safeNext } from "./safe-next";
