import { For, Show } from "solid-js";
import type { ProviderId } from "#shared/providers.ts";
import { AuthLayout } from "#client/layout/auth-layout.tsx";
import { problemOf } from "#client/lib/problem.ts";
import {
  redirectToProvider,
  type OAuthIntent,
} from "#client/session/provider-redirect.ts";
import { reauthenticated } from "#client/session/reauthenticated.ts";
import { Callout } from "#client/ui/callout.tsx";
import { LinkButton } from "#client/ui/link-button.tsx";
import { RequestId } from "#client/ui/request-id.tsx";
import { TextLink } from "#client/ui/text-link.tsx";
import { ProviderButton } from "#client/layout/providers/provider-button.tsx";
import { type Failure, outcomeOf } from "./outcomes.ts";
import { texts } from "./texts.ts";

/** Explains why signing in with a provider failed, and links to ways to continue. */
export function CallbackFailed(props: {
  reason: Failure;
  /** The server's error; undefined if the failure happened before the server was called. */
  error: unknown;
  provider: { id: ProviderId; name: string };
  intent: OAuthIntent;
}) {
  const problem = () => problemOf(props.error);
  const outcome = () =>
    outcomeOf(props.reason, {
      provider: props.provider.name,
      intent: props.intent,
    });
  const canRetry = () => outcome()?.canRetry ?? true;
  const retry = (id: ProviderId) =>
    reauthenticated(() => redirectToProvider(id, props.intent));
  return (
    <AuthLayout
      title={outcome()?.title ?? texts().refused.title}
      description={outcome()?.text}
      footer={
        <TextLink href={backOf(props.intent)}>
          {backLabel(props.intent)}
        </TextLink>
      }
    >
      <div class="flex flex-col gap-3">
        <Show when={!outcome()}>
          <Callout tone="danger">
            {problem().message}
            <Show when={problem().requestId}>
              {(id) => <RequestId id={id()} />}
            </Show>
          </Callout>
        </Show>
        <Show when={canRetry()}>
          <ProviderButton provider={props.provider} size="lg" onLeave={retry} />
        </Show>
        <For each={outcome()?.links}>
          {(link, index) => (
            <LinkButton
              href={link.href}
              size="lg"
              variant={index() === 0 && !canRetry() ? "primary" : "secondary"}
            >
              {link.label}
            </LinkButton>
          )}
        </For>
      </div>
    </AuthLayout>
  );
}

function backOf({ purpose, next }: OAuthIntent): string {
  if (purpose !== "sign-in") return next;
  return next === "/"
    ? "/sign-in"
    : `/sign-in?${new URLSearchParams({ next })}`;
}

function backLabel({ purpose }: OAuthIntent): string {
  return texts().back[purpose];
}
