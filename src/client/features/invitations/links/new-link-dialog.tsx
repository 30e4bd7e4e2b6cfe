import { createSignal, Show } from "solid-js";
import { Button } from "#client/ui/button.tsx";
import { CopyButton } from "#client/ui/copy-button.tsx";
import { Dialog } from "#client/ui/dialog.tsx";
import { DialogActions, DialogBody } from "#client/ui/dialog-parts.tsx";
import { TextField } from "#client/ui/text-field.tsx";
import type { NewLink } from "./link.ts";
import { NewLinkForm } from "./new-link-form.tsx";
import { texts } from "./texts.ts";

/** Creates an invitation link and shows it once. */
export function NewLinkDialog(props: { open: boolean; onClose: () => void }) {
  const [created, setCreated] = createSignal<NewLink>();
  const close = () => {
    props.onClose();
    setCreated(undefined);
  };
  return (
    <Dialog
      open={props.open}
      onClose={close}
      title={created() ? texts().created.title : texts().form.title}
      description={created() ? texts().created.text : texts().form.description}
    >
      <Show
        when={created()}
        fallback={<NewLinkForm onCancel={close} onCreated={setCreated} />}
      >
        {(link) => <Created url={link().url} onDone={close} />}
      </Show>
    </Dialog>
  );
}

function Created(props: { url: string; onDone: () => void }) {
  return (
    <>
      <DialogBody>
        <TextField
          label={texts().created.label}
          value={props.url}
          readOnly
          onFocus={(event) => event.currentTarget.select()}
        />
      </DialogBody>
      <DialogActions>
        <Button onClick={props.onDone}>{texts().created.done}</Button>
        <CopyButton value={props.url} label={texts().created.copy} withLabel />
      </DialogActions>
    </>
  );
}
