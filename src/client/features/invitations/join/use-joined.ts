import { useNavigate } from "@solidjs/router";
import { createSignal, onCleanup } from "solid-js";
import { api } from "#client/session/api.ts";

export interface Joined {
  id: string;
  name: string;
  slug: string;
}

/**
 * Opens an organization after joining it. The token is forgotten only when the page is left: without it, the page would
 * show “invalid” while the next page loads.
 */
export function useJoined(forget: () => void) {
  const navigate = useNavigate();
  const [joined, setJoined] = createSignal<Joined>();
  // Stores where the next visit starts; nothing waits for it.
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
