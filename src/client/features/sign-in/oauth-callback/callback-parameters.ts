import { useLocation, useNavigate } from "@solidjs/router";

/** The query parameters that the sign-in provider added to the callback URL. */
export type CallbackParameters =
  { code: string; state: string } | { refusal: string } | undefined;

/**
 * Returns the provider's query parameters and removes them from the URL, because the code in them must not stay in the
 * browser history.
 */
export function takeCallbackParameters(): CallbackParameters {
  const { pathname, search } = useLocation();
  const navigate = useNavigate();
  const query = new URLSearchParams(search);
  // Change the URL directly as well, because the router changes it only after it has drawn the page.
  history.replaceState(history.state, "", pathname);
  navigate(pathname, { replace: true, scroll: false });
  const [code, state] = [query.get("code"), query.get("state")];
  const refusal = query.get("error");
  if (refusal) return { refusal };
  return code && state ? { code, state } : undefined;
}
