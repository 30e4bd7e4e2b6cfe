import { createWait } from "#client/session/wait.ts";
import { createFormProblems } from "#client/ui/form-problems.ts";
import { AuthForm } from "./auth-form.tsx";
import { SubmitButton } from "./submit-button.tsx";

/** A form with only one button, with which the user confirms the action of an emailed link. */
export function ConfirmForm(props: {
  label: string;
  /** The title of the error summary if the confirmation fails. */
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
