import { createToaster } from "@ark-ui/solid/toast";
import { texts } from "./texts.ts";

/** How long a toast stays, in milliseconds. Hover and focus stop the clock. */
const STAYS = { success: 5000, error: 10_000, undo: 8000 };

/** The queue behind `toast`; shown by `ToastRegion`. */
export const toaster = createToaster({
  // On a phone dialogs open from the bottom edge, and toasts must not cover their buttons.
  placement: window.matchMedia("(max-width: 40rem)").matches
    ? "top"
    : "bottom-end",
  max: 4,
  gap: 8,
  overlap: false,
});

/** Short messages about something that just happened. Announced politely, and reachable with Alt+T. */
export const toast = {
  success(title: string, description?: string): void {
    toaster.create({
      type: "success",
      title,
      description,
      duration: STAYS.success,
    });
  },
  /** @param requestId shown for support */
  error(title: string, description?: string, requestId?: string): void {
    toaster.create({
      type: "error",
      title,
      description,
      duration: STAYS.error,
      meta: { requestId },
    });
  },
  /** Reports an action and offers to undo it for 8 seconds. */
  undo(title: string, onUndo: () => void): void {
    toaster.create({
      type: "success",
      title,
      duration: STAYS.undo,
      action: { label: texts().toast.undo, onClick: onUndo },
    });
  },
};
