import { createSignal, Show } from "solid-js";
import { DialogFrame, type DialogFrameProps } from "./dialog-frame.tsx";
import { ConfirmLeave } from "./confirm-leave.tsx";
import { texts } from "./texts.ts";
import { createUnsavedWork, UnsavedWorkContext } from "./unsaved-work.ts";

export type DialogProps = DialogFrameProps;

/**
 * A window above the page. Escape, its cross and a click beside it ask first when a form in it holds something that was
 * entered; a button of the form that calls `onClose` does not.
 */
export function Dialog(props: DialogProps) {
  const work = createUnsavedWork();
  const [isAsking, setAsking] = createSignal(false);
  const close = () => {
    if (work.isUnsaved()) setAsking(true);
    else props.onClose();
  };
  const leave = () => {
    setAsking(false);
    props.onClose();
  };
  return (
    <>
      <UnsavedWorkContext.Provider value={work}>
        <DialogFrame {...props} onClose={close} />
      </UnsavedWorkContext.Provider>
      {/* Made when it opens: what was on the page before a dialog opened is hidden from screen readers by that one. */}
      <Show when={props.open && isAsking()}>
        <ConfirmLeave
          open
          isOnTop
          onStay={() => setAsking(false)}
          onLeave={leave}
        >
          {texts().leaveGuard.enteredText}
        </ConfirmLeave>
      </Show>
    </>
  );
}
