import { Navigate } from "@solidjs/router";
import { Show } from "solid-js";
import { api } from "../api.ts";
import { isJoining } from "../session/join-token.ts";
import { type AuthContext, useAuthContext } from "../session/session.ts";
import { lastPage } from "../session/visits.ts";
import { ContextGate } from "./frame/context-gate.tsx";

/** Leads to where the visit starts: a link one is on the way to join by, the organization one left off in, an invitation, or the first organization. */
export default function StartPage() {
  const context = useAuthContext(() => undefined);
  return (
    <ContextGate context={context}>
      {(found) => (
        <Show when={isJoining()} fallback={<Start context={found()} />}>
          <Navigate href="/join" />
        </Show>
      )}
    </ContextGate>
  );
}

function Start(props: { context: AuthContext }) {
  return (
    <Show when={props.context.organization} fallback={<StartWithout />}>
      {(organization) => (
        <Navigate href={lastPage(props.context.user.id, organization())} />
      )}
    </Show>
  );
}

function StartWithout() {
  const invitations = api.invitations.received.useQuery();
  const href = () =>
    invitations.data?.items.length ? "/organizations" : "/organizations/new";
  return (
    <Show when={invitations.isFetched}>
      <Navigate href={href()} />
    </Show>
  );
}
