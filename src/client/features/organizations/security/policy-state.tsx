import { Match, Show, Switch } from "solid-js";
import { Callout } from "#client/ui/callout.tsx";
import { LinkButton } from "#client/ui/link-button.tsx";
import { type Policy, startOf } from "./policy.ts";
import { TEXTS } from "./texts.ts";

/** What holds now, in words. */
export function PolicyState(props: { policy: Policy }) {
  const lacking = () => props.policy.lacking;
  const tone = () => (lacking() === 0 ? "success" : "warning");
  return (
    <>
      <Switch fallback={<p class="text-sm">{TEXTS.policy.off}</p>}>
        <Match when={props.policy.isInForce && startOf(props.policy)}>
          {(from) => (
            <Callout tone={tone()} title={TEXTS.policy.inForce(from())}>
              {TEXTS.policy.inForceText(lacking())}
            </Callout>
          )}
        </Match>
        <Match when={startOf(props.policy)}>
          {(from) => (
            <Callout tone={tone()} title={TEXTS.policy.grace(from())}>
              {TEXTS.policy.graceText(lacking())}
            </Callout>
          )}
        </Match>
      </Switch>
      <Show when={!props.policy.callerHolds}>
        <Callout
          tone="info"
          title={TEXTS.yours.title}
          action={
            <LinkButton href="/account/two-factor" size="sm">
              {TEXTS.yours.action}
            </LinkButton>
          }
        >
          {TEXTS.yours.text}
        </Callout>
      </Show>
    </>
  );
}
