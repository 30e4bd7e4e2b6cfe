import { type BeforeLeaveEventArgs, useBeforeLeave } from "@solidjs/router";
import {
  createEffect,
  createSignal,
  type JSX,
  onCleanup,
  Show,
} from "solid-js";
import { ConfirmLeave } from "./confirm-leave.tsx";
import { texts } from "./texts.ts";

export interface LeaveGuardProps {
  isDirty: boolean;
  /** Whether other views of the same page, such as its tabs, can be opened without a question. */
  isKeptOnPage?: boolean;
  /** Whether the question opens above an open dialog. */
  isOnTop?: boolean;
  /** The question and a text about what would be lost, if it is not input. */
  title?: string;
  children?: JSX.Element;
}

/** Asks the user before opening another page or closing the tab, if unsaved input would be lost. */
export function LeaveGuard(props: LeaveGuardProps) {
  const [leaving, setLeaving] = createSignal<BeforeLeaveEventArgs>();

  useBeforeLeave((event) => {
    if (!props.isDirty || event.defaultPrevented) return;
    if (props.isKeptOnPage && isSamePage(event)) return;
    event.preventDefault();
    setLeaving(event);
  });
  createEffect(() => {
    if (!props.isDirty) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", ask);
    onCleanup(() => window.removeEventListener("beforeunload", ask));
  });

  return (
    // The question is created only when it opens, because an earlier open dialog hides existing elements from screen readers.
    <Show when={leaving()}>
      {(event) => (
        <ConfirmLeave
          open
          isOnTop={props.isOnTop ?? false}
          title={props.title}
          onStay={() => setLeaving(undefined)}
          onLeave={() => event().retry(true)}
        >
          {props.children ?? texts().leaveGuard.text}
        </ConfirmLeave>
      )}
    </Show>
  );
}

function isSamePage({ from, to }: BeforeLeaveEventArgs): boolean {
  return (
    typeof to === "string" &&
    new URL(to, location.href).pathname === from.pathname
  );
}
