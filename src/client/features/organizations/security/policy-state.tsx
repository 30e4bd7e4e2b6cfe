import { Match, Show, Switch } from "solid-js";
import { Callout } from "#client/ui/callout.tsx";
import { LinkButton } from "#client/ui/link-button.tsx";
import { type Policy, startOf } from "./policy.ts";
import { texts } from "./texts.ts";

/** Describes the saved two-factor policy, and asks an admin without 2FA to set up 2FA. */
export function PolicyState(props: { policy: Policy }) {
  const lacking = () => props.policy.lacking;
  const tone = () => (lacking() === 0 ? "success" : "warning");
  return (
    <>
      <Switch fallback={<p class="text-sm">{texts().policy.off}</p>}>
        <Match when={props.policy.isInForce && startOf(props.policy)}>
          {(from) => (
            <Callout tone={tone()} title={texts().policy.inForce(from())}>
              {texts().policy.inForceText(lacking())}
            </Callout>
          )}
        </Match>
        <Match when={startOf(props.policy)}>
          {(from) => (
            <Callout tone={tone()} title={texts().policy.grace(from())}>
              {texts().policy.graceText(lacking())}
            </Callout>
          )}
        </Match>
      </Switch>
      <Show when={!props.policy.callerHolds}>
        <Callout
          tone="info"
          title={texts().yours.title}
          action={
            <LinkButton href="/account/two-factor" size="sm">
              {texts().yours.action}
            </LinkButton>
          }
        >
          {texts().yours.text}
        </Callout>
      </Show>
    </>
  );
}
