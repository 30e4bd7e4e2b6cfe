import { useLocation, useNavigate } from "@solidjs/router";
import { type Accessor, createComputed, createSignal } from "solid-js";

export type HashToken = Accessor<string | undefined>;

/** Returns the token in the fragment of an emailed link: `#token=…`. */
export function tokenOf(hash: string): string | undefined {
  return new URLSearchParams(hash.replace(/^#/, "")).get("token") || undefined;
}

/**
 * Moves the token out of the URL, so that neither the history nor a shared screen shows it. Another emailed link in
 * the same tab changes only the fragment, so the page takes over the new token.
 */
export function createHashToken(initial?: string): HashToken {
  const location = useLocation();
  const navigate = useNavigate();
  const [token, setToken] = createSignal(initial);
  createComputed(() => {
    const found = tokenOf(location.hash);
    if (found === undefined) return;
    setToken(found);
    const bare = location.pathname + location.search;
    // Replaces the URL at once, because the router replaces it only after the page is drawn.
    history.replaceState(history.state, "", bare);
    navigate(bare, { replace: true, scroll: false });
  });
  return token;
}
