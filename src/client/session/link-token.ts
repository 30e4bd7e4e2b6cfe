import { useLocation, useNavigate } from "@solidjs/router";
import { type Accessor, createComputed, createSignal } from "solid-js";

/** The token of a mailed link: `#token=…`. */
export function tokenOf(hash: string): string | undefined {
  return new URLSearchParams(hash.replace(/^#/, "")).get("token") || undefined;
}

/**
 * Takes the token out of the address, so that neither the history nor a shared screen keeps it. Opening another link
 * in the same tab only changes the fragment: the page then goes on with the new token.
 */
export function createLinkToken(
  initial?: string,
): Accessor<string | undefined> {
  const location = useLocation();
  const navigate = useNavigate();
  const [token, setToken] = createSignal(initial);
  createComputed(() => {
    const found = tokenOf(location.hash);
    if (found === undefined) return;
    setToken(found);
    const bare = location.pathname + location.search;
    // At once, since the router waits until the page is drawn.
    history.replaceState(history.state, "", bare);
    navigate(bare, { replace: true, scroll: false });
  });
  return token;
}
