import { createUniqueId, onMount } from "solid-js";
import { Button } from "#client/ui/button.tsx";
import { CopyButton } from "#client/ui/copy-button.tsx";
import { DialogActions, DialogBody } from "#client/ui/dialog-parts.tsx";
import { TextField } from "#client/ui/text-field.tsx";
import { texts } from "./texts.ts";

/** The part of a dialog that shows a new link once. The link is selected, so that it can also be copied by keyboard. */
export function ShownLink(props: { url: string; onDone: () => void }) {
  const id = createUniqueId();
  onMount(() => document.getElementById(id)?.focus());
  return (
    <>
      <DialogBody>
        <TextField
          id={id}
          label={texts().shownLink.label}
          value={props.url}
          readOnly
          onFocus={(event) => event.currentTarget.select()}
        />
      </DialogBody>
      <DialogActions>
        <Button onClick={() => props.onDone()}>{texts().shownLink.done}</Button>
        <CopyButton
          value={props.url}
          label={texts().shownLink.copy}
          withLabel
          variant="primary"
        />
      </DialogActions>
    </>
  );
}
