import { useLocation } from "@solidjs/router";
import { createSignal } from "solid-js";
import { z } from "zod";
import { emailField } from "../../../shared/fields.ts";
import { api } from "../../api.ts";
import { createFormProblems } from "../../form-problems.ts";
import { createWait } from "../../session/wait.ts";
import { Button } from "../../ui/button.tsx";
import { ErrorSummary } from "../../ui/error-summary.tsx";
import { Form } from "../../ui/form.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { TEXTS } from "./texts.ts";

const fields = z.object({ email: emailField });

export function ForgotForm(props: { onSent: (email: string) => void }) {
  const location = useLocation<{ email: string }>();
  const [email, setEmail] = createSignal(location.state?.email ?? "");
  const problems = createFormProblems(["email"]);
  const wait = createWait();
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
    <Form onSubmit={submit} class="flex flex-col gap-4">
      <ErrorSummary
        title={TEXTS.failed}
        problems={problems.general()}
        requestId={problems.requestId()}
      />
      <TextField
        id={problems.id("email")}
        label={TEXTS.email}
        type="email"
        name="email"
        autocomplete="username"
        size="lg"
        value={email()}
        onInput={setEmail}
        error={problems.at("email")}
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
