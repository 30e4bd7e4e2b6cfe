import { createSignal, Show } from "solid-js";
import { AuthLayout } from "#client/layout/auth-layout.tsx";
import { TextLink } from "#client/ui/text-link.tsx";
import { Providers } from "#client/layout/providers/providers.tsx";
import { useProviders } from "#client/layout/providers/use-providers.ts";
import { storedInvitationToken } from "#client/session/join-tokens.ts";
import { MailSent } from "./mail-sent.tsx";
import { SignUpForm } from "./sign-up-form.tsx";
import { texts } from "./texts.ts";

export default function SignUpPage() {
  const { isSettled } = useProviders();
  const [sentTo, setSentTo] = createSignal<string>();
  return (
    <Show
      when={sentTo()}
      fallback={
        <AuthLayout
          title={texts().title}
          footer={
            isSettled() && (
              <>
                {texts().haveAccount}{" "}
                <TextLink href="/sign-in">{texts().signIn}</TextLink>
              </>
            )
          }
        >
          <SignUpForm autofocus onMailSent={setSentTo} />
          <Providers next={storedInvitationToken() ? "/invite" : "/"} />
        </AuthLayout>
      }
    >
      {(email) => (
        <MailSent email={email()} onOther={() => setSentTo(undefined)} />
      )}
    </Show>
  );
}
