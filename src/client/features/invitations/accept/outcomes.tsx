import { createSignal, onMount, Show } from "solid-js";
import { AuthLayout } from "#client/layout/auth-layout.tsx";
import { problemOf } from "#client/lib/problem.ts";
import { Button } from "#client/ui/button.tsx";
import { Callout } from "#client/ui/callout.tsx";
import { LinkButton } from "#client/ui/link-button.tsx";
import { RequestId } from "#client/ui/request-id.tsx";
import { Spinner } from "#client/ui/spinner.tsx";
import type { Join } from "./join.ts";
import { TEXTS } from "./texts.ts";

/** The reader is a member: the organization is being opened. */
export function JoinedNow(props: { organization: string }) {
  return (
    <AuthLayout title={TEXTS.joined.title(props.organization)}>
      <p
        role="status"
        class="flex items-center justify-center gap-2 text-sm text-muted"
      >
        <Spinner />
        {TEXTS.joined.text}
      </p>
    </AuthLayout>
  );
}

export function Invalid(props: { isSignedIn: boolean }) {
  return (
    <AuthLayout title={TEXTS.invalid.title} description={TEXTS.invalid.text}>
      <LinkButton
        href={props.isSignedIn ? "/" : "/sign-in"}
        variant="primary"
        size="lg"
        class="w-full"
      >
        {props.isSignedIn ? TEXTS.toStart : TEXTS.toSignIn}
      </LinkButton>
    </AuthLayout>
  );
}

/**
 * Somebody signed in opens a link that is not live. The one who accepted it is a member and is led there: for them,
 * and for nobody else, accepting it once more succeeds, and it changes nothing.
 */
export function UsedBefore(props: { token: string; join: Join }) {
  const [isRefused, setRefused] = createSignal(false);
  onMount(async () => {
    try {
      await props.join(props.token);
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
      title={TEXTS.declined.title}
      description={TEXTS.declined.text(props.organization)}
    >
      <LinkButton href="/" size="lg" class="w-full">
        {TEXTS.toStart}
      </LinkButton>
    </AuthLayout>
  );
}

export function Failed(props: { error: unknown; onRetry: () => void }) {
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
          {TEXTS.failed.retry}
        </Button>
      </div>
    </AuthLayout>
  );
}
