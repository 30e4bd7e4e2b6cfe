import { useLocation } from "@solidjs/router";
import { createSignal, onMount } from "solid-js";
import { z } from "zod";
import { knownEmailField } from "#shared/fields.ts";
import { api } from "#client/session/api.ts";
import { createFormProblems } from "#client/ui/form-problems.ts";
import { createWait } from "#client/session/wait.ts";
import { AuthForm } from "#client/layout/auth-forms/auth-form.tsx";
import { EmailField } from "#client/layout/auth-forms/fields.tsx";
import { SubmitButton } from "#client/layout/auth-forms/submit-button.tsx";
import { texts } from "./texts.ts";

const fields = z.object({ email: knownEmailField });

export function ForgotForm(props: { onSent: (email: string) => void }) {
  const location = useLocation<{ email: string }>();
  const [email, setEmail] = createSignal(location.state?.email ?? "");
  const problems = createFormProblems(["email"]);
  const wait = createWait();
  onMount(() => document.getElementById(problems.id("email"))?.focus());
  const forgot = api.auth.forgotPassword.useMutation(() => ({
    meta: { showsErrors: true },
    onError: wait.startAfter,
  }));
  const submit = () =>
    problems.attempt(async () => {
      const input = fields.parse({ email: email() });
      await forgot.mutateAsync(input);
      props.onSent(input.email);
    });
  return (
    <AuthForm onSubmit={submit} problems={problems} failed={texts().failed}>
      <EmailField problems={problems} value={email()} onInput={setEmail} />
      <SubmitButton wait={wait}>{texts().submit}</SubmitButton>
    </AuthForm>
  );
}
