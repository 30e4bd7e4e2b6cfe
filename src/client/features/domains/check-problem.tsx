import { Show } from "solid-js";
import type { Problem } from "#client/lib/problem.ts";
import { Callout } from "#client/ui/callout.tsx";
import { RequestId } from "#client/ui/request-id.tsx";
import type { Domain } from "./domain.ts";
import { texts } from "./texts.ts";

/** Why a check did not verify the domain; that the record is not there yet is no fault to report. */
export function CheckProblem(props: { domain: Domain; problem: Problem }) {
  const isFault = () => props.problem.reason !== "DOMAIN_NOT_PROVEN";
  return (
    <Callout
      tone={isFault() ? "danger" : "warning"}
      title={texts().checked.failed(props.domain.domain)}
    >
      {props.problem.message}
      <Show when={isFault() && props.problem.requestId}>
        {(id) => <RequestId id={id()} />}
      </Show>
    </Callout>
  );
}
