import type { JSX } from "solid-js";
import { AuthLayout } from "#client/layout/auth-layout.tsx";
import { LinkButton } from "#client/ui/link-button.tsx";
import { TextLink } from "#client/ui/text-link.tsx";
import { texts } from "./texts.ts";

/** For a missing or invalid link: leads to the profile, where a new one can be requested. */
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
