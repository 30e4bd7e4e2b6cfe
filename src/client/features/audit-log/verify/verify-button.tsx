import ShieldCheck from "lucide-solid/icons/shield-check";
import { createSignal, Show } from "solid-js";
import { Button } from "#client/ui/button.tsx";
import { Dialog } from "#client/ui/dialog.tsx";
import { texts } from "../texts.ts";
import { RESULT_ID, VerifyForm } from "./verify-form.tsx";

/** Opens the dialog that verifies the audit log. */
export function VerifyButton(props: { onShow: (seq: number) => void }) {
  const [isOpen, setOpen] = createSignal(false);
  const show = (seq: number) => {
    setOpen(false);
    props.onShow(seq);
  };
  return (
    <>
      <Button icon={<ShieldCheck size={16} />} onClick={() => setOpen(true)}>
        {texts().verify.action}
      </Button>
      <Dialog
        open={isOpen()}
        onClose={() => setOpen(false)}
        title={texts().verify.title}
        description={texts().verify.text}
        initialFocus={() => document.getElementById(RESULT_ID)}
      >
        <Show when={isOpen()}>
          <VerifyForm onShow={show} />
        </Show>
      </Dialog>
    </>
  );
}
