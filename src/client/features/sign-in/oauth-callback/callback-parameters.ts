import { useLocation, useNavigate } from "@solidjs/router";

/** The query parameters that the provider added. */
export type CallbackParameters =
  { code: string; state: string } | { refusal: string } | undefined;

/** Removes the parameters from the URL at once: a code must not stay in it or in the history. */
export function takeCallbackParameters(): CallbackParameters {
  const { pathname, search } = useLocation();
  const navigate = useNavigate();
  const query = new URLSearchParams(search);
  // At once, because the router waits until the page is drawn.
  history.replaceState(history.state, "", pathname);
  navigate(pathname, { replace: true, scroll: false });
  const [code, state] = [query.get("code"), query.get("state")];
  const refusal = query.get("error");
  if (refusal) return { refusal };
  return code && state ? { code, state } : undefined;
}
