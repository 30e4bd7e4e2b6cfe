import { createMemo, createSignal, createUniqueId } from "solid-js";
import { Button } from "#client/ui/button.tsx";
import { Checkbox } from "#client/ui/checkbox.tsx";
import { Dialog } from "#client/ui/dialog.tsx";
import { DialogActions, DialogBody } from "#client/ui/dialog-parts.tsx";
import { Form } from "#client/ui/form.tsx";
import { CodesToKeep } from "./codes-to-keep.tsx";
import { texts } from "./texts.ts";

/**
 * Shows new recovery codes, this once. Neither Escape nor a click beside it closes it before the reader has said that
 * the codes are stored.
 */
export function RecoveryCodesDialog(props: {
  /** Null while there is nothing to show. */
  codes: string[] | null;
  onClose: () => void;
}) {
  // They stay in place while the dialog fades.
  const shown = createMemo<string[]>((before) => props.codes ?? before, []);
  const [isStored, setStored] = createSignal(false);
  const [isMissed, setMissed] = createSignal(false);
  const boxId = createUniqueId();

  const finish = () => {
    setMissed(!isStored());
    if (!isStored()) return document.getElementById(boxId)?.focus();
    setStored(false);
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
      {/* The dialog asks by itself, and about the codes. */}
      <Form onSubmit={finish} isDirty={false} class="flex min-h-0 flex-col">
        <DialogBody>
          <CodesToKeep codes={shown()} />
          <div>
            <Checkbox
              id={boxId}
              label={texts().stored}
              hint={texts().storedHint}
              checked={isStored()}
              onChange={setStored}
            />
            <p role="alert" class="mt-1 text-sm text-danger-ink empty:hidden">
              {isMissed() && !isStored() ? texts().storeFirst : undefined}
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
