import { createMemo, createSignal, createUniqueId } from "solid-js";
import { Button } from "#client/ui/button.tsx";
import { Checkbox } from "#client/ui/checkbox.tsx";
import { Dialog } from "#client/ui/dialog.tsx";
import { DialogActions, DialogBody } from "#client/ui/dialog-parts.tsx";
import { Form } from "#client/ui/form.tsx";
import { RecoveryCodes } from "./recovery-codes.tsx";
import { texts } from "./texts.ts";

/** Shows new recovery codes once. The user must confirm that the codes are saved before the dialog can be closed. */
export function RecoveryCodesDialog(props: {
  /** The recovery codes to show; null while the dialog is closed. */
  codes: string[] | null;
  onClose: () => void;
}) {
  // Keep the recovery codes on the screen during the closing animation.
  const shown = createMemo<string[]>((before) => props.codes ?? before, []);
  const [isSaved, setSaved] = createSignal(false);
  const [isMissing, setMissing] = createSignal(false);
  const boxId = createUniqueId();

  const finish = () => {
    setMissing(!isSaved());
    if (!isSaved()) return document.getElementById(boxId)?.focus();
    setSaved(false);
    props.onClose();
  };

  return (
    <Dialog
      open={props.codes !== null}
      onClose={finish}
      title={texts().title}
      description={texts().text}
      size="sm"
    >
      {/* The form never asks before it closes, because the user must confirm with the checkbox anyway. */}
      <Form onSubmit={finish} isDirty={false} class="flex min-h-0 flex-col">
        <DialogBody>
          <RecoveryCodes codes={shown()} />
          <div>
            <Checkbox
              id={boxId}
              label={texts().saved}
              hint={texts().savedHint}
              checked={isSaved()}
              onChange={setSaved}
            />
            <p role="alert" class="mt-1 text-sm text-danger-ink empty:hidden">
              {isMissing() && !isSaved() ? texts().saveFirst : undefined}
            </p>
          </div>
        </DialogBody>
        <DialogActions>
          <Button type="submit" variant="primary">
            {texts().done}
          </Button>
        </DialogActions>
      </Form>
    </Dialog>
  );
}
