import { createSignal, Show } from "solid-js";
import { z } from "zod";
import { passkeyNameField } from "../../../../shared/fields.ts";
import { api } from "../../../api.ts";
import { createFormProblems } from "../../../form-problems.ts";
import { Button } from "../../../ui/button.tsx";
import { Dialog } from "../../../ui/dialog.tsx";
import { DialogActions, DialogBody } from "../../../ui/dialog-parts.tsx";
import { ErrorSummary } from "../../../ui/error-summary.tsx";
import { Form } from "../../../ui/form.tsx";
import { TextField } from "../../../ui/text-field.tsx";
import { toast } from "../../../ui/toast.ts";
import type { Passkey } from "./passkey.ts";
import { TEXTS } from "./texts.ts";

const fields = z.object({ name: passkeyNameField });

export function RenameDialog(props: {
  /** The one to rename; none while the dialog is closed. */
  passkey: Passkey | undefined;
  onClose: () => void;
}) {
  return (
    <Dialog
      open={props.passkey !== undefined}
      onClose={props.onClose}
      title={TEXTS.renaming.title}
      size="sm"
    >
      <Show when={props.passkey} keyed>
        {(passkey) => <RenameForm passkey={passkey} onClose={props.onClose} />}
      </Show>
    </Dialog>
  );
}

function RenameForm(props: { passkey: Passkey; onClose: () => void }) {
  // eslint-disable-next-line solid/reactivity -- what is edited is the name as it was
  const [name, setName] = createSignal(props.passkey.name);
  const problems = createFormProblems(["name"]);
  const rename = api.passkeys.rename.useMutation(() => ({
    meta: { showsErrors: true },
    onSettled: () => api.passkeys.list.invalidate(),
  }));
  const submit = () =>
    problems.attempt(async () => {
      const { id } = props.passkey;
      const given = fields.parse({ name: name() });
      const renamed = await rename.mutateAsync({ id, ...given });
      props.onClose();
      toast.success(TEXTS.renaming.renamed(renamed.name));
    });

  return (
    <Form onSubmit={submit} class="flex min-h-0 flex-col">
      <DialogBody>
        <ErrorSummary
          title={TEXTS.renaming.failed}
          problems={problems.general()}
          requestId={problems.requestId()}
        />
        <TextField
          id={problems.id("name")}
          label={TEXTS.renaming.name}
          autocomplete="off"
          value={name()}
          onInput={setName}
          error={problems.at("name")}
        />
      </DialogBody>
      <DialogActions>
        <Button onClick={props.onClose}>{TEXTS.cancel}</Button>
        <Button type="submit" variant="primary">
          {TEXTS.renaming.submit}
        </Button>
      </DialogActions>
    </Form>
  );
}
