import { useNavigate } from "@solidjs/router";
import { announceUserChange } from "./user-changes";

/** Returns a function that opens the next page after sign-in. */
export function createAfterSignIn() {
  const navigate = useNavigate();
  return (to: string): void => {
    announceUserChange();
    navigate(to, { replace: true });
  };
}

/** The server's answer to a correct password or passkey. */
type SignInResult = { user: object } | { twoFactorRequired: true };

/**
 * Returns a function that opens the next page after the first factor, or the page that asks for the second factor.
 */
export function createAfterFirstFactor() {
  const navigate = useNavigate();
  const signedIn = createAfterSignIn();
  return (answer: SignInResult, to: string): void => {
    if ("user" in answer) return signedIn(to);
    const query = new URLSearchParams({ next: to });
    navigate(`/sign-in/two-factor?${query}`, { replace: true });
  };
}
