import { createToaster } from "@ark-ui/solid/toast";
import { texts } from "./texts.ts";

/** How long a message stays, in milliseconds. Reading it (hover, focus) stops the clock. */
const STAYS = { success: 5000, error: 10_000, undo: 8000 };

/** The queue behind `toast`; shown by `ToastRegion`. */
export const toaster = createToaster({
  // On a phone dialogs rise from the bottom edge, and their buttons must stay in reach.
  placement: window.matchMedia("(max-width: 40rem)").matches
    ? "top"
    : "bottom-end",
  max: 4,
  gap: 8,
  overlap: false,
});

/** Short messages about something that just happened; announced politely, reachable with Alt+T. */
export const toast = {
  success(title: string, description?: string): void {
    toaster.create({
      type: "success",
      title,
      description,
      duration: STAYS.success,
    });
  },
  /** @param requestId shown so that support can find what happened */
  error(title: string, description?: string, requestId?: string): void {
    toaster.create({
      type: "error",
      title,
      description,
      duration: STAYS.error,
      meta: { requestId },
    });
  },
  /** Says what was done and offers to take it back for 8 seconds. */
  undo(title: string, onUndo: () => void): void {
    toaster.create({
      type: "success",
      title,
      duration: STAYS.undo,
      action: { label: texts().toast.undo, onClick: onUndo },
    });
  },
};
