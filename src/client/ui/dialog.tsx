import { createSignal, Show } from "solid-js";
import { DialogFrame, type DialogFrameProps } from "./dialog-frame.tsx";
import { ConfirmLeave } from "./confirm-leave.tsx";
import { texts } from "./texts.ts";
import { createUnsavedWork, UnsavedWorkContext } from "./unsaved-work.ts";

export type DialogProps = DialogFrameProps;

/**
 * A modal window. If a form inside has unsaved input, Escape, the close icon and a click outside ask the user first;
 * calling `onClose` closes the window without a question.
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
      {/* The question is created only when it opens, because an earlier open dialog hides existing elements from screen readers. */}
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
