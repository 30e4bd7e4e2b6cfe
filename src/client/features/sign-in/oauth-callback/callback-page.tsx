import { useNavigate, useParams } from "@solidjs/router";
import { createEffect, Match, Show, Switch, untrack } from "solid-js";
import { reasonOf } from "#sdk/errors.ts";
import { PROVIDERS, type ProviderId } from "#shared/providers.ts";
import { api } from "#client/session/api.ts";
import { AuthLayout } from "#client/layout/auth-layout.tsx";
import NotFoundPage from "#client/layout/not-found-page.tsx";
import { storedInvitationToken } from "#client/session/join-tokens.ts";
import { lastIntent } from "#client/session/provider-redirect.ts";
import { createAfterFirstFactor } from "#client/session/after-sign-in.ts";
import { Skeleton } from "#client/ui/skeleton.tsx";
import { toast } from "#client/ui/toast.ts";
import { MailSent } from "../sign-up/mail-sent.tsx";
import { useProviders } from "#client/layout/providers/use-providers.ts";
import { CallbackFailed } from "./callback-failed.tsx";
import type { Failure } from "./outcomes.ts";
import {
  type CallbackParameters,
  takeCallbackParameters,
} from "./callback-parameters.ts";
import { texts } from "./texts.ts";

/** The page to which sign-in providers redirect the browser. */
export default function CallbackPage() {
  const params = useParams<{ provider: string }>();
  const provider = () => PROVIDERS.find((id) => id === params.provider);
  return (
    <Show when={provider()} keyed fallback={<NotFoundPage />}>
      {(id) => <Callback id={id} />}
    </Show>
  );
}

type Answer = Awaited<ReturnType<typeof api.linkedAccounts.complete.mutate>>;

function Callback(props: { id: ProviderId }) {
  const parameters = takeCallbackParameters();
  const intent = lastIntent();
  const { nameOf, isSettled } = useProviders();
  const name = () => nameOf(props.id) ?? texts().other;
  const continueWith = createContinue(name);
  const complete = api.linkedAccounts.complete.useMutation(() => ({
    meta: { showsErrors: true },
    onSuccess: continueWith,
  }));
  const mailedTo = () =>
    complete.data && "verificationSent" in complete.data
      ? complete.data.email
      : undefined;
  const finish = () => {
    if (!parameters || !("code" in parameters)) return;
    const invitationToken = storedInvitationToken();
    complete.mutate({
      provider: props.id,
      ...parameters,
      ...(invitationToken !== undefined && { invitationToken }),
    });
  };
  // Complete the sign-in with a POST request, so that a scanner that only opens the URL cannot use the code. Wait until
  // the provider's name has loaded.
  createEffect(() => isSettled() && complete.isIdle && untrack(finish));
  const reason = () => reasonOf(complete.error) ?? reasonIn(parameters);
  return (
    <Switch fallback={<Finishing name={name()} />}>
      <Match when={mailedTo()}>{(email) => <MailSent email={email()} />}</Match>
      <Match when={reason() || complete.error}>
        <CallbackFailed
          reason={reason()}
          error={complete.error}
          provider={{ id: props.id, name: name() }}
          intent={intent}
        />
      </Match>
    </Switch>
  );
}

/** Returns the failure that the parameters in the URL show without a call to the server. */
function reasonIn(parameters: CallbackParameters): Failure {
  if (!parameters) return "PROVIDER_EXPIRED";
  if (!("refusal" in parameters)) return undefined;
  return parameters.refusal === "access_denied" ? "DENIED" : "PROVIDER_FAILED";
}

/** Opens the next page after the provider's callback, depending on the server's answer. */
function createContinue(provider: () => string) {
  const navigate = useNavigate();
  const afterFirstFactor = createAfterFirstFactor();
  return (answer: Answer): void => {
    if ("verificationSent" in answer) return;
    if ("user" in answer || "twoFactorRequired" in answer)
      return afterFirstFactor(answer, answer.next);
    if ("linked" in answer) {
      void api.linkedAccounts.list.invalidate();
      void api.twoFactor.status.invalidate();
      toast.success(texts().connected(provider()));
    } else toast.success(texts().proven, texts().provenText);
    navigate(answer.next, { replace: true });
  };
}

function Finishing(props: { name: string }) {
  return (
    <AuthLayout
      title={texts().finishing(props.name)}
      description={texts().moment}
    >
      <Skeleton kind="text" rows={2} label={texts().moment} />
    </AuthLayout>
  );
}
