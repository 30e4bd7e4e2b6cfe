import { AuthLayout } from "#client/layout/auth-layout.tsx";
import { TextLink } from "#client/ui/text-link.tsx";
import { texts } from "./texts.ts";

/** The page that appears after the user has deleted the account. */
export default function GoodbyePage() {
  return (
    <AuthLayout
      title={texts().goodbye.title}
      description={texts().goodbye.text}
      footer={
        <>
          {texts().goodbye.back}{" "}
          <TextLink href="/sign-up">{texts().goodbye.signUp}</TextLink>
        </>
      }
    />
  );
}
