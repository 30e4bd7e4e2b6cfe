import { Show } from "solid-js";
import { AuthLayout } from "../../layout/auth-layout.tsx";
import { useDevDemo } from "../../session/dev-demo.ts";
import { Callout } from "../../ui/callout.tsx";
import { TextButton, TextLink } from "../../ui/text-link.tsx";
import { ResendButton } from "../verify/resend-button.tsx";
import { TEXTS } from "./texts.ts";

/** The end of a sign-up: the same for a known and an unknown address. */
export function MailSent(props: { email: string; onOther?: () => void }) {
  const demo = useDevDemo();
  return (
    <AuthLayout
      title={TEXTS.sent.title}
      description={
        <>
          {TEXTS.sent.before}{" "}
          <strong class="font-medium text-ink">{props.email}</strong>.{" "}
          {TEXTS.sent.after}
        </>
      }
      footer={
        props.onOther && (
          <>
            {TEXTS.sent.wrong}{" "}
            <TextButton onClick={props.onOther}>{TEXTS.sent.other}</TextButton>
          </>
        )
      }
    >
      <div class="flex flex-col gap-4">
        <Show when={demo()}>
          <Callout>
            {TEXTS.sent.dev}{" "}
            <TextLink href="/dev/mail" target="_blank">
              {TEXTS.sent.devLink}
            </TextLink>
            .
          </Callout>
        </Show>
        <div>
          <p class="text-sm text-muted">{TEXTS.sent.help}</p>
          <ResendButton email={props.email} />
        </div>
      </div>
    </AuthLayout>
  );
}
