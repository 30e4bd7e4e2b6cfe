import { AuthLayout } from "#client/layout/auth-layout.tsx";
import { DevMailHint } from "#client/layout/dev-mail-hint.tsx";
import { TextButton } from "#client/ui/text-link.tsx";
import { ResendButton } from "../verify/resend-button.tsx";
import { TEXTS } from "./texts.ts";

/** The end of a sign-up: the same for a known and an unknown address. */
export function MailSent(props: { email: string; onOther?: () => void }) {
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
        <DevMailHint />
        <div>
          <p class="text-sm text-muted">{TEXTS.sent.help}</p>
          <ResendButton email={props.email} />
        </div>
      </div>
    </AuthLayout>
  );
}
