import { Show } from "solid-js";
import { useOrganization } from "#sdk/solid.ts";
import { Badge } from "#client/ui/badge.tsx";
import { Identity } from "#client/ui/identity.tsx";
import type { Member } from "#client/features/members/member.ts";
import { texts } from "../texts.ts";
import { roleNameOf } from "#client/session/role-label.ts";

/** Shows a member with a checkbox that assigns a seat. */
export function SeatRow(props: {
  member: Member;
  /** Whether the member always keeps a seat, so that the checkbox is locked. */
  isFixed: boolean;
  hasSeat: boolean;
  onToggle: () => void;
}) {
  const { user } = useOrganization();
  return (
    <li>
      <label class="flex min-h-11 items-center gap-3 px-3.5 py-2 text-sm hover:bg-hover has-[:disabled]:hover:bg-transparent">
        <input
          type="checkbox"
          class="size-4 shrink-0"
          checked={props.isFixed || props.hasSeat}
          disabled={props.isFixed}
          onChange={() => props.onToggle()}
        />
        <span class="min-w-0 flex-1">
          <Identity
            name={props.member.name}
            detail={props.isFixed ? texts().seats.always : props.member.email}
            image={props.member.avatarUrl}
            badge={
              <Show when={props.member.userId === user().id}>
                <Badge>{texts().seats.you}</Badge>
              </Show>
            }
          />
        </span>
        <span class="shrink-0 text-muted max-sm:hidden">
          {roleNameOf(props.member)}
        </span>
      </label>
    </li>
  );
}
