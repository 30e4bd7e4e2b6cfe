import { Show } from "solid-js";
import { Badge } from "../../../../../ui/badge.tsx";
import type { Member } from "./member.ts";

/** What stands after a member's name: who it is, and that they have no seat. */
export function MemberBadges(props: { member: Member; isSelf: boolean }) {
  return (
    <>
      <Show when={props.isSelf}>
        <Badge>You</Badge>
      </Show>
      <Show when={props.member.suspendedAt}>
        <Badge tone="danger">Suspended</Badge>
      </Show>
      <Show when={props.member.isFrozen}>
        <Badge tone="warning">Reads only</Badge>
      </Show>
    </>
  );
}
