import { createEffect, type JSX, Match, on, Switch } from "solid-js";
import { reasonOf } from "#sdk/solid.ts";
import { api } from "#client/session/api.ts";
import { AuthLayout } from "#client/layout/auth-layout.tsx";
import { createHashToken } from "#client/session/hash-token.ts";
import { createAfterFirstFactor } from "#client/session/after-sign-in.ts";
import { LinkButton } from "#client/ui/link-button.tsx";
import { TextLink } from "#client/ui/text-link.tsx";
import { toast } from "#client/ui/toast.ts";
import { ResetForm } from "./reset-form.tsx";
import { texts } from "./texts.ts";

/** The page that opens from the link in a password-reset mail. */
export default function ResetPage() {
  const token = createHashToken();
  const afterFirstFactor = createAfterFirstFactor();
  const reset = api.auth.resetPassword.useMutation(() => ({
    meta: { showsErrors: true },
    onSuccess: (answer) => {
      toast.success(texts().changed);
      afterFirstFactor(answer, "/reset/keys");
    },
  }));
  // Clear the shown result, because the user may open another link in the same tab.
  createEffect(on(token, () => reset.reset(), { defer: true }));

  return (
    <Switch>
      <Match when={reasonOf(reset.error) === "VERIFICATION_INVALID"}>
        <AskForLink title={texts().invalid.title}>
          {texts().invalid.text}
        </AskForLink>
      </Match>
      <Match when={!token()}>
        <AskForLink title={texts().noToken.title}>
          {texts().noToken.text}
        </AskForLink>
      </Match>
      <Match when={token()}>
        {(known) => (
          <AuthLayout title={texts().title} description={texts().text}>
            <ResetForm
              onSubmit={(password) =>
                reset.mutateAsync({ token: known(), password })
              }
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
      footer={<TextLink href="/sign-in">{texts().signIn}</TextLink>}
    >
      <LinkButton href="/forgot" variant="primary" size="lg" class="w-full">
        {texts().again}
      </LinkButton>
    </AuthLayout>
  );
}
