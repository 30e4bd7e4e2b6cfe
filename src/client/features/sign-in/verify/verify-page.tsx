import { createEffect, type JSX, Match, on, Switch } from "solid-js";
import { reasonOf } from "#sdk/solid.ts";
import { api } from "#client/session/api.ts";
import { ConfirmForm } from "#client/layout/auth-forms/confirm-form.tsx";
import { AuthLayout } from "#client/layout/auth-layout.tsx";
import { createHashToken } from "#client/session/hash-token.ts";
import { createAfterSignIn } from "#client/session/after-sign-in.ts";
import { TextLink } from "#client/ui/text-link.tsx";
import { Confirmed } from "./confirmed.tsx";
import { ResendForm } from "./resend-form.tsx";
import { texts } from "./texts.ts";

/**
 * The page that opens from a confirmation link. The user must press a button, because a mail scanner may open the link,
 * or another person may have requested it.
 */
export default function VerifyPage() {
  const token = createHashToken();
  const signedIn = createAfterSignIn();
  const verify = api.auth.verifyEmail.useMutation(() => ({
    meta: { showsErrors: true },
    onSuccess: ({ user }) => user && signedIn("/"),
  }));
  // Clear the shown result, because the user may open another link in the same tab.
  createEffect(on(token, () => verify.reset(), { defer: true }));

  return (
    <Switch>
      <Match when={!token()}>
        <AskForLink title={texts().noToken.title}>
          {texts().noToken.text}
        </AskForLink>
      </Match>
      <Match when={reasonOf(verify.error) === "VERIFICATION_INVALID"}>
        <AskForLink title={texts().invalid.title}>
          {texts().invalid.text}
        </AskForLink>
      </Match>
      <Match when={verify.data && !verify.data.user && token()}>
        {(opened) => <Confirmed token={opened()} />}
      </Match>
      <Match when={token()}>
        {(known) => (
          <AuthLayout
            title={texts().confirm.title}
            description={texts().confirm.text}
          >
            <ConfirmForm
              label={texts().confirm.submit}
              failed={texts().confirm.failed}
              onSubmit={() => verify.mutateAsync({ token: known() })}
            />
          </AuthLayout>
        )}
      </Match>
    </Switch>
  );
}

function AskForLink(props: { title: string; children: JSX.Element }) {
  return (
    <AuthLayout
      title={props.title}
      description={props.children}
      footer={
        <>
          <TextLink href="/sign-in">{texts().toSignIn}</TextLink> ·{" "}
          <TextLink href="/sign-up">{texts().toSignUp}</TextLink>
        </>
      }
    >
      <ResendForm />
    </AuthLayout>
  );
}
