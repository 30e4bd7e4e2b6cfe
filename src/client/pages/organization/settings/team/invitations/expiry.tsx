import { Badge } from "../../../../../ui/badge.tsx";
import { currentTime } from "../../../../../ui/now.ts";
import { RelativeTime } from "../../../../../ui/relative-time.tsx";
import type { Invitation } from "./invitation.ts";
import { TEXTS } from "./texts.ts";

/** Whether an invitation can still be accepted, and until when; it turns while one looks at it. */
export function Expiry(props: { invitation: Invitation }) {
  const isExpired = () =>
    new Date(props.invitation.expiresAt).getTime() <= currentTime();
  return (
    <span class="flex items-center gap-2 text-muted max-sm:flex-wrap max-sm:justify-end">
      <Badge tone={isExpired() ? "danger" : "warning"}>
        {isExpired() ? TEXTS.expiry.expired : TEXTS.expiry.pending}
      </Badge>
      <span class="text-xs">
        {isExpired() ? (
          <RelativeTime value={props.invitation.expiresAt} />
        ) : (
          TEXTS.expiry.expires(
            <RelativeTime value={props.invitation.expiresAt} />,
          )
        )}
      </span>
    </span>
  );
}
