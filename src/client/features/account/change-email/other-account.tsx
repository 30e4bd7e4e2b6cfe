import { AuthLayout } from "#client/layout/auth-layout.tsx";
import { createSignOut } from "#client/session/sign-out.ts";
import { Button } from "#client/ui/button.tsx";
import { LinkButton } from "#client/ui/link-button.tsx";
import { texts } from "./texts.ts";

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
      title={texts().other.title}
      description={
        <>
          {texts().other.signedIn}{" "}
          <bdi class="font-medium break-words text-ink">{props.email}</bdi>
          {texts().other.text}
        </>
      }
      footer={texts().notYou}
    >
      <div class="flex flex-col gap-3">
        <Button variant="primary" size="lg" onClick={change}>
          {texts().other.signOut}
        </Button>
        <LinkButton href="/account" size="lg">
          {texts().profile}
        </LinkButton>
      </div>
    </AuthLayout>
  );
}
