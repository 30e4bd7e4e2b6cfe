import type { JSX } from "solid-js";
import { AuthLayout } from "#client/layout/auth-layout.tsx";
import { signInPath } from "#client/session/session.ts";
import { createSignOut } from "#client/session/sign-out.ts";
import { Button } from "#client/ui/button.tsx";
import { LinkButton } from "#client/ui/link-button.tsx";
import { TextLink } from "#client/ui/text-link.tsx";
import { texts } from "./texts.ts";

/** Shown for a missing or invalid email-change link. Links to the profile, where the user can request a new link. */
export function LinkProblem(props: { title: string; children: JSX.Element }) {
  return (
    <AuthLayout
      title={props.title}
      description={props.children}
      footer={<TextLink href="/sign-in">{texts().signIn}</TextLink>}
    >
      <LinkButton href="/account" variant="primary" size="lg" class="w-full">
        {texts().profile}
      </LinkButton>
    </AuthLayout>
  );
}

/** Asks the user to sign in. After the sign-in the user returns to the email-change link. */
export function SignInRequired() {
  return (
    <AuthLayout
      title={texts().signInRequired.title}
      description={texts().signInRequired.text}
      footer={texts().notYou}
    >
      <LinkButton
        href={signInPath("/change-email")}
        variant="primary"
        size="lg"
        class="w-full"
      >
        {texts().signIn}
      </LinkButton>
    </AuthLayout>
  );
}

/** Shown to a signed-in user who did not request the email change. The page does not reveal who requested it. */
export function OtherAccount(props: {
  email: string;
  onSignedOut: () => void;
}) {
  const signOut = createSignOut();
  const switchAccount = async () => {
    await signOut("/change-email");
    props.onSignedOut();
  };
  return (
    <AuthLayout
      title={texts().otherAccount.title}
      description={
        <>
          {texts().otherAccount.signedIn}{" "}
          <bdi class="font-medium break-words text-ink">{props.email}</bdi>
          {texts().otherAccount.text}
        </>
      }
      footer={texts().notYou}
    >
      <div class="flex flex-col gap-3">
        <Button variant="primary" size="lg" onClick={switchAccount}>
          {texts().otherAccount.signOut}
        </Button>
        <LinkButton href="/account" size="lg">
          {texts().profile}
        </LinkButton>
      </div>
    </AuthLayout>
  );
}
