import { AuthLayout } from "#client/layout/auth-layout.tsx";
import { TextLink } from "#client/ui/text-link.tsx";
import { TEXTS } from "./texts.ts";

/** After the account is gone. */
export default function GoodbyePage() {
  return (
    <AuthLayout
      title={TEXTS.title}
      description={TEXTS.text}
      footer={
        <>
          {TEXTS.back} <TextLink href="/sign-up">{TEXTS.signUp}</TextLink>
        </>
      }
    />
  );
}
