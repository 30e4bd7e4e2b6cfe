import { AuthLayout } from "#client/layout/auth-layout.tsx";
import { signInPath } from "#client/session/session.ts";
import { LinkButton } from "#client/ui/link-button.tsx";
import { TEXTS } from "./texts.ts";

/** Nobody is signed in here: whoever asked for the address signs in, and comes back to the link. */
export function SignInFirst() {
  return (
    <AuthLayout
      title={TEXTS.signInFirst.title}
      description={TEXTS.signInFirst.text}
      footer={TEXTS.notYou}
    >
      <LinkButton
        href={signInPath("/change-email")}
        variant="primary"
        size="lg"
        class="w-full"
      >
        {TEXTS.signIn}
      </LinkButton>
    </AuthLayout>
  );
}
