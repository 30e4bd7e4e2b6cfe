import { AuthLayout } from "#client/layout/auth-layout.tsx";
import { DevMailHint } from "#client/layout/dev-mail-hint.tsx";
import { TextButton, TextLink } from "#client/ui/text-link.tsx";
import { TEXTS } from "./texts.ts";

/** The same for a known and an unknown address. */
export function LinkSent(props: { email: string; onOther: () => void }) {
  return (
    <AuthLayout
      title={TEXTS.sent.title}
      description={
        <>
          {TEXTS.sent.before}{" "}
          <strong class="font-medium break-words text-ink">
            {props.email}
          </strong>
          , {TEXTS.sent.after}
        </>
      }
      footer={
        <>
          <TextButton onClick={props.onOther}>{TEXTS.sent.other}</TextButton> ·{" "}
          <TextLink href="/sign-in">{TEXTS.signIn}</TextLink>
        </>
      }
    >
      <div class="flex flex-col gap-4">
        <DevMailHint />
        <p class="text-sm text-muted">{TEXTS.sent.help}</p>
      </div>
    </AuthLayout>
  );
}
