import { Show } from "solid-js";
import type { Problem } from "#client/lib/problem.ts";
import { Callout } from "#client/ui/callout.tsx";
import { RequestId } from "#client/ui/request-id.tsx";
import type { Domain } from "./domain.ts";
import { texts } from "./texts.ts";

/**
 * Explains why the verification of a domain failed. A missing DNS record is only a warning, because it is normal before
 * the record is published.
 */
export function VerificationProblem(props: {
  domain: Domain;
  problem: Problem;
}) {
  const isError = () => props.problem.reason !== "DOMAIN_NOT_PROVEN";
  return (
    <Callout
      tone={isError() ? "danger" : "warning"}
      title={texts().verification.failed(props.domain.domain)}
    >
      {props.problem.message}
      <Show when={isError() && props.problem.requestId}>
        {(id) => <RequestId id={id()} />}
      </Show>
    </Callout>
  );
}
