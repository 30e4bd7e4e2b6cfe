import { Show } from "solid-js";
import { Badge } from "#client/ui/badge.tsx";
import { currentTime } from "#client/ui/now.ts";
import { RelativeTime } from "#client/ui/relative-time.tsx";
import type { Invitation } from "./invitation.ts";
import { texts } from "./texts.ts";

/** Shows until when an invitation can be accepted, or that it has expired. Updates while the page is open. */
export function Expiry(props: { invitation: Invitation }) {
  const isExpired = () =>
    new Date(props.invitation.expiresAt).getTime() <= currentTime();
  const state = () => {
    if (isExpired()) return "expired";
    if (props.invitation.isVoid) return "void";
    return props.invitation.isSent ? "pending" : "notSent";
  };
  const explanation = () => {
    if (state() === "void") return texts().expiry.voidText;
    return state() === "notSent" ? texts().expiry.notSentText : undefined;
  };
  return (
    <span class="flex items-center gap-2 text-muted max-sm:flex-wrap max-sm:justify-end">
      <Badge tone={state() === "pending" ? "warning" : "danger"}>
        {texts().expiry[state()]}
      </Badge>
      <Show
        when={explanation()}
        fallback={
          <span class="text-xs">
            <Until invitation={props.invitation} isExpired={isExpired()} />
          </span>
        }
      >
        <span class="max-w-48 text-xs whitespace-normal">{explanation()}</span>
      </Show>
    </span>
  );
}

function Until(props: { invitation: Invitation; isExpired: boolean }) {
  return (
    <Show
      when={!props.isExpired}
      fallback={<RelativeTime value={props.invitation.expiresAt} />}
    >
      {texts().expiry.expires(
        <RelativeTime value={props.invitation.expiresAt} />,
      )}
    </Show>
  );
}
