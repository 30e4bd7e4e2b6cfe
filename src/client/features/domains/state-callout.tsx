import { Match, Switch } from "solid-js";
import { Callout } from "#client/ui/callout.tsx";
import type { Domain } from "./domain.ts";
import { texts } from "./texts.ts";

/** What an admin has to know of a domain whose record is not there any more. */
export function StateCallout(props: { domain: Domain }) {
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
