import { type JSX, Show } from "solid-js";
import { type createWait, formatWait } from "#client/session/wait.ts";
import { Button } from "#client/ui/button.tsx";

/** A button that is blocked while a wait runs, and shows the time that is left. */
export function WaitButton(props: {
  wait: ReturnType<typeof createWait>;
  /** Why the button is blocked during the wait. */
  blocked: string;
  pending: boolean;
  onClick: () => void;
  children: JSX.Element;
}) {
  const isWaiting = () => props.wait.secondsLeft() > 0;
  return (
    <Button
      pending={props.pending}
      blocked={isWaiting() ? props.blocked : undefined}
      onClick={() => props.onClick()}
    >
      {props.children}
      <Show when={isWaiting()}>
        <span aria-hidden="true" class="tabular-nums">
          {formatWait(props.wait.secondsLeft())}
        </span>
      </Show>
    </Button>
  );
}
