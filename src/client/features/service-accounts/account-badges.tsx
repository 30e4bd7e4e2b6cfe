import { Show } from "solid-js";
import { Badge } from "#client/ui/badge.tsx";
import type { ServiceAccount } from "./service-account.ts";
import { texts } from "./texts.ts";

export function AccountBadges(props: { account: ServiceAccount }) {
  return (
    <>
      <Show when={props.account.suspendedAt}>
        <Badge tone="danger">{texts().badges.suspended}</Badge>
      </Show>
      <Show when={!props.account.steward}>
        <Badge tone="warning">{texts().badges.noSteward}</Badge>
      </Show>
    </>
  );
}
