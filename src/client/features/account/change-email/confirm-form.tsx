import { createFormProblems } from "#client/ui/form-problems.ts";
import { createWait } from "#client/session/wait.ts";
import { AuthForm } from "#client/layout/auth-forms/auth-form.tsx";
import { SubmitButton } from "#client/layout/auth-forms/submit-button.tsx";
import { texts } from "./texts.ts";

export function ConfirmForm(props: { onSubmit: () => Promise<unknown> }) {
  const problems = createFormProblems([]);
  const wait = createWait();
  const submit = () =>
    problems.attempt(() =>
      props.onSubmit().catch((error: unknown) => {
        wait.startAfter(error);
        throw error;
      }),
    );
  return (
    <AuthForm onSubmit={submit} problems={problems} failed={texts().failed}>
      <SubmitButton wait={wait}>{texts().submit}</SubmitButton>
    </AuthForm>
  );
}
