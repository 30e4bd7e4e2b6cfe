import { AuthLayout } from "#client/layout/auth-layout.tsx";
import { TextLink } from "#client/ui/text-link.tsx";
import { texts } from "./texts.ts";

/** After the account is gone. */
export default function GoodbyePage() {
  return (
    <AuthLayout
      title={texts().title}
      description={texts().text}
      footer={
        <>
          {texts().back} <TextLink href="/sign-up">{texts().signUp}</TextLink>
        </>
      }
    />
  );
}
