import { createEffect, createSignal, Match, on, Show, Switch } from "solid-js";
import type { JSX } from "solid-js";
import { reasonOf } from "#sdk/solid.ts";
import { AuthLayout } from "#client/layout/auth-layout.tsx";
import type { StoredToken } from "#client/session/stored-token.ts";
import type { AuthContext } from "#client/session/session.ts";
import { useAuthContext } from "#client/session/session.ts";
import { resetOnUserChange } from "#client/session/user-changes.ts";
import { MailSent } from "#client/features/sign-in/sign-up/mail-sent.tsx";
import { Avatar } from "#client/ui/avatar.tsx";
import { Skeleton } from "#client/ui/skeleton.tsx";
import { explainNoSeat } from "./no-seat.ts";
import { type Offer, OfferDetails } from "./offer-details.tsx";
import { PersonalMessage } from "./personal-message.tsx";
import { Failed, Invalid, JoinedNow, UsedBefore } from "./outcomes.tsx";
import { texts } from "./texts.ts";
import { type Joined, useJoined } from "./use-joined.ts";

/** The state of the join page that its controls use. */
export interface JoinState<O extends Offer> {
  offer: O;
  token: string;
  user: AuthContext["user"] | undefined;
  join: () => Promise<void>;
  onUserChange: () => void;
  /** Shows that a confirmation mail was sent to the address. */
  onMailSent: (email: string) => void;
}

export interface JoinPageProps<O extends Offer> {
  token: StoredToken;
  preview: {
    readonly data: O | undefined;
    readonly error: unknown;
    mutate(input: { token: string }): void;
  };
  join: (input: { token: string }) => Promise<{ organization: Joined }>;
  /** Whether a user who has joined with this token can use the token again to open the organization. */
  isReusable?: boolean;
  children: (state: JoinState<O>) => JSX.Element;
}

/** The page for an invitation or an invitation link. Shows the offered organization and role before the user joins. */
export function JoinPage<O extends Offer>(props: JoinPageProps<O>) {
  const token = () => props.token.token();
  const context = useAuthContext(() => undefined);
  resetOnUserChange();
  const [mailedTo, setMailedTo] = createSignal<string>();
  const { joined, open } = useJoined(() => props.token.forget());
  const read = () => {
    const current = token();
    if (current) props.preview.mutate({ token: current });
  };
  createEffect(on(token, read));

  const isUserKnown = () => context.isSuccess || context.isError;
  const user = () => (context.isSuccess ? context.data.user : undefined);
  const isInvalid = () =>
    !token() || reasonOf(props.preview.error) === "INVITATION_INVALID";
  const join = async () => {
    const { organization } = await props
      .join({ token: token() ?? "" })
      .catch((error: unknown) => {
        throw explainNoSeat(error);
      });
    open(organization);
  };

  return (
    <Switch fallback={<Loading />}>
      <Match when={joined()}>
        {(organization) => <JoinedNow organization={organization().name} />}
      </Match>
      <Match when={mailedTo()}>{(email) => <MailSent email={email()} />}</Match>
      <Match when={!isUserKnown()}>
        <Loading />
      </Match>
      <Match when={isInvalid()}>
        <Show
          when={props.isReusable && user() && token()}
          fallback={<Invalid isSignedIn={user() !== undefined} />}
        >
          <UsedBefore join={join} />
        </Show>
      </Match>
      <Match when={props.preview.error}>
        {(error) => <Failed error={error()} onRetry={read} />}
      </Match>
      <Match when={props.preview.data}>
        {(offer) => (
          <Frame offer={offer()}>
            {props.children({
              get offer() {
                return offer();
              },
              get token() {
                return token() ?? "";
              },
              get user() {
                return user();
              },
              join,
              onUserChange: () => void context.refetch(),
              onMailSent: setMailedTo,
            })}
          </Frame>
        )}
      </Match>
    </Switch>
  );
}

function Frame(props: { offer: Offer; children: JSX.Element }) {
  const organization = () => props.offer.organization;
  return (
    <AuthLayout
      title={texts().title(organization().name)}
      description={<bdi>{texts().invitedBy(props.offer.invitedBy)}</bdi>}
      above={
        <Avatar
          name={organization().name}
          image={organization().logoUrl}
          shape="organization"
          size="lg"
        />
      }
    >
      <Show when={props.offer.message}>
        {(message) => (
          <PersonalMessage by={props.offer.invitedBy} text={message()} />
        )}
      </Show>
      <OfferDetails offer={props.offer} />
      {props.children}
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
