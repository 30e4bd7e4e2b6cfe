import { AuthLayout } from "#client/layout/auth-layout.tsx";
import { signInPath } from "#client/session/session.ts";
import { LinkButton } from "#client/ui/link-button.tsx";
import { texts } from "./texts.ts";

/** Leads to sign-in and back to the link. */
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
