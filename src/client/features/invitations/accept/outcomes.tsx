import { createSignal, onMount, Show } from "solid-js";
import { AuthLayout } from "#client/layout/auth-layout.tsx";
import { problemOf } from "#client/lib/problem.ts";
import { Button } from "#client/ui/button.tsx";
import { Callout } from "#client/ui/callout.tsx";
import { LinkButton } from "#client/ui/link-button.tsx";
import { RequestId } from "#client/ui/request-id.tsx";
import { Spinner } from "#client/ui/spinner.tsx";
import type { Join } from "./join.ts";
import { texts } from "./texts.ts";

/** The reader is a member: the organization is being opened. */
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
    <AuthLayout title={texts().failed.title}>
      <div class="flex flex-col gap-4">
        <Callout tone="danger">
          {problem().message}
          <Show when={problem().requestId}>
            {(id) => <RequestId id={id()} />}
          </Show>
        </Callout>
        <Button variant="primary" size="lg" onClick={() => props.onRetry()}>
          {texts().failed.retry}
        </Button>
      </div>
    </AuthLayout>
  );
}
