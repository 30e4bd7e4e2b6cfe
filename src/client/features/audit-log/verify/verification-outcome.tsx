import { Show } from "solid-js";
import { Callout } from "#client/ui/callout.tsx";
import { CopyButton } from "#client/ui/copy-button.tsx";
import { TextButton } from "#client/ui/text-link.tsx";
import { texts } from "../texts.ts";
import type { VerificationResult } from "./use-verification.ts";

/** Explains the result of a verification of the audit log. */
export function VerificationOutcome(props: {
  result: VerificationResult;
  onShow: (seq: number) => void;
}) {
  return (
    <Show
      when={props.result.fault}
      fallback={<Verified result={props.result} />}
    >
      {(fault) => <Failed fault={fault()} onShow={props.onShow} />}
    </Show>
  );
}

function Verified(props: { result: VerificationResult }) {
  return (
    <>
      <Callout tone="success" title={texts().verify.verified}>
        <p>
          {texts().verify.verifiedText(props.result.rows, props.result.since)}
        </p>
        <Show when={props.result.unchained > 0}>
          <p>{texts().verify.unchained(props.result.unchained)}</p>
        </Show>
        <Show when={props.result.compared}>
          <p>{texts().verify.checkpointFound}</p>
        </Show>
      </Callout>
      <div class="text-sm">
        <p class="font-medium">{texts().verify.checkpoint}</p>
        <p class="flex items-center gap-1">
          <code class="min-w-0 font-mono text-xs break-all">
            {props.result.anchor}
          </code>
          <CopyButton
            value={props.result.anchor}
            label={texts().verify.copyCheckpoint}
          />
        </p>
        <p class="text-muted">{texts().verify.checkpointHint}</p>
      </div>
    </>
  );
}

function Failed(props: {
  fault: NonNullable<VerificationResult["fault"]>;
  onShow: (seq: number) => void;
}) {
  /** The event to which the link leads: the changed event, or the last event before a gap in the log. */
  const shown = () =>
    props.fault.kind === "changed" ? props.fault.seq : props.fault.seq - 1;
  return (
    <Callout tone="danger" title={texts().verify.failed}>
      <p>{texts().verify.faults[props.fault.kind](props.fault.seq)}</p>
      <p>{texts().verify.failedText}</p>
      <Show when={shown() > 0}>
        <p class="mt-1">
          <TextButton onClick={() => props.onShow(shown())}>
            {props.fault.kind === "changed"
              ? texts().verify.show(shown())
              : texts().verify.showBefore(shown())}
          </TextButton>
        </p>
      </Show>
    </Callout>
  );
}
