import { type JSX, Show } from "solid-js";
import { type createWait, formatWait } from "#client/session/wait.ts";
import { Button } from "#client/ui/button.tsx";

/** A button that is blocked until the server accepts another attempt, and that shows the remaining time. */
export function WaitButton(props: {
  wait: ReturnType<typeof createWait>;
  /** The sentence that explains why the button is blocked. */
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
