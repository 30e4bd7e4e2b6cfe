import { AuthLayout } from "#client/layout/auth-layout.tsx";
import { DevMailHint } from "#client/layout/dev-mail-hint.tsx";
import { TextButton } from "#client/ui/text-link.tsx";
import { ResendButton } from "../verify/resend-button.tsx";
import { texts } from "./texts.ts";

/** Shown after signing up. The text is the same whether or not the address already has an account. */
export function MailSent(props: { email: string; onOther?: () => void }) {
  return (
    <AuthLayout
      title={texts().sent.title}
      description={
        <>
          {texts().sent.before}{" "}
          <strong class="font-medium text-ink">{props.email}</strong>.{" "}
          {texts().sent.after}
        </>
      }
      footer={
        props.onOther && (
          <>
            {texts().sent.wrong}{" "}
            <TextButton onClick={props.onOther}>
              {texts().sent.other}
            </TextButton>
          </>
        )
      }
    >
      <div class="flex flex-col gap-4">
        <DevMailHint />
        <div>
          <p class="text-sm text-muted">{texts().sent.help}</p>
          <ResendButton email={props.email} />
        </div>
      </div>
    </AuthLayout>
  );
}
