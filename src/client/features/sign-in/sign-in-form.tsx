import { useLocation } from "@solidjs/router";
import { createSignal, Match, onMount, Switch } from "solid-js";
import { z } from "zod";
import { knownEmailField } from "#shared/fields.ts";
import { api } from "#client/session/api.ts";
import { createFormProblems } from "#client/ui/form-problems.ts";
import { createWait } from "#client/session/wait.ts";
import { Callout } from "#client/ui/callout.tsx";
import { ErrorSummary } from "#client/ui/error-summary.tsx";
import { Form } from "#client/ui/form.tsx";
import { PasswordField } from "#client/ui/password-field.tsx";
import { TextLink } from "#client/ui/text-link.tsx";
import { reasonOf } from "#sdk/solid.ts";
import { EmailField } from "#client/layout/auth-forms/fields.tsx";
import { SubmitButton } from "#client/layout/auth-forms/submit-button.tsx";
import { ResendButton } from "./verify/resend-button.tsx";
import { texts } from "./texts.ts";

const fields = z.object({
  email: knownEmailField,
  password: z.string().min(1, { error: () => texts().noPassword }),
});

type Answer = Awaited<ReturnType<typeof api.auth.signIn.mutate>>;

export function SignInForm(props: { onSignedIn: (answer: Answer) => void }) {
  const location = useLocation<{ email: string }>();
  const [email, setEmail] = createSignal(location.state?.email ?? "");
  const [password, setPassword] = createSignal("");
  const problems = createFormProblems(["email", "password"]);
  const wait = createWait();
  onMount(() => {
    const first = problems.id(email() ? "password" : "email");
    document.getElementById(first)?.focus();
  });
  const signIn = api.auth.signIn.useMutation(() => ({
    meta: { showsErrors: true },
    onError: wait.startAfter,
  }));
  const isUnverified = () => reasonOf(signIn.error) === "EMAIL_NOT_VERIFIED";

  const submit = async () => {
    await problems.attempt(async () => {
      const input = fields.parse({ email: email(), password: password() });
      props.onSignedIn(await signIn.mutateAsync(input));
    });
  };

  return (
    <Form onSubmit={submit} class="flex flex-col gap-4">
      <Switch>
        <Match when={wait.secondsLeft() > 0}>
          <Callout tone="danger" title={texts().wait.title}>
            {texts().wait.text}
          </Callout>
        </Match>
        <Match when={isUnverified()}>
          <Callout tone="warning" title={texts().unverified.title}>
            <p>{texts().unverified.text}</p>
            <ResendButton email={email()} />
          </Callout>
        </Match>
        <Match when={problems.general().length > 0}>
          <ErrorSummary title={texts().failed} problems={problems.general()} />
        </Match>
      </Switch>
      <EmailField
        problems={problems}
        autocomplete="username webauthn"
        value={email()}
        onInput={setEmail}
      />
      <PasswordField
        id={problems.id("password")}
        label={texts().password}
        name="password"
        autocomplete="current-password"
        size="lg"
        value={password()}
        onInput={setPassword}
        error={problems.at("password")}
      />
      <SubmitButton wait={wait}>{texts().submit}</SubmitButton>
      <p class="text-center text-sm">
        <TextLink href="/forgot" state={JSON.stringify({ email: email() })}>
          {texts().forgot}
        </TextLink>
      </p>
    </Form>
  );
}
