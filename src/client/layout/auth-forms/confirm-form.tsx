import { createWait } from "#client/session/wait.ts";
import { createFormProblems } from "#client/ui/form-problems.ts";
import { AuthForm } from "./auth-form.tsx";
import { SubmitButton } from "./submit-button.tsx";

/** A form without fields: one button that confirms what an emailed link is for. */
export function ConfirmForm(props: {
  label: string;
  /** Title of the problem if the confirmation fails. */
  failed: string;
  onSubmit: () => Promise<unknown>;
}) {
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
    <AuthForm onSubmit={submit} problems={problems} failed={props.failed}>
      <SubmitButton wait={wait}>{props.label}</SubmitButton>
    </AuthForm>
  );
}
