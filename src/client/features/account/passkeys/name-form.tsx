import { createSignal } from "solid-js";
import { z } from "zod";
import { passkeyNameField } from "#shared/fields.ts";
import { createFormProblems } from "#client/ui/form-problems.ts";
import { Button } from "#client/ui/button.tsx";
import { DialogActions, DialogBody } from "#client/ui/dialog-parts.tsx";
import { ErrorSummary } from "#client/ui/error-summary.tsx";
import { Form } from "#client/ui/form.tsx";
import { TextField } from "#client/ui/text-field.tsx";
import { texts } from "./texts.ts";

const fields = z.object({ name: passkeyNameField });

/** A form in a dialog that asks for a passkey's name. */
export function NameForm(props: {
  /** The name of the passkey when the form opens. */
  name: string;
  texts: { name: string; hint?: string; submit: string; failed: string };
  onSubmit: (name: string) => Promise<unknown>;
  onClose: () => void;
}) {
  // eslint-disable-next-line solid/reactivity -- only the initial name is read
  const [name, setName] = createSignal(props.name);
  const problems = createFormProblems(["name"]);
  const submit = () =>
    problems.attempt(() => props.onSubmit(fields.parse({ name: name() }).name));

  return (
    <Form onSubmit={submit} class="flex min-h-0 flex-col">
      <DialogBody>
        <ErrorSummary
          title={props.texts.failed}
          problems={problems.general()}
          requestId={problems.requestId()}
        />
        <TextField
          id={problems.id("name")}
          label={props.texts.name}
          hint={props.texts.hint}
          autocomplete="off"
          value={name()}
          onInput={setName}
          error={problems.at("name")}
        />
      </DialogBody>
      <DialogActions>
        <Button onClick={() => props.onClose()}>{texts().cancel}</Button>
        <Button type="submit" variant="primary">
          {props.texts.submit}
        </Button>
      </DialogActions>
    </Form>
  );
}
