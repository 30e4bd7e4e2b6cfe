import { createSignal, Show } from "solid-js";
import { api } from "#client/session/api.ts";
import { AuthLayout } from "#client/layout/auth-layout.tsx";
import { createAfterSignIn } from "#client/session/after-sign-in.ts";
import { Button } from "#client/ui/button.tsx";
import { LinkButton } from "#client/ui/link-button.tsx";
import { TextLink } from "#client/ui/text-link.tsx";
import { ChooseForm } from "./choose-form.tsx";
import { texts } from "./texts.ts";

/**
 * Shown if the confirmation link was opened in another browser than the sign-up. The user creates the account with the
 * password from the sign-up or with a new one.
 */
export function Confirmed(props: { token: string }) {
  const [isChoosing, setChoosing] = createSignal(false);
  const signedIn = createAfterSignIn();
  const choose = api.auth.choosePassword.useMutation(() => ({
    meta: { showsErrors: true },
    onSuccess: () => signedIn("/"),
  }));
  return (
    <Show
      when={isChoosing()}
      fallback={<TwoWays onChoose={() => setChoosing(true)} />}
    >
      <AuthLayout
        title={texts().choose.title}
        description={texts().choose.text}
        footer={
          <>
            {texts().choose.havePassword}{" "}
            <TextLink href="/sign-in">{texts().toSignIn}</TextLink>
          </>
        }
      >
        <ChooseForm
          onSubmit={(chosen) =>
            choose.mutateAsync({ token: props.token, ...chosen })
          }
        />
      </AuthLayout>
    </Show>
  );
}

function TwoWays(props: { onChoose: () => void }) {
  return (
    <AuthLayout
      title={texts().confirmed.title}
      description={texts().confirmed.text}
    >
      <div class="flex flex-col gap-3">
        <LinkButton href="/sign-in" variant="primary" size="lg" class="w-full">
          {texts().confirmed.signIn}
        </LinkButton>
        <Button size="lg" class="w-full" onClick={() => props.onChoose()}>
          {texts().confirmed.choose}
        </Button>
      </div>
    </AuthLayout>
  );
}
