import { type BeforeLeaveEventArgs, useBeforeLeave } from "@solidjs/router";
import { createEffect, createSignal, type JSX, onCleanup } from "solid-js";
import { ConfirmLeave } from "./confirm-leave.tsx";
import { texts } from "./texts.ts";

export interface LeaveGuardProps {
  isDirty: boolean;
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
    <ConfirmLeave
      open={leaving() !== undefined}
      isOnTop={props.isOnTop ?? false}
      title={props.title}
      onStay={() => setLeaving(undefined)}
      onLeave={() => leaving()?.retry(true)}
    >
      {props.children ?? texts().leaveGuard.text}
    </ConfirmLeave>
  );
}
