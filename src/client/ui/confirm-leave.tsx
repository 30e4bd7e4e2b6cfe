import type { JSX } from "solid-js";
import { ConfirmDialog } from "./confirm-dialog.tsx";
import { texts } from "./texts.ts";

/** Asks before unsaved input is lost. */
export function ConfirmLeave(props: {
  open: boolean;
  /** Opens above another dialog. */
  isOnTop?: boolean;
  onStay: () => void;
  onLeave: () => void;
  /** What would be lost. */
  children: JSX.Element;
}) {
  return (
    <ConfirmDialog
      open={props.open}
      isOnTop={props.isOnTop ?? false}
      onClose={props.onStay}
      title={texts().leaveGuard.leaveWithoutSaving}
      confirmLabel={texts().leaveGuard.leave}
      tone="danger"
      onConfirm={props.onLeave}
    >
      {props.children}
    </ConfirmDialog>
  );
}
