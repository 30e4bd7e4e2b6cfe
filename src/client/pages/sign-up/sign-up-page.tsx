import { createSignal, Show } from "solid-js";
import { AuthLayout } from "../../layout/auth-layout.tsx";
import { TextLink } from "../../ui/text-link.tsx";
import { MailSent } from "./mail-sent.tsx";
import { SignUpForm } from "./sign-up-form.tsx";
import { TEXTS } from "./texts.ts";

export default function SignUpPage() {
  const [sentTo, setSentTo] = createSignal<string>();
  return (
    <Show
      when={sentTo()}
      fallback={
        <AuthLayout
          title={TEXTS.title}
          footer={
            <>
              {TEXTS.haveAccount}{" "}
              <TextLink href="/sign-in">{TEXTS.signIn}</TextLink>
            </>
          }
        >
          <SignUpForm onMailSent={setSentTo} />
        </AuthLayout>
      }
    >
      {(email) => (
        <MailSent email={email()} onOther={() => setSentTo(undefined)} />
      )}
    </Show>
  );
}
