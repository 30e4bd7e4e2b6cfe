import { createSignal, Show } from "solid-js";
import { AuthLayout } from "#client/layout/auth-layout.tsx";
import { TextLink } from "#client/ui/text-link.tsx";
import { ForgotForm } from "./forgot-form.tsx";
import { LinkSent } from "./link-sent.tsx";
import { texts } from "./texts.ts";

export default function ForgotPage() {
  const [sentTo, setSentTo] = createSignal<string>();
  return (
    <Show
      when={sentTo()}
      fallback={
        <AuthLayout
          title={texts().title}
          description={texts().text}
          footer={
            <>
              {texts().remembered}{" "}
              <TextLink href="/sign-in">{texts().signIn}</TextLink>
            </>
          }
        >
          <ForgotForm onSent={setSentTo} />
        </AuthLayout>
      }
    >
      {(email) => (
        <LinkSent email={email()} onOther={() => setSentTo(undefined)} />
      )}
    </Show>
  );
}
