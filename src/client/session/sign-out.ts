import { useNavigate } from "@solidjs/router";
import { api } from "./api";
import { reasonOf } from "#sdk/solid";
import { storeSignInHint } from "./sign-in-hint";
import { announceUserChange } from "./user-changes";
import { forgetView } from "./view-as-role";
import { forgetProjects } from "./recent-projects";
import { forgetRecents } from "./recents";
import { forgetVisits } from "./visits";

/** Returns a function that ends the session in all tabs of the browser and then opens a page. */
export function createSignOut() {
  const navigate = useNavigate();
  const signOut = api.auth.signOut.useMutation();
  return async (to = "/sign-in"): Promise<void> => {
    forgetView();
    try {
      await signOut.mutateAsync();
    } catch (error) {
      // `SIGNED_OUT` means that the session had already ended, so the sign-out continues.
      if (reasonOf(error) !== "SIGNED_OUT") return;
    }
    forgetVisits();
    forgetProjects();
    forgetRecents();
    storeSignInHint(false);
    announceUserChange();
    navigate(to, { replace: true });
  };
}
