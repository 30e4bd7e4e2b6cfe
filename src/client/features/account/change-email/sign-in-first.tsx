import { AuthLayout } from "#client/layout/auth-layout.tsx";
import { signInPath } from "#client/session/session.ts";
import { LinkButton } from "#client/ui/link-button.tsx";
import { texts } from "./texts.ts";

/** Nobody is signed in here: whoever asked for the address signs in, and comes back to the link. */
export function SignInFirst() {
  return (
    <AuthLayout
      title={texts().signInFirst.title}
      description={texts().signInFirst.text}
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
