import { createSignal, type JSX } from "solid-js";
import { z } from "zod";
import { emailField } from "#shared/fields.ts";
import { api } from "#client/session/api.ts";
import { createFormProblems } from "#client/ui/form-problems.ts";
import { reauthenticated } from "#client/session/reauthenticated.ts";
import { Button } from "#client/ui/button.tsx";
import { ErrorSummary } from "#client/ui/error-summary.tsx";
import { Form } from "#client/ui/form.tsx";
import { TextField } from "#client/ui/text-field.tsx";
import { toast } from "#client/ui/toast.ts";
import { texts } from "./texts.ts";

const fields = z.object({ email: emailField });

export function ChangeEmailForm(props: {
  frame: (children: JSX.Element, footer: JSX.Element) => JSX.Element;
}) {
  const [email, setEmail] = createSignal("");
  const problems = createFormProblems(["email"]);
  const change = api.account.changeEmail.useMutation(() => ({
    meta: { showsErrors: true },
  }));
  const submit = () =>
    problems.attempt(async () => {
      const input = fields.parse({ email: email() });
      await reauthenticated(() => change.mutateAsync(input));
      toast.success(texts().sent);
      await api.account.pendingEmail.invalidate();
    });
  return (
    <Form onSubmit={submit}>
      {props.frame(
        <div class="flex flex-col gap-3">
          <ErrorSummary
            title={texts().failed}
            problems={problems.general()}
            requestId={problems.requestId()}
          />
          <TextField
            id={problems.id("email")}
            label={texts().newEmail}
            type="email"
            name="email"
            autocomplete="email"
            class="max-w-md"
            value={email()}
            onInput={setEmail}
            error={problems.at("email")}
          />
        </div>,
        <>
          <span class="min-w-0 flex-1 basis-60">{texts().hint}</span>
          <Button type="submit" variant="primary">
            {texts().change}
          </Button>
        </>,
      )}
    </Form>
  );
}
