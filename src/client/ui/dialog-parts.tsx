import type { JSX } from "solid-js";

/** The content of a dialog. Long content scrolls, while the title and the buttons stay visible. */
export function DialogBody(props: {
  /** Whether the content has no control, so that the keyboard can scroll it only if it can have the focus itself. */
  isFocusable?: boolean;
  children: JSX.Element;
}) {
  return (
    <div
      tabIndex={props.isFocusable ? 0 : undefined}
      class="flex min-h-0 flex-1 flex-col gap-4 overflow-y-auto px-5 py-1"
    >
      {props.children}
    </div>
  );
}

/** The buttons of a dialog. The primary button comes last. */
export function DialogActions(props: { children: JSX.Element }) {
  return (
    <footer class="mt-4 flex flex-col-reverse gap-2 rounded-b-xl border-t border-line px-5 py-3 max-sm:pb-[max(0.75rem,env(safe-area-inset-bottom))] sm:flex-row sm:justify-end">
      {props.children}
    </footer>
  );
}
