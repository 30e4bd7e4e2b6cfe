import { createSignal, Show } from "solid-js";
import { Dialog } from "#client/ui/dialog.tsx";
import { ShownLink } from "../shown-link.tsx";
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
        {(link) => <ShownLink url={link().url} onDone={close} />}
      </Show>
    </Dialog>
  );
}
