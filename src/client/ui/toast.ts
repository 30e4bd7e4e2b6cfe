import { createToaster } from "@ark-ui/solid/toast";
import { texts } from "./texts.ts";

/** The time for which a toast stays, in milliseconds. The time stops while the toast has the pointer or the focus. */
const STAYS = { success: 5000, error: 10_000, undo: 8000 };

/** The queue of toasts, which `ToastRegion` shows. */
export const toaster = createToaster({
  // On a phone, dialogs open from the bottom edge, and a toast there would cover their buttons.
  placement: window.matchMedia("(max-width: 40rem)").matches
    ? "top"
    : "bottom-end",
  max: 4,
  gap: 8,
  overlap: false,
});

/**
 * Shows short messages about an action that has just happened. Screen readers announce them after the current speech,
 * and Alt+T moves the focus to them.
 */
export const toast = {
  success(title: string, description?: string): void {
    toaster.create({
      type: "success",
      title,
      description,
      duration: STAYS.success,
    });
  },
  /**
   * Reports a failed action.
   *
   * @param requestId the id of the failed request, shown for support
   */
  error(title: string, description?: string, requestId?: string): void {
    toaster.create({
      type: "error",
      title,
      description,
      duration: STAYS.error,
      meta: { requestId },
    });
  },
  /** Reports a finished action, and offers for 8 seconds to undo the action. */
  undo(title: string, onUndo: () => void): void {
    toaster.create({
      type: "success",
      title,
      duration: STAYS.undo,
      action: { label: texts().toast.undo, onClick: onUndo },
    });
  },
};
