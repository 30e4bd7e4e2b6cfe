import { createEffect, createSignal, Match, on, Show, Switch } from "solid-js";
import { reasonOf } from "#sdk/solid.ts";
import { api } from "#client/session/api.ts";
import { AuthLayout } from "#client/layout/auth-layout.tsx";
import { createInvitationToken } from "#client/session/invitation-token.ts";
import { useAuthContext } from "#client/session/session.ts";
import { followOtherTabs } from "#client/session/tabs.ts";
import { Skeleton } from "#client/ui/skeleton.tsx";
import { createArrival, createJoin } from "./join.ts";
import { LiveInvitation } from "./live-invitation.tsx";
import {
  Declined,
  Failed,
  Invalid,
  JoinedNow,
  UsedBefore,
} from "./outcomes.tsx";
import { texts } from "./texts.ts";

/** Where a mailed invitation leads: shows what it is for before anything happens. */
export default function InvitationPage() {
  const invitation = createInvitationToken();
  const { token } = invitation;
  const context = useAuthContext(() => undefined);
  followOtherTabs();
  const [declined, setDeclined] = createSignal<string>();
  const { joined, arrive } = createArrival(invitation.forget);
  const join = createJoin(arrive);
  const preview = api.invitations.preview.useMutation(() => ({
    meta: { showsErrors: true },
  }));
  const read = () => {
    const known = token();
    if (!known) return;
    invitation.keep(known);
    preview.mutate({ token: known });
  };
  createEffect(on(token, read));

  // Not signed in is an answer, too.
  const isPersonKnown = () => context.isSuccess || context.isError;
  const person = () => (context.isSuccess ? context.data.user : undefined);
  const isInvalid = () =>
    !token() || reasonOf(preview.error) === "INVITATION_INVALID";

  return (
    <Switch fallback={<Loading />}>
      <Match when={joined()}>
        {(organization) => <JoinedNow organization={organization().name} />}
      </Match>
      <Match when={declined()}>
        {(organization) => <Declined organization={organization()} />}
      </Match>
      <Match when={!isPersonKnown()}>
        <Loading />
      </Match>
      <Match when={isInvalid()}>
        <Show
          when={person() && token()}
          fallback={<Invalid isSignedIn={person() !== undefined} />}
        >
          {(used) => <UsedBefore token={used()} join={join} />}
        </Show>
      </Match>
      <Match when={preview.error}>
        {(error) => <Failed error={error()} onRetry={read} />}
      </Match>
      <Match when={preview.data}>
        {(found) => (
          <LiveInvitation
            invitation={{ ...found(), token: token() ?? "" }}
            person={person()}
            join={join}
            onDeclined={() => {
              setDeclined(found().organization.name);
              invitation.forget();
            }}
            onPersonChange={() => void context.refetch()}
          />
        )}
      </Match>
    </Switch>
  );
}

function Loading() {
  return (
    <AuthLayout title={texts().loading}>
      <Skeleton kind="text" rows={4} label={texts().loading} />
    </AuthLayout>
  );
}
