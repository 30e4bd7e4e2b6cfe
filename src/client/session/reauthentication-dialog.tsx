import { createSignal, Show } from "solid-js";
import { api } from "../api.ts";
import { createFormProblems } from "../form-problems.ts";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { DialogActions, DialogBody } from "../ui/dialog-parts.tsx";
import { ErrorSummary } from "../ui/error-summary.tsx";
import { Form } from "../ui/form.tsx";
import { PasswordField } from "../ui/password-field.tsx";
import { openQuestion } from "./reauthentication.ts";

/** Asks for the password when `reauthenticated` needs it; once per app. */
export function ReauthenticationDialog() {
  const answer = (isProven: boolean) => openQuestion()?.answer(isProven);
  return (
    // Made when it opens: what was on the page before a dialog opened is hidden from screen readers by that one.
    <Show when={openQuestion()}>
      <Dialog
        open
        onClose={() => answer(false)}
        title="Confirm that it is you"
        description="This is a sensitive change. Enter your password to go on; you are not asked again for 10 minutes."
        size="sm"
        isOnTop
      >
        <ProofForm onDone={answer} />
      </Dialog>
    </Show>
  );
}

function ProofForm(props: { onDone: (isProven: boolean) => void }) {
  const [password, setPassword] = createSignal("");
  const problems = createFormProblems(["password"], {
    INVALID_CREDENTIALS: "password",
  });
  const prove = api.auth.reauthenticate.useMutation(() => ({
    meta: { showsErrors: true },
  }));
  const submit = async () => {
    const isProven = await problems.attempt(() =>
      prove.mutateAsync({ password: password() }),
    );
    if (isProven) props.onDone(true);
  };
  return (
    <Form onSubmit={submit} class="flex min-h-0 flex-col">
      <DialogBody>
        <ErrorSummary
          title="Your password was not checked."
          problems={problems.general()}
          requestId={problems.requestId()}
        />
        <PasswordField
          id={problems.id("password")}
          label="Password"
          autocomplete="current-password"
          value={password()}
          onInput={setPassword}
          error={problems.at("password")}
        />
      </DialogBody>
      <DialogActions>
        <Button onClick={() => props.onDone(false)}>Cancel</Button>
        <Button type="submit" variant="primary">
          Confirm
        </Button>
      </DialogActions>
    </Form>
  );
}
