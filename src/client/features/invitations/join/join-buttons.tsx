import { Show } from "solid-js";
import { Button } from "#client/ui/button.tsx";
import { ErrorSummary } from "#client/ui/error-summary.tsx";
import { createFormProblems } from "#client/ui/form-problems.ts";
import { texts } from "./texts.ts";

/** The buttons with which a signed-in user accepts or declines. */
export function JoinButtons(props: {
  hint?: string;
  joinLabel: string;
  onJoin: () => unknown;
  declineLabel: string;
  onDecline: () => unknown;
}) {
  const problems = createFormProblems([]);
  return (
    <div class="flex flex-col gap-3">
      <ErrorSummary
        title={texts().notJoined}
        problems={problems.general()}
        requestId={problems.requestId()}
      />
      <Show when={props.hint}>
        <p class="text-sm break-words text-muted">{props.hint}</p>
      </Show>
      <Button
        variant="primary"
        size="lg"
        onClick={() => problems.attempt(props.onJoin)}
      >
        {props.joinLabel}
      </Button>
      <Button size="lg" onClick={() => problems.attempt(props.onDecline)}>
        {props.declineLabel}
      </Button>
    </div>
  );
}
