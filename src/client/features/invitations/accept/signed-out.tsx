import { useNavigate } from "@solidjs/router";
import { signInPath } from "#client/session/session.ts";
import { announcePersonChange } from "#client/session/tabs.ts";
import { Button } from "#client/ui/button.tsx";
import { Providers } from "#client/layout/providers/providers.tsx";
import { SignUpForm } from "#client/features/sign-in/sign-up/sign-up-form.tsx";
import type { Invitation } from "./live-invitation.tsx";
import type { Join } from "./join.ts";
import { texts } from "./texts.ts";

/** The invited address has an account: its owner signs in and comes back. */
export function SignInFirst(props: { email: string }) {
  const navigate = useNavigate();
  // The address travels in the history's state, so that it stands in no log.
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

/** The invited address has no account yet: signing up proves it by the token, and joins at once. */
export function NewPerson(props: {
  invitation: Invitation;
  join: Join;
  onPersonChange: () => void;
  onMailSent: (email: string) => void;
}) {
  const joinAtOnce = async () => {
    announcePersonChange();
    try {
      await props.join(props.invitation.token);
    } catch (error) {
      // The account is there all the same: the page goes on as for everybody who is signed in.
      props.onPersonChange();
      throw error;
    }
  };
  return (
    <div class="flex flex-col gap-4">
      <p class="text-sm text-muted">{texts().newHere}</p>
      <SignUpForm
        invited={props.invitation}
        submitLabel={texts().signUpAndJoin}
        onMailSent={props.onMailSent}
        onSignedIn={joinAtOnce}
      />
      <Providers next="/invite" />
    </div>
  );
}
