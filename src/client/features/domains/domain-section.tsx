import { HistoryLine } from "#client/session/history/history-line.tsx";
import { Show } from "solid-js";
import { Badge, type BadgeTone } from "#client/ui/badge.tsx";
import { Button } from "#client/ui/button.tsx";
import { Section } from "#client/ui/section.tsx";
import { VerificationProblem } from "./verification-problem.tsx";
import { DnsRecord } from "./dns-record.tsx";
import type { Domain } from "./domain.ts";
import { JoinRole } from "./join-role.tsx";
import { DomainStatusCallout } from "./domain-status-callout.tsx";
import { texts } from "./texts.ts";
import { openRemove } from "./verbs.ts";
import { useVerification } from "./use-verification.ts";

const TONES: Record<Domain["status"], BadgeTone> = {
  pending: "neutral",
  verified: "success",
  failing: "warning",
  lapsed: "danger",
};

/** Shows a domain with its DNS record, its status and the role of users who join through it. */
export function DomainSection(props: { domain: Domain }) {
  const { verify, isVerifying, problem } = useVerification();
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
            <Button
              variant="danger-quiet"
              onClick={() => openRemove({ domain: { ...props.domain } })}
            >
              {texts().remove.action}
              <span class="sr-only"> {props.domain.domain}</span>
            </Button>
            <Button
              variant={isVerified() ? "secondary" : "primary"}
              pending={isVerifying()}
              onClick={() => verify(props.domain)}
            >
              {texts().record.verify}
              <span class="sr-only"> {props.domain.domain}</span>
            </Button>
          </>
        }
      >
        <div class="flex flex-col gap-5">
          <DomainStatusCallout domain={props.domain} />
          <DnsRecord domain={props.domain} />
          <Show when={problem()}>
            {(found) => (
              <VerificationProblem domain={props.domain} problem={found()} />
            )}
          </Show>
          <Show when={props.domain.status !== "lapsed"}>
            <JoinRole domain={props.domain} />
          </Show>
        </div>
      </Section>
      <HistoryLine of={{ kind: "domain", id: props.domain.id }} isBelowCard />
    </>
  );
}
