import { type BeforeLeaveEventArgs, useBeforeLeave } from "@solidjs/router";
import { createEffect, createSignal, onCleanup } from "solid-js";
import { ConfirmLeave } from "./confirm-leave.tsx";
import { texts } from "./texts.ts";

/** Asks the user before opening another page or closing the tab, if unsaved input would be lost. */
export function LeaveGuard(props: { isDirty: boolean }) {
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
      onStay={() => setLeaving(undefined)}
      onLeave={() => leaving()?.retry(true)}
    >
      {texts().leaveGuard.text}
    </ConfirmLeave>
  );
}
