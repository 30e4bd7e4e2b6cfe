import { type JSX, Match, onMount, Switch } from "solid-js";
import type { FormProblems } from "#client/ui/form-problems.ts";
import type { createWait } from "#client/session/wait.ts";
import { Callout } from "#client/ui/callout.tsx";
import { ErrorSummary } from "#client/ui/error-summary.tsx";
import { Form } from "#client/ui/form.tsx";
import { texts as signInTexts } from "../texts.ts";
import { texts } from "./texts.ts";

/** The common parts of the two-factor forms: explanation, error messages and the focus on the code field. */
export function SecondFactorForm(props: {
  text: string;
  problems: FormProblems<"code">;
  wait: ReturnType<typeof createWait>;
  onSubmit: () => unknown;
  children: JSX.Element;
}) {
  const isWaiting = () => props.wait.secondsLeft() > 0;
  // Focus the code field, because entering the code is the only purpose of the page.
  onMount(() => document.getElementById(props.problems.id("code"))?.focus());
  return (
    <Form
      onSubmit={() => (isWaiting() ? undefined : props.onSubmit())}
      class="flex flex-col gap-4"
    >
      <p class="text-center text-muted">{props.text}</p>
      <Switch>
        <Match when={isWaiting()}>
          <Callout tone="danger" title={signInTexts().wait.title}>
            {signInTexts().wait.text}
          </Callout>
        </Match>
        <Match when={props.problems.general().length > 0}>
          <ErrorSummary
            title={texts().failed}
            problems={props.problems.general()}
            requestId={props.problems.requestId()}
          />
        </Match>
      </Switch>
      {props.children}
    </Form>
  );
}
