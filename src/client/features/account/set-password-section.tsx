import { Show } from "solid-js";
import { api } from "#client/session/api.ts";
import { toastProblem } from "#client/ui/problem-toast.ts";
import { Button } from "#client/ui/button.tsx";
import { Callout } from "#client/ui/callout.tsx";
import { Section } from "#client/ui/section.tsx";
import { texts } from "./texts.ts";

/** Lets a user without a password set one: sends the same link as for a forgotten password. */
export function SetPasswordSection(props: { email: string }) {
  const forgot = api.auth.forgotPassword.useMutation(() => ({
    meta: { showsErrors: true },
    onError: (error) => toastProblem(texts().noPassword.failed, error),
  }));
  return (
    <Section
      title={texts().noPassword.title}
      description={texts().noPassword.text}
      footer={
        <Button
          variant="primary"
          class="ml-auto"
          pending={forgot.isPending}
          onClick={() => forgot.mutate({ email: props.email })}
        >
          {forgot.isSuccess
            ? texts().noPassword.again
            : texts().noPassword.send}
        </Button>
      }
    >
      <Show when={forgot.isSuccess}>
        <Callout tone="success" title={texts().noPassword.sent}>
          {texts().noPassword.sentText(props.email)}
        </Callout>
      </Show>
    </Section>
  );
}
