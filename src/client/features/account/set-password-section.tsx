import { Show } from "solid-js";
import { api } from "#client/session/api.ts";
import { toastProblem } from "#client/ui/problem-toast.ts";
import { Button } from "#client/ui/button.tsx";
import { Callout } from "#client/ui/callout.tsx";
import { Section } from "#client/ui/section.tsx";
import { TEXTS } from "./texts.ts";

/** For whoever signs in without a password: a first one is set as a forgotten one is, by whoever reads the mailbox. */
export function SetPasswordSection(props: { email: string }) {
  const forgot = api.auth.forgotPassword.useMutation(() => ({
    meta: { showsErrors: true },
    onError: (error) => toastProblem(TEXTS.noPassword.failed, error),
  }));
  return (
    <Section
      title={TEXTS.noPassword.title}
      description={TEXTS.noPassword.text}
      footer={
        <Button
          variant="primary"
          class="ml-auto"
          pending={forgot.isPending}
          onClick={() => forgot.mutate({ email: props.email })}
        >
          {forgot.isSuccess ? TEXTS.noPassword.again : TEXTS.noPassword.send}
        </Button>
      }
    >
      <Show when={forgot.isSuccess}>
        <Callout tone="success" title={TEXTS.noPassword.sent}>
          {TEXTS.noPassword.sentText(props.email)}
        </Callout>
      </Show>
    </Section>
  );
}
