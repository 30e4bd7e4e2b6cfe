import { createEffect, createMemo, Match, on, Switch } from "solid-js";
import { reasonOf } from "#sdk/solid.ts";
import { api } from "#client/session/api.ts";
import { AuthLayout } from "#client/layout/auth-layout.tsx";
import { useAuthContext } from "#client/session/session.ts";
import { createSignedIn } from "#client/session/signed-in.ts";
import { followOtherTabs } from "#client/session/tabs.ts";
import { Skeleton } from "#client/ui/skeleton.tsx";
import { toast } from "#client/ui/toast.ts";
import { AskForLink } from "./ask-for-link.tsx";
import { ConfirmForm } from "./confirm-form.tsx";
import { createEmailLink } from "./link.ts";
import { OtherAccount } from "./other-account.tsx";
import { SignInFirst } from "./sign-in-first.tsx";
import { texts } from "./texts.ts";

/**
 * Where the mailed link leads. Opening it changes nothing: somebody may have asked for the reader's address, and neither
 * a scanner of mails nor a curious click may give it to them. It works for whoever asked for it, signed in.
 */
export default function ChangeEmailPage() {
  const link = createEmailLink();
  const context = useAuthContext(() => undefined);
  followOtherTabs();
  const signedIn = createSignedIn();
  const confirm = api.account.confirmEmail.useMutation(() => ({
    meta: { showsErrors: true },
    onSuccess: ({ user }) => {
      link.forget();
      toast.success(texts().changed(user.email));
      signedIn("/account");
    },
    onError: (error) => {
      if (reasonOf(error) === "VERIFICATION_INVALID") link.forget();
    },
  }));
  const person = () => (context.isSuccess ? context.data.user : undefined);
  // Another link may be opened in the same tab, and somebody else sign in.
  const personId = createMemo(() => person()?.id);
  const reset = () => confirm.reset();
  createEffect(on([link.token, personId], reset, { defer: true }));

  return (
    <Switch>
      <Match when={reasonOf(confirm.error) === "VERIFICATION_INVALID"}>
        <AskForLink title={texts().invalid.title}>
          {texts().invalid.text}
        </AskForLink>
      </Match>
      <Match when={!link.token()}>
        <AskForLink title={texts().noToken.title}>
          {texts().noToken.text}
        </AskForLink>
      </Match>
      <Match when={context.isPending}>
        <AuthLayout title={texts().title}>
          <Skeleton kind="text" rows={2} label={texts().title} />
        </AuthLayout>
      </Match>
      <Match when={reasonOf(context.error) === "SIGNED_OUT"}>
        <SignInFirst />
      </Match>
      <Match when={reasonOf(confirm.error) === "SIGN_IN_FIRST" && person()}>
        {(other) => (
          <OtherAccount
            email={other().email}
            onSignedOut={() => void context.refetch()}
          />
        )}
      </Match>
      <Match when={link.token()}>
        {(token) => (
          <AuthLayout title={texts().title} description={texts().text}>
            <ConfirmForm
              onSubmit={() => confirm.mutateAsync({ token: token() })}
            />
          </AuthLayout>
        )}
      </Match>
    </Switch>
  );
}
