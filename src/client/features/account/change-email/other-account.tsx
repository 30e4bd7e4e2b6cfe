import { AuthLayout } from "#client/layout/auth-layout.tsx";
import { createSignOut } from "#client/session/sign-out.ts";
import { Button } from "#client/ui/button.tsx";
import { LinkButton } from "#client/ui/link-button.tsx";
import { TEXTS } from "./texts.ts";

/** Somebody is signed in here who did not ask for the address. Who did is not theirs to know. */
export function OtherAccount(props: {
  email: string;
  onSignedOut: () => void;
}) {
  const signOut = createSignOut();
  const change = async () => {
    await signOut("/change-email");
    props.onSignedOut();
  };
  return (
    <AuthLayout
      title={TEXTS.other.title}
      description={
        <>
          {TEXTS.other.signedIn}{" "}
          <bdi class="font-medium break-words text-ink">{props.email}</bdi>
          {TEXTS.other.text}
        </>
      }
      footer={TEXTS.notYou}
    >
      <div class="flex flex-col gap-3">
        <Button variant="primary" size="lg" onClick={change}>
          {TEXTS.other.signOut}
        </Button>
        <LinkButton href="/account" size="lg">
          {TEXTS.profile}
        </LinkButton>
      </div>
    </AuthLayout>
  );
}
