import { createSignal, Show } from "solid-js";
import { z } from "zod";
import { emailField } from "#shared/fields.ts";
import { api } from "#client/api.ts";
import { createFormProblems } from "#client/form-problems.ts";
import { createWait } from "#client/session/wait.ts";
import { Callout } from "#client/ui/callout.tsx";
import { EntryForm } from "../entry/entry-form.tsx";
import { AddressField } from "../entry/fields.tsx";
import { SubmitButton } from "../entry/submit-button.tsx";
import { TEXTS } from "./texts.ts";

const fields = z.object({ email: emailField });

/** Asks for the address a new link is to be mailed to. */
export function ResendForm() {
  const [email, setEmail] = createSignal("");
  const problems = createFormProblems(["email"]);
  const wait = createWait();
  const resend = api.auth.resendVerification.useMutation(() => ({
    meta: { showsErrors: true },
    onError: wait.startAfter,
  }));
  const submit = () =>
    problems.attempt(() =>
      resend.mutateAsync(fields.parse({ email: email() })),
    );
  return (
    <EntryForm onSubmit={submit} problems={problems}>
      <Show when={resend.isSuccess}>
        <Callout tone="success">{TEXTS.resent}</Callout>
      </Show>
      <AddressField
        problems={problems}
        autocomplete="email"
        value={email()}
        onInput={setEmail}
      />
      <SubmitButton wait={wait}>{TEXTS.resend}</SubmitButton>
    </EntryForm>
  );
}
