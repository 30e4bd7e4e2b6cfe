import { AuthLayout } from "#client/layout/auth-layout.tsx";
import { LinkButton } from "#client/ui/link-button.tsx";
import { TEXTS } from "./texts.ts";

export function Expired(props: { signInHref: string }) {
  return (
    <AuthLayout title={TEXTS.expired.title} description={TEXTS.expired.text}>
      <LinkButton
        href={props.signInHref}
        variant="primary"
        size="lg"
        class="w-full"
      >
        {TEXTS.expired.again}
      </LinkButton>
    </AuthLayout>
  );
}
