import { createSignal, Show } from "solid-js";
import { AuthLayout } from "#client/layout/auth-layout.tsx";
import { TextLink } from "#client/ui/text-link.tsx";
import { ForgotForm } from "./forgot-form.tsx";
import { LinkSent } from "./link-sent.tsx";
import { TEXTS } from "./texts.ts";

export default function ForgotPage() {
  const [sentTo, setSentTo] = createSignal<string>();
  return (
    <Show
      when={sentTo()}
      fallback={
        <AuthLayout
          title={TEXTS.title}
          description={TEXTS.text}
          footer={
            <>
              {TEXTS.remembered}{" "}
              <TextLink href="/sign-in">{TEXTS.signIn}</TextLink>
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
