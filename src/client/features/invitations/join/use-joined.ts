import { useNavigate } from "@solidjs/router";
import { createSignal, onCleanup } from "solid-js";
import { api } from "#client/session/api.ts";

export interface Joined {
  id: string;
  name: string;
  slug: string;
}

/**
 * Opens the organization that the user has joined. The token is removed when the user leaves the page: without the
 * token, the page would show “invalid” until the organization opens.
 */
export function useJoined(forget: () => void) {
  const navigate = useNavigate();
  const [joined, setJoined] = createSignal<Joined>();
  // Stores which organization opens at the user's next visit. The page does not wait for the answer.
  const switchTo = api.auth.switchOrganization.useMutation(() => ({
    meta: { showsErrors: true },
  }));
  onCleanup(() => {
    if (joined()) forget();
  });
  const open = (organization: Joined) => {
    setJoined(organization);
    void api.auth.context.invalidate();
    switchTo.mutate({ organizationId: organization.id });
    navigate(`/o/${organization.slug}`, { replace: true });
  };
  return { joined, open };
}
