import { AuthLayout } from "#client/layout/auth-layout.tsx";
import { DevMailHint } from "#client/layout/dev-mail-hint.tsx";
import { TextButton, TextLink } from "#client/ui/text-link.tsx";
import { texts } from "./texts.ts";

/** Shown after a request for a reset link. The text is the same whether or not the address has an account. */
export function LinkSent(props: { email: string; onOther: () => void }) {
  return (
    <AuthLayout
      title={texts().sent.title}
      description={
        <>
          {texts().sent.before}{" "}
          <strong class="font-medium break-words text-ink">
            {props.email}
          </strong>
          , {texts().sent.after}
        </>
      }
      footer={
        <>
          <TextButton onClick={props.onOther}>{texts().sent.other}</TextButton>{" "}
          · <TextLink href="/sign-in">{texts().signIn}</TextLink>
        </>
      }
    >
      <div class="flex flex-col gap-4">
        <DevMailHint />
        <p class="text-sm text-muted">{texts().sent.help}</p>
      </div>
    </AuthLayout>
  );
}
