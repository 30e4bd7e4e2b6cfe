import { Dialog } from "#client/ui/dialog.tsx";
import type { KeyAccount } from "./key-owner.ts";
import { NewKeyForm } from "./new-key-form.tsx";
import { texts } from "./texts.ts";
import { openSecret } from "./verbs.ts";

/** Creates a key. Its secret is shown in the next dialog. */
export function NewKeyDialog(props: {
  open: boolean;
  account?: KeyAccount;
  onClose: () => void;
}) {
  const title = () =>
    props.account
      ? texts().form.titleFor(props.account.name)
      : texts().form.title;
  return (
    <Dialog open={props.open} onClose={props.onClose} title={title()} size="lg">
      <NewKeyForm
        account={props.account}
        onCancel={props.onClose}
        onCreated={(issued) => {
          props.onClose();
          openSecret({ secret: { ...issued, isRotated: false } });
        }}
      />
    </Dialog>
  );
}
