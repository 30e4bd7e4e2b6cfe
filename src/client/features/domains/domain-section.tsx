import { createSignal, Show } from "solid-js";
import { Badge, type BadgeTone } from "#client/ui/badge.tsx";
import { Button } from "#client/ui/button.tsx";
import { Section } from "#client/ui/section.tsx";
import { CheckProblem } from "./check-problem.tsx";
import { DnsRecord } from "./dns-record.tsx";
import type { Domain } from "./domain.ts";
import { JoinRole } from "./join-role.tsx";
import { RemoveDialog } from "./remove-dialog.tsx";
import { StateCallout } from "./state-callout.tsx";
import { texts } from "./texts.ts";
import { useCheck } from "./use-check.ts";

const TONES: Record<Domain["status"], BadgeTone> = {
  pending: "neutral",
  verified: "success",
  failing: "warning",
  lapsed: "danger",
};

/** One domain: its record, whether it was found, and what people with an address there join as. */
export function DomainSection(props: { domain: Domain }) {
  const [isRemoving, setRemoving] = createSignal(false);
  const { check, isChecking, problem } = useCheck();
  const isVerified = () => props.domain.status === "verified";
  return (
    <>
      <Section
        title={props.domain.domain}
        description={
          isVerified() ? texts().record.keep : texts().record.pending
        }
        actions={
          <Badge tone={TONES[props.domain.status]}>
            {texts().status[props.domain.status]}
          </Badge>
        }
        footer={
          <>
            <Button variant="danger-quiet" onClick={() => setRemoving(true)}>
              {texts().remove.action}
              <span class="sr-only"> {props.domain.domain}</span>
            </Button>
            <Button
              variant={isVerified() ? "secondary" : "primary"}
              pending={isChecking()}
              onClick={() => check(props.domain)}
            >
              {texts().record.check}
              <span class="sr-only"> {props.domain.domain}</span>
            </Button>
          </>
        }
      >
        <div class="flex flex-col gap-5">
          <StateCallout domain={props.domain} />
          <DnsRecord domain={props.domain} />
          <Show when={problem()}>
            {(found) => (
              <CheckProblem domain={props.domain} problem={found()} />
            )}
          </Show>
          <Show when={props.domain.status !== "lapsed"}>
            <JoinRole domain={props.domain} />
          </Show>
        </div>
      </Section>
      <RemoveDialog
        domain={props.domain}
        open={isRemoving()}
        onClose={() => setRemoving(false)}
      />
    </>
  );
}
