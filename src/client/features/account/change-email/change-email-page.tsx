import { createEffect, createMemo, Match, on, Switch } from "solid-js";
import { reasonOf } from "#sdk/solid.ts";
import { api } from "#client/session/api.ts";
import { ConfirmForm } from "#client/layout/auth-forms/confirm-form.tsx";
import { AuthLayout } from "#client/layout/auth-layout.tsx";
import { useAuthContext } from "#client/session/session.ts";
import { createStoredToken, tokenStore } from "#client/session/stored-token.ts";
import { createAfterSignIn } from "#client/session/after-sign-in.ts";
import { resetOnUserChange } from "#client/session/user-changes.ts";
import { Skeleton } from "#client/ui/skeleton.tsx";
import { toast } from "#client/ui/toast.ts";
import { LinkProblem, OtherAccount, SignInRequired } from "./outcomes.tsx";
import { texts } from "./texts.ts";

const stored = tokenStore("tenantry.email-change");

/**
 * Confirms a new email address with the link from the confirmation mail. The user who requested the change must be
 * signed in and press a button, because a mail scanner opens links, too.
 */
export default function ChangeEmailPage() {
  const link = createStoredToken(stored);
  const context = useAuthContext(() => undefined);
  resetOnUserChange();
  const signedIn = createAfterSignIn();
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
  const user = () => (context.isSuccess ? context.data.user : undefined);
  // Clear the shown result when the user opens another link in this tab or another user signs in.
  const userId = createMemo(() => user()?.id);
  const reset = () => confirm.reset();
  createEffect(on([link.token, userId], reset, { defer: true }));

  return (
    <Switch>
      <Match when={reasonOf(confirm.error) === "VERIFICATION_INVALID"}>
        <LinkProblem title={texts().invalid.title}>
          {texts().invalid.text}
        </LinkProblem>
      </Match>
      <Match when={!link.token()}>
        <LinkProblem title={texts().noToken.title}>
          {texts().noToken.text}
        </LinkProblem>
      </Match>
      <Match when={context.isPending}>
        <AuthLayout title={texts().title}>
          <Skeleton kind="text" rows={2} label={texts().title} />
        </AuthLayout>
      </Match>
      <Match when={reasonOf(context.error) === "SIGNED_OUT"}>
        <SignInRequired />
      </Match>
      <Match when={reasonOf(confirm.error) === "SIGN_IN_FIRST" && user()}>
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
              label={texts().submit}
              failed={texts().failed}
              onSubmit={() => confirm.mutateAsync({ token: token() })}
            />
          </AuthLayout>
        )}
      </Match>
    </Switch>
  );
}
