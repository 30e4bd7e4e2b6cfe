import { createSignal } from "solid-js";
import { z } from "zod";
import { passwordField, personNameField } from "#shared/fields.ts";
import { createFormProblems } from "#client/ui/form-problems.ts";
import { createWait } from "#client/session/wait.ts";
import { TextField } from "#client/ui/text-field.tsx";
import { AuthForm } from "#client/layout/auth-forms/auth-form.tsx";
import { NewPasswordField } from "#client/layout/auth-forms/fields.tsx";
import { SubmitButton } from "#client/layout/auth-forms/submit-button.tsx";
import { texts } from "./texts.ts";

const fields = z.object({ name: personNameField, password: passwordField });

/** Asks for the name and the password of a new account. */
export function ChooseForm(props: {
  onSubmit: (chosen: z.infer<typeof fields>) => Promise<unknown>;
}) {
  const [name, setName] = createSignal("");
  const [password, setPassword] = createSignal("");
  const problems = createFormProblems(["name", "password"]);
  const wait = createWait();
  const submit = () =>
    problems.attempt(async () => {
      const chosen = fields.parse({ name: name(), password: password() });
      await props.onSubmit(chosen).catch((error: unknown) => {
        wait.startAfter(error);
        throw error;
      });
    });
  return (
    <AuthForm
      onSubmit={submit}
      problems={problems}
      failed={texts().choose.failed}
    >
      <TextField
        id={problems.id("name")}
        label={texts().choose.name}
        name="name"
        autocomplete="name"
        dir="auto"
        size="lg"
        hint={texts().choose.nameHint}
        value={name()}
        onInput={setName}
        error={problems.at("name")}
      />
      <NewPasswordField
        problems={problems}
        label={texts().choose.password}
        value={password()}
        onInput={setPassword}
      />
      <SubmitButton wait={wait}>{texts().choose.submit}</SubmitButton>
    </AuthForm>
  );
}
