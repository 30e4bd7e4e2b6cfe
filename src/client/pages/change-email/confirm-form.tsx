import { createFormProblems } from "../../form-problems.ts";
import { createWait } from "../../session/wait.ts";
import { Button } from "../../ui/button.tsx";
import { ErrorSummary } from "../../ui/error-summary.tsx";
import { Form } from "../../ui/form.tsx";
import { TEXTS } from "./texts.ts";

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
    <Form onSubmit={submit} class="flex flex-col gap-4">
      <ErrorSummary
        title={TEXTS.failed}
        problems={problems.general()}
        requestId={problems.requestId()}
      />
      <Button
        type="submit"
        variant="primary"
        size="lg"
        blocked={wait.secondsLeft() > 0 ? TEXTS.wait : undefined}
      >
        {TEXTS.submit}
      </Button>
    </Form>
  );
}
