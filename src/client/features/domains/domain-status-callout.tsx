import { Match, Switch } from "solid-js";
import { Callout } from "#client/ui/callout.tsx";
import type { Domain } from "./domain.ts";
import { texts } from "./texts.ts";

/** Warns about a verified domain whose DNS record is missing. */
export function DomainStatusCallout(props: { domain: Domain }) {
  const day = (value: string | null) => new Date(value ?? 0);
  return (
    <Switch>
      <Match when={props.domain.status === "failing"}>
        <Callout
          tone="warning"
          title={texts().failing.title(day(props.domain.checkedAt))}
        >
          {texts().failing.text(day(props.domain.endsAt))}
        </Callout>
      </Match>
      <Match when={props.domain.status === "lapsed"}>
        <Callout tone="warning" title={texts().lapsed.title}>
          {texts().lapsed.text}
        </Callout>
      </Match>
    </Switch>
  );
}
