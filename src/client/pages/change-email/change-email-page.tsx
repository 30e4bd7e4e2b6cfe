import { createEffect, type JSX, Match, on, Switch } from "solid-js";
import { reasonOf } from "../../../sdk/solid.ts";
import { api } from "../../api.ts";
import { AuthLayout } from "../../layout/auth-layout.tsx";
import { createLinkToken } from "../../session/link-token.ts";
import { createSignedIn } from "../../session/signed-in.ts";
import { LinkButton } from "../../ui/link-button.tsx";
import { TextLink } from "../../ui/text-link.tsx";
import { toast } from "../../ui/toast.ts";
import { ConfirmForm } from "./confirm-form.tsx";
import { Done } from "./done.tsx";
import { TEXTS } from "./texts.ts";

/**
 * Where the mailed link leads. Opening it changes nothing: somebody may have asked for the reader's address, and neither
 * a scanner of mails nor a curious click may give it to them.
 */
export default function ChangeEmailPage() {
  const [token] = createLinkToken();
  const signedIn = createSignedIn();
  const confirm = api.account.confirmEmail.useMutation(() => ({
    meta: { showsErrors: true },
    onSuccess: ({ user }) => {
      if (!user) return;
      toast.success(TEXTS.changed(user.email));
      signedIn("/account");
    },
  }));
  // Another link may be opened in the same tab.
  createEffect(on(token, () => confirm.reset(), { defer: true }));

  return (
    <Switch>
      <Match when={confirm.data && !confirm.data.user}>
        <Done />
      </Match>
      <Match when={reasonOf(confirm.error) === "VERIFICATION_INVALID"}>
        <AskForLink title={TEXTS.invalid.title}>
          {TEXTS.invalid.text}
        </AskForLink>
      </Match>
      <Match when={!token()}>
        <AskForLink title={TEXTS.noToken.title}>
          {TEXTS.noToken.text}
        </AskForLink>
      </Match>
      <Match when={token()}>
        {(known) => (
          <AuthLayout title={TEXTS.title} description={TEXTS.text}>
            <ConfirmForm
              onSubmit={() => confirm.mutateAsync({ token: known() })}
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
      footer={<TextLink href="/sign-in">{TEXTS.signIn}</TextLink>}
    >
      <LinkButton href="/account" variant="primary" size="lg" class="w-full">
        {TEXTS.profile}
      </LinkButton>
    </AuthLayout>
  );
}
