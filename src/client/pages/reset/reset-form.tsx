import { createSignal } from "solid-js";
import { z } from "zod";
import { passwordField } from "../../../shared/fields.ts";
import { createFormProblems } from "../../form-problems.ts";
import { createWait } from "../../session/wait.ts";
import { Button } from "../../ui/button.tsx";
import { ErrorSummary } from "../../ui/error-summary.tsx";
import { Form } from "../../ui/form.tsx";
import { PasswordField } from "../../ui/password-field.tsx";
import { TEXTS } from "./texts.ts";

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
    <Form onSubmit={submit} class="flex flex-col gap-4">
      <ErrorSummary
        title={TEXTS.failed}
        problems={problems.general()}
        requestId={problems.requestId()}
      />
      <PasswordField
        id={problems.id("password")}
        label={TEXTS.password}
        name="password"
        autocomplete="new-password"
        size="lg"
        hint={TEXTS.passwordHint}
        value={password()}
        onInput={setPassword}
        error={problems.at("password")}
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
