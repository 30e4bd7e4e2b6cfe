import { createSignal, Show } from "solid-js";
import { z } from "zod";
import { emailField } from "../../../shared/fields.ts";
import { api } from "../../api.ts";
import { createFormProblems } from "../../form-problems.ts";
import { Button } from "../../ui/button.tsx";
import { Callout } from "../../ui/callout.tsx";
import { ErrorSummary } from "../../ui/error-summary.tsx";
import { Form } from "../../ui/form.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { TEXTS } from "./texts.ts";

const fields = z.object({ email: emailField });

/** Asks for the address a new link is to be mailed to. */
export function ResendForm() {
  const [email, setEmail] = createSignal("");
  const problems = createFormProblems(["email"]);
  const resend = api.auth.resendVerification.useMutation(() => ({
    meta: { showsErrors: true },
  }));
  const submit = () =>
    problems.attempt(() =>
      resend.mutateAsync(fields.parse({ email: email() })),
    );
  return (
    <Form onSubmit={submit} class="flex flex-col gap-4">
      <ErrorSummary
        problems={problems.general()}
        requestId={problems.requestId()}
      />
      <Show when={resend.isSuccess}>
        <Callout tone="success">{TEXTS.resent}</Callout>
      </Show>
      <TextField
        id={problems.id("email")}
        label={TEXTS.email}
        type="email"
        name="email"
        autocomplete="email"
        size="lg"
        value={email()}
        onInput={setEmail}
        error={problems.at("email")}
      />
      <Button type="submit" variant="primary" size="lg">
        {TEXTS.resend}
      </Button>
    </Form>
  );
}
