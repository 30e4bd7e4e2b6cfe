import { type JSX, Show } from "solid-js";
import { type createWait, formatWait } from "#client/session/wait.ts";
import { Button } from "#client/ui/button.tsx";
import { texts } from "./texts.ts";

/** The submit button of a form. After too many attempts the button is blocked and shows a countdown. */
export function SubmitButton(props: {
  wait: ReturnType<typeof createWait>;
  children: JSX.Element;
}) {
  const secondsLeft = () => props.wait.secondsLeft();
  return (
    <Button
      type="submit"
      variant="primary"
      size="lg"
      blocked={secondsLeft() > 0 ? texts().wait : undefined}
    >
      {props.children}
      <Show when={secondsLeft() > 0}>
        <span aria-hidden="true" class="tabular-nums">
          {formatWait(secondsLeft())}
        </span>
      </Show>
    </Button>
  );
}
