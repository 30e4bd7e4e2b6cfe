import { createSignal } from "solid-js";
import { z } from "zod";
import { passwordField } from "#shared/fields.ts";
import { createFormProblems } from "#client/ui/form-problems.ts";
import { createWait } from "#client/session/wait.ts";
import { AuthForm } from "#client/layout/auth-forms/auth-form.tsx";
import { NewPasswordField } from "#client/layout/auth-forms/fields.tsx";
import { SubmitButton } from "#client/layout/auth-forms/submit-button.tsx";
import { texts } from "./texts.ts";

const fields = z.object({ password: passwordField });

export function ResetForm(props: {
  onSubmit: (password: string) => Promise<unknown>;
}) {
  const [password, setPassword] = createSignal("");
  const problems = createFormProblems(["password"]);
  const wait = createWait();
  const submit = () =>
    problems.attempt(async () => {
      const chosen = fields.parse({ password: password() });
      await props.onSubmit(chosen.password).catch((error: unknown) => {
        wait.startAfter(error);
        throw error;
      });
    });
  return (
    <AuthForm onSubmit={submit} problems={problems} failed={texts().failed}>
      <NewPasswordField
        problems={problems}
        label={texts().password}
        value={password()}
        onInput={setPassword}
      />
      <SubmitButton wait={wait}>{texts().submit}</SubmitButton>
    </AuthForm>
  );
}
