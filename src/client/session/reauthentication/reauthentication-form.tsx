import { createSignal, Match, Show, Switch } from "solid-js";
import { z } from "zod";
import { api } from "../api.ts";
import { createFormProblems } from "#client/ui/form-problems.ts";
import { Button } from "#client/ui/button.tsx";
import { CodeField } from "#client/ui/code-field.tsx";
import { DialogActions, DialogBody } from "#client/ui/dialog-parts.tsx";
import { ErrorSummary } from "#client/ui/error-summary.tsx";
import { Form } from "#client/ui/form.tsx";
import { PasswordField } from "#client/ui/password-field.tsx";
import { askPasskey } from "../passkey.ts";
import { reauthenticateWithProvider } from "./reauthenticate-with-provider.ts";
import { OtherMethods } from "./other-methods.tsx";
import { texts } from "./texts.ts";
import { credentialsOf, type AuthMethods } from "./auth-methods.ts";

const FIELDS = {
  password: z.object({
    password: z.string().min(1, { error: () => texts().noPassword }),
  }),
  code: z.object({
    code: z.string().length(6, { error: () => texts().noCode }),
  }),
};

type ReauthenticationInput = Parameters<
  typeof api.auth.reauthenticate.mutate
>[0];

/** A form that asks for the user's password or code, one field at a time. */
export function ReauthenticationForm(props: {
  methods: AuthMethods;
  onDone: (isDone: boolean) => void;
}) {
  const [chosen, setChosen] = createSignal<keyof typeof FIELDS>();
  const [password, setPassword] = createSignal("");
  const [code, setCode] = createSignal("");
  const field = () => chosen() ?? credentialsOf(props.methods)[0];
  const problems = createFormProblems(["password", "code"], {
    INVALID_CREDENTIALS: "password",
    INVALID_CODE: "code",
  });
  const reauthenticate = api.auth.reauthenticate.useMutation(() => ({
    meta: { showsErrors: true },
  }));

  const submitInput = async (
    input: () => ReauthenticationInput | Promise<ReauthenticationInput>,
  ) => {
    const isDone = await problems.attempt(async () =>
      reauthenticate.mutateAsync(await input()),
    );
    if (isDone) props.onDone(true);
    else setCode("");
  };
  const submit = () => {
    const name = field();
    if (!name) return;
    const typed = { password: password(), code: code() };
    return submitInput(() => FIELDS[name].parse(typed));
  };
  const choose = (name: keyof typeof FIELDS) => {
    problems.clear();
    setChosen(name);
    document.getElementById(problems.id(name))?.focus();
  };

  return (
    // The dialog closes without a question, because the user would lose only a typed password or code.
    <Form onSubmit={submit} isDirty={false} class="flex min-h-0 flex-col">
      <DialogBody>
        <ErrorSummary
          title={texts().failed}
          problems={problems.general()}
          requestId={problems.requestId()}
        />
        <Switch>
          <Match when={field() === "password"}>
            <PasswordField
              id={problems.id("password")}
              label={texts().password}
              autocomplete="current-password"
              value={password()}
              onInput={setPassword}
              error={problems.at("password")}
            />
          </Match>
          <Match when={field() === "code"}>
            <CodeField
              id={problems.id("code")}
              label={texts().code}
              value={code()}
              onInput={setCode}
              error={problems.at("code")}
            />
          </Match>
        </Switch>
        <OtherMethods
          methods={props.methods}
          field={field()}
          onField={choose}
          onPasskey={() =>
            submitInput(async () => ({ passkey: await askPasskey() }))
          }
          onProvider={(id) =>
            problems.attempt(() => reauthenticateWithProvider(id))
          }
        />
      </DialogBody>
      <DialogActions>
        <Button onClick={() => props.onDone(false)}>{texts().cancel}</Button>
        <Show when={field()}>
          <Button type="submit" variant="primary">
            {texts().confirm}
          </Button>
        </Show>
      </DialogActions>
    </Form>
  );
}
