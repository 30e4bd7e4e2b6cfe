import { useNavigate } from "@solidjs/router";
import { Show } from "solid-js";
import { Providers } from "#client/layout/providers/providers.tsx";
import { signInPath } from "#client/session/session.ts";
import { announceUserChange } from "#client/session/user-changes.ts";
import { SignUpForm } from "#client/features/sign-in/sign-up/sign-up-form.tsx";
import { Button } from "#client/ui/button.tsx";
import { TextLink } from "#client/ui/text-link.tsx";
import type { JoinState } from "./join-page.tsx";
import type { Offer } from "./offer-details.tsx";
import { texts } from "./texts.ts";

/** Links to sign-in and back to the invitation. Shown if the invited address already has an account. */
export function SignInToJoin(props: { email: string }) {
  const navigate = useNavigate();
  // Pass the address in the history state, because a URL can appear in logs.
  const signIn = () =>
    navigate(signInPath("/invite"), { state: { email: props.email } });
  return (
    <div class="flex flex-col gap-3">
      <p class="text-sm text-muted">{texts().hasAccount}</p>
      <Button variant="primary" size="lg" onClick={signIn}>
        {texts().signInToAccept}
      </Button>
    </div>
  );
}

/**
 * Shows the sign-up form on the join page. The token of a mailed invitation proves the address, so the new user joins
 * without a confirmation mail.
 */
export function SignUpToJoin(props: {
  state: JoinState<Offer>;
  /** The path to which a sign-in with a provider returns. */
  next: string;
  invited?: { email: string; token: string };
  provesAddress?: boolean;
}) {
  const joinAtOnce = async () => {
    announceUserChange();
    try {
      await props.state.join();
    } catch (error) {
      // The account exists even if joining failed, so the page continues for a signed-in user.
      props.state.onUserChange();
      throw error;
    }
  };
  return (
    <div class="flex flex-col gap-4">
      <p class="text-sm text-muted">
        <Show when={!props.provesAddress} fallback={texts().noConfirmation}>
          {props.invited && `${texts().confirmFirst} `}
          {texts().haveAccount}{" "}
          <TextLink href={signInPath(props.next)}>
            {texts().signInToJoin}
          </TextLink>
        </Show>
      </p>
      <SignUpForm
        invited={props.invited}
        submitLabel={
          props.provesAddress ? texts().signUpAndJoin : texts().signUp
        }
        onMailSent={props.state.onMailSent}
        onSignedIn={joinAtOnce}
      />
      <Providers next={props.next} />
    </div>
  );
}
