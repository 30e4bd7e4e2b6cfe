import { useNavigate } from "@solidjs/router";
import { createSignal, onCleanup } from "solid-js";
import { api } from "#client/session/api.ts";
import { seenFromOutside } from "./no-seat.ts";

export interface Joined {
  id: string;
  name: string;
  slug: string;
}

/**
 * What the page of an invitation or of a link does once the reader is a member: it says so and opens the organization.
 * The link is forgotten when the reader leaves the page. A page that loads slowly would otherwise be shown without its
 * link, as if the link were invalid; and a reload leads to the organization, since a member can use the link again.
 */
export function createArrival(forget: () => void) {
  const navigate = useNavigate();
  const [joined, setJoined] = createSignal<Joined>();
  // It only stores where the next visit starts: the page does not wait for it.
  const store = api.auth.switchOrganization.useMutation(() => ({
    meta: { showsErrors: true },
  }));
  onCleanup(() => {
    if (joined()) forget();
  });
  const arrive = (organization: Joined) => {
    setJoined(organization);
    void api.auth.context.invalidate();
    store.mutate({ organizationId: organization.id });
    navigate(`/o/${organization.slug}`, { replace: true });
  };
  return { joined, arrive };
}

/** Accepts an invitation. */
export function createJoin(arrive: (organization: Joined) => void) {
  const accept = api.invitations.accept.useMutation(() => ({
    meta: { showsErrors: true },
  }));
  return async (token: string): Promise<void> => {
    const { organization } = await accept
      .mutateAsync({ token })
      .catch((error: unknown) => {
        throw seenFromOutside(error);
      });
    void api.invitations.received.invalidate();
    arrive(organization);
  };
}

export type Join = ReturnType<typeof createJoin>;
