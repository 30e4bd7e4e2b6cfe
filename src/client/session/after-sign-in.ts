import { useNavigate } from "@solidjs/router";
import { announceUserChange } from "./user-changes";

/** What follows when somebody has just become the person of this browser. */
export function createAfterSignIn() {
  const navigate = useNavigate();
  return (to: string): void => {
    announceUserChange();
    navigate(to, { replace: true });
  };
}

/** What the server answers to a first factor. */
type SignInResult = { user: object } | { twoFactorRequired: true };

/** What follows a right first factor: the page, or the question for a second one on the way there. */
export function createAfterFirstFactor() {
  const navigate = useNavigate();
  const signedIn = createAfterSignIn();
  return (answer: SignInResult, to: string): void => {
    if ("user" in answer) return signedIn(to);
    const query = new URLSearchParams({ next: to });
    navigate(`/sign-in/two-factor?${query}`, { replace: true });
  };
}
