import { AuthLayout } from "#client/layout/auth-layout.tsx";
import { createSignOut } from "#client/session/sign-out.ts";
import { Button } from "#client/ui/button.tsx";
import { LinkButton } from "#client/ui/link-button.tsx";
import { texts } from "./texts.ts";

/** For a user who did not request the change. The page does not reveal who did. */
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
