import { createSignal, Show } from "solid-js";
import { Button } from "#client/ui/button.tsx";
import { CopyButton } from "#client/ui/copy-button.tsx";
import { Dialog } from "#client/ui/dialog.tsx";
import { DialogActions, DialogBody } from "#client/ui/dialog-parts.tsx";
import { TextField } from "#client/ui/text-field.tsx";
import type { NewLink } from "./link.ts";
import { NewLinkForm } from "./new-link-form.tsx";
import { texts } from "./texts.ts";

/** Creates a link and shows it once. */
export function NewLinkDialog(props: { open: boolean; onClose: () => void }) {
  const [made, setMade] = createSignal<NewLink>();
  const close = () => {
    props.onClose();
    setMade(undefined);
  };
  return (
    <Dialog
      open={props.open}
      onClose={close}
      title={made() ? texts().made.title : texts().form.title}
      description={made() ? texts().made.text : texts().form.description}
    >
      <Show
        when={made()}
        fallback={<NewLinkForm onCancel={close} onMade={setMade} />}
      >
        {(link) => <Made url={link().url} onDone={close} />}
      </Show>
    </Dialog>
  );
}

function Made(props: { url: string; onDone: () => void }) {
  return (
    <>
      <DialogBody>
        <TextField
          label={texts().made.label}
          value={props.url}
          readOnly
          onFocus={(event) => event.currentTarget.select()}
        />
      </DialogBody>
      <DialogActions>
        <Button onClick={props.onDone}>{texts().made.done}</Button>
        <CopyButton value={props.url} label={texts().made.copy} withLabel />
      </DialogActions>
    </>
  );
}
