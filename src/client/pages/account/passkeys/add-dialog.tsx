import { createSignal } from "solid-js";
import { describeDevice } from "../../../../shared/device.ts";
import { passkeyNameField } from "../../../../shared/fields.ts";
import { z } from "zod";
import { createFormProblems } from "../../../form-problems.ts";
import { addPasskey } from "../../../session/passkey.ts";
import { Button } from "../../../ui/button.tsx";
import { Dialog } from "../../../ui/dialog.tsx";
import { DialogActions, DialogBody } from "../../../ui/dialog-parts.tsx";
import { ErrorSummary } from "../../../ui/error-summary.tsx";
import { Form } from "../../../ui/form.tsx";
import { TextField } from "../../../ui/text-field.tsx";
import { toast } from "../../../ui/toast.ts";
import { rereadPasskeys } from "./passkey.ts";
import { TEXTS } from "./texts.ts";

interface AddDialogProps {
  open: boolean;
  onClose: () => void;
  /** What the first second factor brings with it. */
  onCodes: (codes: string[] | null) => void;
}

const fields = z.object({ name: passkeyNameField });

export function AddDialog(props: AddDialogProps) {
  return (
    <Dialog
      open={props.open}
      onClose={props.onClose}
      title={TEXTS.adding.title}
      description={TEXTS.adding.text}
      size="sm"
    >
      <AddForm {...props} />
    </Dialog>
  );
}

function AddForm(props: AddDialogProps) {
  const [name, setName] = createSignal(
    describeDevice(navigator.userAgent) || TEXTS.adding.thisDevice,
  );
  const problems = createFormProblems(["name"]);
  const submit = () =>
    problems.attempt(async () => {
      const given = fields.parse({ name: name() });
      const { passkey, recoveryCodes } = await addPasskey(given.name);
      props.onClose();
      props.onCodes(recoveryCodes);
      toast.success(TEXTS.adding.added(passkey.name));
      await rereadPasskeys();
    });

  return (
    <Form onSubmit={submit} class="flex min-h-0 flex-col">
      <DialogBody>
        <ErrorSummary
          title={TEXTS.adding.failed}
          problems={problems.general()}
          requestId={problems.requestId()}
        />
        <TextField
          id={problems.id("name")}
          label={TEXTS.adding.name}
          hint={TEXTS.adding.hint}
          autocomplete="off"
          value={name()}
          onInput={setName}
          error={problems.at("name")}
        />
      </DialogBody>
      <DialogActions>
        <Button onClick={props.onClose}>{TEXTS.cancel}</Button>
        <Button type="submit" variant="primary">
          {TEXTS.adding.submit}
        </Button>
      </DialogActions>
    </Form>
  );
}
