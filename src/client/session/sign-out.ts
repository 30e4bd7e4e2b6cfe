import { useNavigate } from "@solidjs/router";
import { api } from "./api";
import { reasonOf } from "#sdk/solid";
import { storeSignInHint } from "./sign-in-hint";
import { announceUserChange } from "./user-changes";
import { forgetVisits } from "./visits";

/** Ends the session here and in the browser's other tabs, then shows the sign-in page or another address. */
export function createSignOut() {
  const navigate = useNavigate();
  const signOut = api.auth.signOut.useMutation();
  return async (to = "/sign-in"): Promise<void> => {
    try {
      await signOut.mutateAsync();
    } catch (error) {
      // Somewhere else the session was ended already: the wish is fulfilled.
      if (reasonOf(error) !== "SIGNED_OUT") return;
    }
    forgetVisits();
    storeSignInHint(false);
    announceUserChange();
    navigate(to, { replace: true });
  };
}
