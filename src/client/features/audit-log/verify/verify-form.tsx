import { createSignal, Match, onMount, Switch } from "solid-js";
import { problemOf } from "#client/lib/problem.ts";
import { Button } from "#client/ui/button.tsx";
import { Callout } from "#client/ui/callout.tsx";
import { DialogActions, DialogBody } from "#client/ui/dialog-parts.tsx";
import { TextField } from "#client/ui/text-field.tsx";
import { texts } from "../texts.ts";
import { type Found, useVerification } from "./use-verification.ts";
import { VerificationResult } from "./verification-result.tsx";

/** Gets the focus on opening: on a phone the field would cover it with a keyboard. */
export const RESULT = "audit-verification";
const ANCHOR = /^\d{1,15}:[\w-]{0,43}$/;

/** Looks at once, and again for an anchor that was noted earlier. */
export function VerifyForm(props: { onShow: (seq: number) => void }) {
  const { found, problem, isRunning, verify } = useVerification();
  const [anchor, setAnchor] = createSignal("");
  const [isWrong, setWrong] = createSignal(false);
  onMount(() => void verify());
  const again = (event: SubmitEvent) => {
    event.preventDefault();
    const noted = anchor().trim();
    const fits = noted === "" || ANCHOR.test(noted);
    setWrong(!fits);
    if (fits && !isRunning()) void verify(noted || undefined);
  };
  return (
    <form class="contents" noValidate onSubmit={again}>
      <DialogBody>
        <div id={RESULT} tabindex="-1" class="flex flex-col gap-4">
          <Result found={found} problem={problem} onShow={props.onShow} />
        </div>
        <TextField
          label={texts().verify.earlier}
          optional
          hint={texts().verify.earlierHint}
          error={isWrong() ? texts().verify.badAnchor : undefined}
          autocomplete="off"
          spellcheck={false}
          value={anchor()}
          onInput={setAnchor}
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
  found: () => Found | undefined;
  problem: () => unknown;
  onShow: (seq: number) => void;
}) {
  return (
    <Switch fallback={<Callout>{texts().verify.running}</Callout>}>
      <Match when={props.problem()}>
        {(error) => (
          <Callout tone="danger" title={texts().verify.failed}>
            {problemOf(error()).message}
          </Callout>
        )}
      </Match>
      <Match when={props.found()}>
        {(found) => (
          <VerificationResult found={found()} onShow={props.onShow} />
        )}
      </Match>
    </Switch>
  );
}
