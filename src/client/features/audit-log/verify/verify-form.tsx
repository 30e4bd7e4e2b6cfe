import { createSignal, Match, onMount, Switch } from "solid-js";
import { problemOf } from "#client/lib/problem.ts";
import { Button } from "#client/ui/button.tsx";
import { Callout } from "#client/ui/callout.tsx";
import { DialogActions, DialogBody } from "#client/ui/dialog-parts.tsx";
import { TextField } from "#client/ui/text-field.tsx";
import { texts } from "../texts.ts";
import {
  type VerificationResult,
  useVerification,
} from "./use-verification.ts";
import { VerificationOutcome } from "./verification-outcome.tsx";

/**
 * The element that gets the focus when the dialog opens. If a text field had the focus, a phone's keyboard would cover
 * the result.
 */
export const RESULT_ID = "audit-verification";
const CHECKPOINT = /^\d{1,15}:[\w-]{0,43}$/;

/** Verifies the audit log when the form opens. Submitting verifies it again and compares it with a saved checkpoint. */
export function VerifyForm(props: { onShow: (seq: number) => void }) {
  const { result, problem, isRunning, verify } = useVerification();
  const [checkpoint, setCheckpoint] = createSignal("");
  const [isInvalid, setInvalid] = createSignal(false);
  onMount(() => void verify());
  const again = (event: SubmitEvent) => {
    event.preventDefault();
    const saved = checkpoint().trim();
    const isValid = saved === "" || CHECKPOINT.test(saved);
    setInvalid(!isValid);
    if (isValid && !isRunning()) void verify(saved || undefined);
  };
  return (
    <form class="contents" noValidate onSubmit={again}>
      <DialogBody>
        <div id={RESULT_ID} tabindex="-1" class="flex flex-col gap-4">
          <Result result={result} problem={problem} onShow={props.onShow} />
        </div>
        <TextField
          label={texts().verify.earlierCheckpoint}
          optional
          hint={texts().verify.checkpointExample}
          error={isInvalid() ? texts().verify.invalidCheckpoint : undefined}
          autocomplete="off"
          spellcheck={false}
          value={checkpoint()}
          onInput={setCheckpoint}
        />
      </DialogBody>
      <DialogActions>
        <Button type="submit" variant="primary" pending={isRunning()}>
          {texts().verify.again}
        </Button>
      </DialogActions>
    </form>
  );
}

function Result(props: {
  result: () => VerificationResult | undefined;
  problem: () => unknown;
  onShow: (seq: number) => void;
}) {
  return (
    <Switch fallback={<Callout>{texts().verify.running}</Callout>}>
      <Match when={props.problem()}>
        {(error) => (
          <Callout tone="danger" title={texts().verify.error}>
            {problemOf(error()).message}
          </Callout>
        )}
      </Match>
      <Match when={props.result()}>
        {(result) => (
          <VerificationOutcome result={result()} onShow={props.onShow} />
        )}
      </Match>
    </Switch>
  );
}
