import { createSignal, Show } from "solid-js";
import { z } from "zod";
import { api } from "#client/session/api.ts";
import { createFormProblems } from "#client/ui/form-problems.ts";
import { Button } from "#client/ui/button.tsx";
import { CodeField } from "#client/ui/code-field.tsx";
import { Dialog } from "#client/ui/dialog.tsx";
import { DialogActions, DialogBody } from "#client/ui/dialog-parts.tsx";
import { ErrorSummary } from "#client/ui/error-summary.tsx";
import { Form } from "#client/ui/form.tsx";
import { AppSecret } from "./app-secret.tsx";
import { texts } from "./texts.ts";

export type TotpStart = Awaited<
  ReturnType<typeof api.twoFactor.startTotp.mutate>
>;

interface SetUpProps {
  onClose: () => void;
  /** @param codes the new recovery codes; null if the user already has some */
  onDone: (codes: string[] | null) => unknown;
}

/** Shows the secret for the authenticator app, then checks a code that the app computed from the secret. */
export function SetUpDialog(
  props: SetUpProps & { started: TotpStart | undefined },
) {
  return (
    <Dialog
      open={props.started !== undefined}
      onClose={props.onClose}
      title={texts().setUp.title}
      size="sm"
    >
      <Show when={props.started}>
        {(started) => <SetUpForm {...props} started={started()} />}
      </Show>
    </Dialog>
  );
}

const fields = z.object({
  code: z.string().length(6, { error: () => texts().setUp.missing }),
});

function SetUpForm(props: SetUpProps & { started: TotpStart }) {
  const [code, setCode] = createSignal("");
  const problems = createFormProblems(["code"], { INVALID_CODE: "code" });
  const confirm = api.twoFactor.confirmTotp.useMutation(() => ({
    meta: { showsErrors: true },
  }));
  const submit = async () => {
    const isConfirmed = await problems.attempt(async () => {
      const { recoveryCodes } = await confirm.mutateAsync(
        fields.parse({ code: code() }),
      );
      props.onDone(recoveryCodes);
    });
    // Clear a rejected code, because the authenticator app soon shows another one.
    if (!isConfirmed && code().length === 6) setCode("");
  };
  return (
    <Form onSubmit={submit} class="flex min-h-0 flex-col">
      <DialogBody>
        <ErrorSummary
          title={texts().setUp.failed}
          problems={problems.general()}
          requestId={problems.requestId()}
        />
        <ol class="ml-4 flex list-decimal flex-col gap-4 marker:text-muted">
          <li>
            <AppSecret {...props.started} />
          </li>
          <li>
            <p class="mb-2">{texts().setUp.code}</p>
            <CodeField
              id={problems.id("code")}
              label={texts().setUp.codeLabel}
              hideLabel
              value={code()}
              onInput={setCode}
              error={problems.at("code")}
            />
          </li>
        </ol>
      </DialogBody>
      <DialogActions>
        <Button onClick={props.onClose}>{texts().setUp.cancel}</Button>
        <Button type="submit" variant="primary">
          {texts().setUp.confirm}
        </Button>
      </DialogActions>
    </Form>
  );
}
