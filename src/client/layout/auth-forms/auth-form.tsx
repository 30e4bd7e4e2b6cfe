import type { JSX } from "solid-js";
import type { FormProblems } from "#client/ui/form-problems.ts";
import { ErrorSummary } from "#client/ui/error-summary.tsx";
import { Form } from "#client/ui/form.tsx";

export interface AuthFormProps {
  onSubmit: () => unknown;
  problems: Pick<FormProblems<never>, "general" | "requestId">;
  /** The title of the error summary, which lists the problems that belong to no field. */
  failed?: string;
  children: JSX.Element;
}

/** The form of a page that signed-out users can open, such as the sign-in page. */
export function AuthForm(props: AuthFormProps) {
  return (
    <Form onSubmit={() => props.onSubmit()} class="flex flex-col gap-4">
      <ErrorSummary
        title={props.failed}
        problems={props.problems.general()}
        requestId={props.problems.requestId()}
      />
      {props.children}
    </Form>
  );
}
