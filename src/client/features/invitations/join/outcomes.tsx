import { createSignal, onMount, Show } from "solid-js";
import { AuthLayout } from "#client/layout/auth-layout.tsx";
import { problemOf } from "#client/lib/problem.ts";
import { Button } from "#client/ui/button.tsx";
import { Callout } from "#client/ui/callout.tsx";
import { LinkButton } from "#client/ui/link-button.tsx";
import { RequestId } from "#client/ui/request-id.tsx";
import { Spinner } from "#client/ui/spinner.tsx";
import { texts } from "./texts.ts";

/** Shown after the user has joined, until the organization opens. */
export function JoinedNow(props: { organization: string }) {
  return (
    <AuthLayout title={texts().joined.title(props.organization)}>
      <p
        role="status"
        class="flex items-center justify-center gap-2 text-sm text-muted"
      >
        <Spinner />
        {texts().joined.text}
      </p>
    </AuthLayout>
  );
}

export function Invalid(props: { isSignedIn: boolean }) {
  return (
    <AuthLayout
      title={texts().invalid.title}
      description={texts().invalid.text}
    >
      <LinkButton
        href={props.isSignedIn ? "/" : "/sign-in"}
        variant="primary"
        size="lg"
        class="w-full"
      >
        {props.isSignedIn ? texts().toStart : texts().toSignIn}
      </LinkButton>
    </AuthLayout>
  );
}

/**
 * Accepts an invitation that the server called invalid. The server opens the organization if this member accepted the
 * invitation before.
 */
export function UsedBefore(props: { join: () => Promise<void> }) {
  const [isRefused, setRefused] = createSignal(false);
  onMount(async () => {
    try {
      await props.join();
    } catch {
      setRefused(true);
    }
  });
  return (
    <Show when={isRefused()}>
      <Invalid isSignedIn />
    </Show>
  );
}

export function Declined(props: { organization: string }) {
  return (
    <AuthLayout
      title={texts().declined.title}
      description={texts().declined.text(props.organization)}
    >
      <LinkButton href="/" size="lg" class="w-full">
        {texts().toStart}
      </LinkButton>
    </AuthLayout>
  );
}

export function Failed(props: { error: unknown; onRetry: () => void }) {
  const problem = () => problemOf(props.error);
  return (
    <AuthLayout title={texts().notOpened}>
      <div class="flex flex-col gap-4">
        <Callout tone="danger">
          {problem().message}
          <Show when={problem().requestId}>
            {(id) => <RequestId id={id()} />}
          </Show>
        </Callout>
        <Button variant="primary" size="lg" onClick={() => props.onRetry()}>
          {texts().retry}
        </Button>
      </div>
    </AuthLayout>
  );
}
