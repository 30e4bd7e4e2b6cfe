import { Dialog } from "#client/ui/dialog.tsx";
import { HandOverForm } from "./transfer-form.tsx";
import { texts } from "./texts.ts";

/** Asks whom the role goes to, and what its giver is afterwards. */
export function HandOverDialog(props: { open: boolean; onClose: () => void }) {
  return (
    <Dialog
      open={props.open}
      onClose={props.onClose}
      title={texts().dialog.title}
      description={texts().dialog.text}
      size="sm"
    >
      <HandOverForm onClose={props.onClose} />
    </Dialog>
  );
}
