import { createSignal, Show } from "solid-js";
import { z } from "zod";
import { emailField } from "#shared/fields.ts";
import { api } from "#client/session/api.ts";
import { createFormProblems } from "#client/ui/form-problems.ts";
import { createWait } from "#client/session/wait.ts";
import { Callout } from "#client/ui/callout.tsx";
import { AuthForm } from "#client/layout/auth-forms/auth-form.tsx";
import { EmailField } from "#client/layout/auth-forms/fields.tsx";
import { SubmitButton } from "#client/layout/auth-forms/submit-button.tsx";
import { texts } from "./texts.ts";

const fields = z.object({ email: emailField });

/** Asks for an address and sends a new confirmation link to it. */
export function ResendForm() {
  const [email, setEmail] = createSignal("");
  const problems = createFormProblems(["email"]);
  const wait = createWait();
  const resend = api.auth.resendVerification.useMutation(() => ({
    meta: { showsErrors: true },
    onError: wait.startAfter,
  }));
  const submit = () =>
    problems.attempt(() =>
      resend.mutateAsync(fields.parse({ email: email() })),
    );
  return (
    <AuthForm onSubmit={submit} problems={problems}>
      <Show when={resend.isSuccess}>
        <Callout tone="success">{texts().resent}</Callout>
      </Show>
      <EmailField
        problems={problems}
        autocomplete="email"
        value={email()}
        onInput={setEmail}
      />
      <SubmitButton wait={wait}>{texts().resend}</SubmitButton>
    </AuthForm>
  );
}
