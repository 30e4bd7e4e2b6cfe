import { createSignal, onMount } from "solid-js";
import { z } from "zod";
import { emailField, passwordField, personNameField } from "#shared/fields.ts";
import { api } from "#client/session/api.ts";
import { createFormProblems } from "#client/ui/form-problems.ts";
import { createWait } from "#client/session/wait.ts";
import { TextField } from "#client/ui/text-field.tsx";
import { AuthForm } from "#client/layout/auth-forms/auth-form.tsx";
import {
  EmailField,
  NewPasswordField,
} from "#client/layout/auth-forms/fields.tsx";
import { SubmitButton } from "#client/layout/auth-forms/submit-button.tsx";
import { texts } from "./texts.ts";

const fields = z.object({
  name: personNameField,
  email: emailField,
  password: passwordField,
});

export interface SignUpFormProps {
  /**
   * The invited address and the invitation's token. The token proves the address, so the user cannot change the
   * address.
   */
  invited?: { email: string; token: string };
  submitLabel?: string;
  /** Whether the first field has the focus when the form appears. */
  autofocus?: boolean;
  /** Called when the server has sent a confirmation mail. */
  onMailSent: (email: string) => void;
  /** Called when the user is signed in at once, because the invitation proved the address. */
  onSignedIn?: () => unknown;
}

export function SignUpForm(props: SignUpFormProps) {
  const [name, setName] = createSignal("");
  const [typedEmail, setEmail] = createSignal("");
  const [password, setPassword] = createSignal("");
  const email = () => props.invited?.email ?? typedEmail();
  const problems = createFormProblems(["name", "email", "password"]);
  const wait = createWait();
  onMount(() => {
    if (props.autofocus) document.getElementById(problems.id("name"))?.focus();
  });
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
    <AuthForm onSubmit={submit} problems={problems} failed={texts().failed}>
      <TextField
        id={problems.id("name")}
        label={texts().name}
        name="name"
        autocomplete="name"
        dir="auto"
        size="lg"
        hint={texts().nameHint}
        value={name()}
        onInput={setName}
        error={problems.at("name")}
      />
      <EmailField
        problems={problems}
        readOnly={props.invited !== undefined}
        value={email()}
        onInput={setEmail}
      />
      <NewPasswordField
        problems={problems}
        label={texts().password}
        value={password()}
        onInput={setPassword}
      />
      <SubmitButton wait={wait}>
        {props.submitLabel ?? texts().submit}
      </SubmitButton>
    </AuthForm>
  );
}
