import { AuthLayout } from "#client/layout/auth-layout.tsx";
import { LinkButton } from "#client/ui/link-button.tsx";
import { texts } from "./texts.ts";

export function Expired(props: { signInHref: string }) {
  return (
    <AuthLayout
      title={texts().expired.title}
      description={texts().expired.text}
    >
      <LinkButton
        href={props.signInHref}
        variant="primary"
        size="lg"
        class="w-full"
      >
        {texts().expired.again}
      </LinkButton>
    </AuthLayout>
  );
}
