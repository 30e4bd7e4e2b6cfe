import { createEffect, type JSX, Match, on, Show, Switch } from "solid-js";
import { reasonOf } from "../../../sdk/solid.ts";
import { api } from "../../api.ts";
import { AuthLayout } from "../../layout/auth-layout.tsx";
import { problemOf } from "../../problem.ts";
import { createLinkToken } from "../../session/link-token.ts";
import { createSignedIn } from "../../session/signed-in.ts";
import { Button } from "../../ui/button.tsx";
import { Callout } from "../../ui/callout.tsx";
import { LinkButton } from "../../ui/link-button.tsx";
import { RequestId } from "../../ui/request-id.tsx";
import { Skeleton } from "../../ui/skeleton.tsx";
import { TextLink } from "../../ui/text-link.tsx";
import { ResendForm } from "./resend-form.tsx";
import { TEXTS } from "./texts.ts";

/** Where the mailed link leads. Opening it asks the server by POST: a mail scanner that only reads it uses nothing up. */
export default function VerifyPage() {
  const token = createLinkToken();
  const signedIn = createSignedIn();
  const verify = api.auth.verifyEmail.useMutation(() => ({
    meta: { showsErrors: true },
    onSuccess: ({ user }) => user && signedIn("/"),
  }));
  const run = () => {
    const known = token();
    if (known) verify.mutate({ token: known });
  };
  createEffect(on(token, run));

  return (
    <Switch fallback={<Confirming />}>
      <Match when={!token()}>
        <AskForLink title={TEXTS.noToken.title}>
          {TEXTS.noToken.text}
        </AskForLink>
      </Match>
      <Match when={verify.data && !verify.data.user}>
        <AuthLayout
          title={TEXTS.confirmed.title}
          description={TEXTS.confirmed.text}
        >
          <LinkButton
            href="/sign-in"
            variant="primary"
            size="lg"
            class="w-full"
          >
            {TEXTS.confirmed.action}
          </LinkButton>
        </AuthLayout>
      </Match>
      <Match when={reasonOf(verify.error) === "VERIFICATION_INVALID"}>
        <AskForLink title={TEXTS.invalid.title}>
          {TEXTS.invalid.text}
        </AskForLink>
      </Match>
      <Match when={reasonOf(verify.error) === "PROVIDER_EXPIRED"}>
        <AuthLayout
          title={TEXTS.otherBrowser.title}
          description={TEXTS.otherBrowser.text}
          footer={<TextLink href="/sign-in">{TEXTS.toSignIn}</TextLink>}
        />
      </Match>
      <Match when={verify.error}>
        {(error) => <Failed error={error()} onRetry={run} />}
      </Match>
    </Switch>
  );
}

function Confirming() {
  return (
    <AuthLayout
      title={TEXTS.confirming.title}
      description={TEXTS.confirming.text}
    >
      <Skeleton kind="text" rows={2} label={TEXTS.confirming.title} />
    </AuthLayout>
  );
}

function AskForLink(props: { title: string; children: JSX.Element }) {
  return (
    <AuthLayout
      title={props.title}
      description={props.children}
      footer={
        <>
          <TextLink href="/sign-in">{TEXTS.toSignIn}</TextLink> ·{" "}
          <TextLink href="/sign-up">{TEXTS.toSignUp}</TextLink>
        </>
      }
    >
      <ResendForm />
    </AuthLayout>
  );
}

function Failed(props: { error: unknown; onRetry: () => void }) {
  const problem = () => problemOf(props.error);
  return (
    <AuthLayout title={TEXTS.failed.title}>
      <div class="flex flex-col gap-4">
        <Callout tone="danger">
          {problem().message}
          <Show when={problem().requestId}>
            {(id) => <RequestId id={id()} />}
          </Show>
        </Callout>
        <Button variant="primary" size="lg" onClick={() => props.onRetry()}>
          {TEXTS.failed.action}
        </Button>
      </div>
    </AuthLayout>
  );
}
