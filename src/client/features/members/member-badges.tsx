import { Show } from "solid-js";
import { Badge } from "#client/ui/badge.tsx";
import type { Member } from "./member.ts";
import { texts } from "./texts.ts";

/** What stands after a member's name: who it is, and that they have no seat. */
export function MemberBadges(props: { member: Member; isSelf: boolean }) {
  return (
    <>
      <Show when={props.isSelf}>
        <Badge>{texts().memberBadges.you}</Badge>
      </Show>
      <Show when={props.member.suspendedAt}>
        <Badge tone="danger">{texts().memberBadges.suspended}</Badge>
      </Show>
      <Show when={props.member.isFrozen}>
        <Badge tone="warning">{texts().memberBadges.readsOnly}</Badge>
      </Show>
    </>
  );
}
