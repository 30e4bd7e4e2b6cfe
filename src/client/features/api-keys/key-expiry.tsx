import { Match, Switch } from "solid-js";
import { Badge } from "#client/ui/badge.tsx";
import { currentTime } from "#client/ui/now.ts";
import { RelativeTime } from "#client/ui/relative-time.tsx";
import { type ApiKey, isExpiringSoon } from "./api-key.ts";
import { texts } from "./texts.ts";

/** Shows when a key expires. Updates while the page is open. */
export function KeyExpiry(props: { apiKey: ApiKey }) {
  const isExpired = () =>
    props.apiKey.expiresAt !== null &&
    Date.parse(props.apiKey.expiresAt) <= currentTime();
  return (
    <span class="flex items-center gap-2 text-muted max-sm:flex-wrap max-sm:justify-end">
      <Switch>
        <Match when={isExpired()}>
          <Badge tone="danger">{texts().expiry.expired}</Badge>
        </Match>
        <Match when={isExpiringSoon(props.apiKey, currentTime())}>
          <Badge tone="warning">{texts().expiry.soon}</Badge>
        </Match>
      </Switch>
      <Switch fallback={<Badge tone="warning">{texts().expiry.never}</Badge>}>
        <Match when={props.apiKey.expiresAt}>
          {(at) => <RelativeTime value={at()} />}
        </Match>
      </Switch>
    </span>
  );
}
