import { Navigate } from "@solidjs/router";
import { Show } from "solid-js";
import { api } from "#client/session/api.ts";
import { hasStoredInvitationLink } from "#client/session/join-tokens.ts";
import type { AuthContext } from "#client/session/session.ts";
import { useAuthContext } from "#client/session/session.ts";
import { lastPage } from "#client/session/visits.ts";
import { ContextGate } from "#client/layout/gates/context-gate.tsx";

/**
 * Redirects to the page where a visit starts: a stored invitation link, or else the last page in the user's last
 * organization. A user without an organization gets the list of organizations, and a new user without invitations the
 * form that creates one.
 */
export default function StartPage() {
  const context = useAuthContext(() => undefined);
  return (
    <ContextGate context={context}>
      {(found) => (
        <Show
          when={hasStoredInvitationLink()}
          fallback={<Start context={found()} />}
        >
          <Navigate href="/join" />
        </Show>
      )}
    </ContextGate>
  );
}

function Start(props: { context: AuthContext }) {
  return (
    <Show
      when={props.context.organization}
      fallback={<StartWithout isNew={props.context.isNew} />}
    >
      {(organization) => (
        <Navigate href={lastPage(props.context.user.id, organization())} />
      )}
    </Show>
  );
}

function StartWithout(props: { isNew: boolean }) {
  const invitations = api.invitations.received.useQuery();
  const href = () =>
    props.isNew && !invitations.data?.items.length
      ? "/organizations/new"
      : "/organizations";
  return (
    <Show when={invitations.isFetched}>
      <Navigate href={href()} />
    </Show>
  );
}
