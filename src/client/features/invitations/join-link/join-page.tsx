import { createEffect, Match, on, Switch } from "solid-js";
import { reasonOf } from "#sdk/solid.ts";
import { api } from "#client/session/api.ts";
import { AuthLayout } from "#client/layout/auth-layout.tsx";
import { createJoinToken } from "#client/session/join-token.ts";
import { useAuthContext } from "#client/session/session.ts";
import { followOtherTabs } from "#client/session/tabs.ts";
import { LinkButton } from "#client/ui/link-button.tsx";
import { Skeleton } from "#client/ui/skeleton.tsx";
import { createArrival } from "../accept/join.ts";
import { Failed, JoinedNow } from "../accept/outcomes.tsx";
import { LiveLink } from "./live-link.tsx";
import { texts } from "./texts.ts";

/** Where a link that was passed on leads: shows what it is for before anything happens. */
export default function JoinPage() {
  const link = createJoinToken();
  const { token } = link;
  const context = useAuthContext(() => undefined);
  followOtherTabs();
  const { joined, arrive } = createArrival(link.forget);
  const preview = api.links.preview.useMutation(() => ({
    meta: { showsErrors: true },
    onError: (error) => {
      if (isRefused(error)) link.forget();
    },
  }));
  const read = () => {
    const known = token();
    if (!known) return;
    link.keep(known);
    preview.mutate({ token: known });
  };
  createEffect(on(token, read));

  const isPersonKnown = () => context.isSuccess || context.isError;
  const person = () => (context.isSuccess ? context.data.user : undefined);

  return (
    <Switch fallback={<Loading />}>
      <Match when={joined()}>
        {(organization) => <JoinedNow organization={organization().name} />}
      </Match>
      <Match when={!isPersonKnown()}>
        <Loading />
      </Match>
      <Match when={!token() || isRefused(preview.error)}>
        <Invalid isSignedIn={person() !== undefined} />
      </Match>
      <Match when={preview.error}>
        {(error) => <Failed error={error()} onRetry={read} />}
      </Match>
      <Match when={preview.data}>
        {(found) => (
          <LiveLink
            link={found()}
            token={token() ?? ""}
            person={person()}
            onJoined={arrive}
            onDone={link.forget}
          />
        )}
      </Match>
    </Switch>
  );
}

function isRefused(error: unknown): boolean {
  return reasonOf(error) === "INVITATION_INVALID";
}

function Invalid(props: { isSignedIn: boolean }) {
  return (
    <AuthLayout
      title={texts().invalid.title}
      description={texts().invalid.text}
    >
      <LinkButton
        href={props.isSignedIn ? "/" : "/sign-in"}
        variant="primary"
        size="lg"
        class="w-full"
      >
        {props.isSignedIn ? texts().toStart : texts().toSignIn}
      </LinkButton>
    </AuthLayout>
  );
}

function Loading() {
  return (
    <AuthLayout title={texts().loading}>
      <Skeleton kind="text" rows={4} label={texts().loading} />
    </AuthLayout>
  );
}
