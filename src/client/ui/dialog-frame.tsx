import { Dialog as ArkDialog } from "@ark-ui/solid/dialog";
import X from "lucide-solid/icons/x";
import { type JSX, Show } from "solid-js";
import { Portal } from "solid-js/web";
import { cx } from "./cx.ts";
import { createFocusReturn } from "./focus-return.ts";
import { IconButton } from "./icon-button.tsx";
import { texts } from "./texts.ts";

export interface DialogFrameProps {
  open: boolean;
  onClose: () => void;
  title: string;
  description?: JSX.Element;
  children: JSX.Element;
  size?: "sm" | "md" | "lg";
  /** The user must answer an `alertdialog`: a click outside does not close it. */
  role?: "dialog" | "alertdialog";
  /** Whether only the dialog's own buttons close it. Then Escape does nothing, and there is no close icon. */
  mustAnswer?: boolean;
  /** Whether the dialog opens above another open dialog. */
  isOnTop?: boolean;
  /** Returns the element that gets the focus when the dialog opens; the first control by default. */
  initialFocus?: () => HTMLElement | null;
}

const SIZES = { sm: "sm:max-w-md", md: "sm:max-w-lg", lg: "sm:max-w-2xl" };

/**
 * The window of a dialog, which keeps the focus inside and returns it when the dialog closes. On a phone, the window
 * opens from the bottom edge.
 */
export function DialogFrame(props: DialogFrameProps) {
  const layer = () => (props.isOnTop ? "z-50" : "z-40");
  const focusReturn = createFocusReturn(() => props.open);
  return (
    <ArkDialog.Root
      open={props.open}
      onOpenChange={(change) => !change.open && props.onClose()}
      role={props.role ?? "dialog"}
      closeOnInteractOutside={props.role !== "alertdialog"}
      closeOnEscape={!props.mustAnswer}
      initialFocusEl={props.initialFocus}
      finalFocusEl={focusReturn}
      lazyMount
      unmountOnExit
    >
      <Portal>
        <ArkDialog.Backdrop
          class={cx(
            "fixed inset-0 bg-backdrop data-[state=closed]:animate-fade-out data-[state=open]:animate-fade-in",
            layer(),
          )}
        />
        <ArkDialog.Positioner
          class={cx(
            "fixed inset-0 flex items-end justify-center overflow-y-auto sm:items-start sm:p-6 sm:pt-[12vh] sm:short:p-3",
            layer(),
          )}
        >
          <ArkDialog.Content
            class={cx(
              "relative flex max-h-[92dvh] w-full flex-col rounded-t-xl border border-line-strong bg-surface shadow-dialog outline-none data-[state=closed]:animate-pop-out data-[state=open]:animate-pop-in sm:max-h-[76vh] sm:rounded-xl sm:short:max-h-full",
              SIZES[props.size ?? "md"],
            )}
          >
            <header class="px-5 pt-4 pr-14 pb-3">
              <ArkDialog.Title class="text-lg font-semibold">
                {props.title}
              </ArkDialog.Title>
              <Show when={props.description}>
                {(description) => (
                  <ArkDialog.Description class="mt-1 text-sm text-muted">
                    {description()}
                  </ArkDialog.Description>
                )}
              </Show>
            </header>
            {props.children}
            <Show when={!props.mustAnswer}>
              <ArkDialog.CloseTrigger
                asChild={(close) => (
                  <IconButton
                    {...close({ class: "absolute top-3 right-3" })}
                    label={texts().dialog.close}
                  >
                    <X size={16} />
                  </IconButton>
                )}
              />
            </Show>
          </ArkDialog.Content>
        </ArkDialog.Positioner>
      </Portal>
    </ArkDialog.Root>
  );
}
