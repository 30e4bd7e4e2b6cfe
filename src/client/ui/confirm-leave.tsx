import type { JSX } from "solid-js";
import { ConfirmDialog } from "./confirm-dialog.tsx";
import { texts } from "./texts.ts";

/** Asks the user before unsaved input is lost. */
export function ConfirmLeave(props: {
  open: boolean;
  /** Whether the dialog opens above another open dialog. */
  isOnTop?: boolean;
  onStay: () => void;
  onLeave: () => void;
  /** The question, if not input but something else would be lost. */
  title?: string | undefined;
  /** A text about the input that would be lost. */
  children: JSX.Element;
}) {
  return (
    <ConfirmDialog
      open={props.open}
      isOnTop={props.isOnTop ?? false}
      onClose={props.onStay}
      title={props.title ?? texts().leaveGuard.leaveWithoutSaving}
      confirmLabel={texts().leaveGuard.leave}
      tone="danger"
      onConfirm={props.onLeave}
    >
      {props.children}
    </ConfirmDialog>
  );
}
