import { createSignal } from "solid-js";
import { z } from "zod";
import {
  emailField,
  passwordField,
  personNameField,
} from "../../../shared/fields.ts";
import { api } from "../../api.ts";
import { createFormProblems } from "../../form-problems.ts";
import { createWait } from "../../session/wait.ts";
import { Button } from "../../ui/button.tsx";
import { ErrorSummary } from "../../ui/error-summary.tsx";
import { Form } from "../../ui/form.tsx";
import { PasswordField } from "../../ui/password-field.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { TEXTS } from "./texts.ts";

const fields = z.object({
  name: personNameField,
  email: emailField,
  password: passwordField,
});

export interface SignUpFormProps {
  /** The address an invitation was mailed to: it cannot be changed, and its token proves it. */
  invited?: { email: string; token: string };
  submitLabel?: string;
  /** A confirmation is on its way to the address. */
  onMailSent: (email: string) => void;
  /** The invitation proved the address: the person is signed in already. */
  onSignedIn?: () => unknown;
}

export function SignUpForm(props: SignUpFormProps) {
  const [name, setName] = createSignal("");
  const [typedEmail, setEmail] = createSignal("");
  const [password, setPassword] = createSignal("");
  const email = () => props.invited?.email ?? typedEmail();
  const problems = createFormProblems(["name", "email", "password"]);
  const wait = createWait();
  const signUp = api.auth.signUp.useMutation(() => ({
    meta: { showsErrors: true },
    onError: wait.startAfter,
  }));

  const submit = () =>
    problems.attempt(async () => {
      const input = fields.parse({
        name: name(),
        email: email(),
        password: password(),
      });
      const answer = await signUp.mutateAsync({
        ...input,
        ...(props.invited && { invitationToken: props.invited.token }),
      });
      if ("user" in answer) await props.onSignedIn?.();
      else props.onMailSent(input.email);
    });

  return (
    <Form onSubmit={submit} class="flex flex-col gap-4">
      <ErrorSummary
        title={TEXTS.failed}
        problems={problems.general()}
        requestId={problems.requestId()}
      />
      <TextField
        id={problems.id("name")}
        label={TEXTS.name}
        name="name"
        autocomplete="name"
        dir="auto"
        size="lg"
        hint={TEXTS.nameHint}
        value={name()}
        onInput={setName}
        error={problems.at("name")}
      />
      <TextField
        id={problems.id("email")}
        label={TEXTS.email}
        type="email"
        name="email"
        autocomplete="username"
        size="lg"
        readOnly={props.invited !== undefined}
        value={email()}
        onInput={setEmail}
        error={problems.at("email")}
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
        {props.submitLabel ?? TEXTS.submit}
      </Button>
    </Form>
  );
}
