import { Show } from "solid-js";
import { Callout } from "#client/ui/callout.tsx";
import { CopyButton } from "#client/ui/copy-button.tsx";
import { TextButton } from "#client/ui/text-link.tsx";
import { texts } from "../texts.ts";
import type { Found } from "./use-verification.ts";

/** What a look at the log has found, in words. */
export function VerificationResult(props: {
  found: Found;
  onShow: (seq: number) => void;
}) {
  return (
    <Show when={props.found.fault} fallback={<Sound found={props.found} />}>
      {(fault) => <FaultFound fault={fault()} onShow={props.onShow} />}
    </Show>
  );
}

function Sound(props: { found: Found }) {
  return (
    <>
      <Callout tone="success" title={texts().verify.sound}>
        <p>{texts().verify.soundText(props.found.rows, props.found.since)}</p>
        <Show when={props.found.unchained > 0}>
          <p>{texts().verify.unchained(props.found.unchained)}</p>
        </Show>
        <Show when={props.found.asked}>
          <p>{texts().verify.held}</p>
        </Show>
      </Callout>
      <div class="text-sm">
        <p class="font-medium">{texts().verify.anchor}</p>
        <p class="flex items-center gap-1">
          <code class="min-w-0 font-mono text-xs break-all">
            {props.found.anchor}
          </code>
          <CopyButton
            value={props.found.anchor}
            label={texts().verify.copyAnchor}
          />
        </p>
        <p class="text-muted">{texts().verify.anchorHint}</p>
      </div>
    </>
  );
}

function FaultFound(props: {
  fault: NonNullable<Found["fault"]>;
  onShow: (seq: number) => void;
}) {
  /** An event that is still there, to begin looking at. */
  const shown = () =>
    props.fault.kind === "changed" ? props.fault.seq : props.fault.seq - 1;
  return (
    <Callout tone="danger" title={texts().verify.fault}>
      <p>{props.fault.message}</p>
      <p>{texts().verify.faultText}</p>
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
