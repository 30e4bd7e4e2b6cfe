import { useLocation } from "@solidjs/router";
import { type JSX, Show } from "solid-js";
import { useOrganizationPath } from "#client/session/organization-path.ts";

/** The state of a visit to a person from the list: closing the drawer goes back instead of forward. */
export const FROM_LIST = "fromList";

/** Returns the URL of a person, over the list as it is filtered now. */
export function usePersonPath(): (userId: string) => string {
  const path = useOrganizationPath();
  const location = useLocation();
  return (userId) => path(`people/${userId}`) + location.search;
}

/** A link from the list to a person, who opens above the list. */
export function PersonLink(props: {
  userId: string;
  class?: string;
  children: JSX.Element;
}) {
  const personPath = usePersonPath();
  return (
    <a
      href={personPath(props.userId)}
      noScroll
      state={JSON.stringify(FROM_LIST)}
      class={props.class}
    >
      {props.children}
    </a>
  );
}

/** The user or the service account that sent an invitation. */
export function InviterName(props: {
  inviter: { userId: string | null; name: string };
}) {
  return (
    <Show
      when={props.inviter.userId}
      fallback={<bdi>{props.inviter.name}</bdi>}
    >
      {(userId) => (
        <PersonLink userId={userId()} class="rounded-sm hover:underline">
          <bdi>{props.inviter.name}</bdi>
        </PersonLink>
      )}
    </Show>
  );
}
