import { createSignal, Match, Show, Switch } from "solid-js";
import { api } from "#client/session/api.ts";
import { createInvitationToken } from "#client/session/join-tokens.ts";
import { JoinButtons } from "./join-buttons.tsx";
import { JoinPage, type JoinState } from "./join-page.tsx";
import { Declined } from "./outcomes.tsx";
import { SignInToJoin, SignUpToJoin } from "./sign-up-to-join.tsx";
import { texts } from "./texts.ts";
import { WrongAccount } from "./wrong-account.tsx";

const SHOWS_ERRORS = () => ({ meta: { showsErrors: true } });

type Invitation = Awaited<ReturnType<typeof api.invitations.preview.mutate>>;

/** The page that opens from the link in an invitation mail. */
export default function InvitationPage() {
  const token = createInvitationToken();
  const [declined, setDeclined] = createSignal<string>();
  const preview = api.invitations.preview.useMutation(SHOWS_ERRORS);
  const accept = api.invitations.accept.useMutation(() => ({
    ...SHOWS_ERRORS(),
    onSuccess: () => void api.invitations.received.invalidate(),
  }));
  return (
    <Show
      when={declined()}
      fallback={
        <JoinPage
          token={token}
          preview={preview}
          join={accept.mutateAsync}
          isReusable
        >
          {(state) => (
            <Answer
              state={state}
              onDeclined={() => {
                token.forget();
                setDeclined(state.offer.organization.name);
              }}
            />
          )}
        </JoinPage>
      }
    >
      {(organization) => <Declined organization={organization()} />}
    </Show>
  );
}

function Answer(props: {
  state: JoinState<Invitation>;
  onDeclined: () => void;
}) {
  const decline = api.invitations.decline.useMutation(() => ({
    ...SHOWS_ERRORS(),
    onSuccess: () => props.onDeclined(),
  }));
  const email = () => props.state.offer.email;
  return (
    <Switch
      fallback={
        <SignUpToJoin
          state={props.state}
          next="/invite"
          invited={{ email: email(), token: props.state.token }}
          provesAddress={props.state.offer.provesAddress}
        />
      }
    >
      <Match when={props.state.user?.email === email()}>
        <JoinButtons
          joinLabel={texts().accept}
          onJoin={props.state.join}
          declineLabel={texts().decline}
          onDecline={() => decline.mutateAsync({ token: props.state.token })}
        />
      </Match>
      <Match when={props.state.user}>
        {(user) => (
          <WrongAccount
            invited={email()}
            inviter={props.state.offer.invitedBy}
            signedIn={user().email}
            onUserChange={props.state.onUserChange}
          />
        )}
      </Match>
      <Match when={props.state.offer.accountExists}>
        <SignInToJoin email={email()} />
      </Match>
    </Switch>
  );
}
