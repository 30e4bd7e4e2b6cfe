import { useLocation, useNavigate } from "@solidjs/router";

/** What the other service put into the address. */
export type CallbackParameters =
  { code: string; state: string } | { refusal: string } | undefined;

/** Takes it out of the address at once: a code must stand neither there nor in the history. */
export function takeCallbackParameters(): CallbackParameters {
  const { pathname, search } = useLocation();
  const navigate = useNavigate();
  const query = new URLSearchParams(search);
  // At once, since the router waits until the page is drawn.
  history.replaceState(history.state, "", pathname);
  navigate(pathname, { replace: true, scroll: false });
  const [code, state] = [query.get("code"), query.get("state")];
  const refusal = query.get("error");
  if (refusal) return { refusal };
  return code && state ? { code, state } : undefined;
}
