import ShieldCheck from "lucide-solid/icons/shield-check";
import { type JSX, Show } from "solid-js";
import { roleNameOf } from "#client/session/role-label.ts";
import { useRoles } from "#client/session/use-roles.ts";
import { useLastAdmin } from "#client/features/members/last-admin.ts";
import { RoleSelect } from "#client/features/members/role-select.tsx";
import { useMemberActions } from "#client/features/members/use-member-actions.ts";
import { Badge } from "#client/ui/badge.tsx";
import { RelativeTime } from "#client/ui/relative-time.tsx";
import type { Column } from "#client/ui/table-column.ts";
import { formatCount } from "#client/lib/formats/number.ts";
import type { ColumnId } from "./columns.ts";
import { isMember, memberOf, type Person } from "./person.ts";
import { InviterName } from "./person-link.tsx";
import { StatusLabel } from "./person-status.tsx";
import { texts } from "./texts.ts";

type Cell = Pick<Column<Person>, "cell" | "class" | "align">;

const QUIET = "whitespace-nowrap text-muted";

/**
 * Returns what the columns show of a person. Call it once for the whole table, because each row mounts again when it
 * scrolls into view.
 */
export function useCells(): Record<ColumnId, Cell> {
  const isLastAdmin = useLastAdmin();
  const roles = useRoles();
  const { changeRole } = useMemberActions();
  return {
    status: {
      class: "whitespace-nowrap",
      cell: (person) => <StatusLabel person={person} />,
    },
    role: {
      cell: (person) => (
        <Show
          when={isMember(person)}
          fallback={<Badge>{roleNameOf(person)}</Badge>}
        >
          <RoleSelect
            member={memberOf(person)}
            roles={roles}
            isLastAdmin={isLastAdmin(person.id)}
            onChange={(role, roleName) =>
              void changeRole(memberOf(person), { role, roleName })
            }
          />
        </Show>
      ),
    },
    lastActive: {
      class: QUIET,
      cell: (person) => <Time value={person.lastActiveAt} />,
    },
    twoFactor: {
      class: QUIET,
      cell: (person) => <TwoFactor isOn={person.hasTwoFactor} />,
    },
    joined: {
      class: QUIET,
      cell: (person) => (
        <Show
          when={person.invitedAt}
          fallback={<Time value={person.joinedAt} />}
        >
          {(at) => texts().invited(<RelativeTime value={at()} />)}
        </Show>
      ),
    },
    invitedBy: {
      class: "sm:max-w-36 truncate text-muted",
      cell: (person) => (
        <Show when={person.invitedBy} fallback={<None />}>
          {(inviter) => <InviterName inviter={inviter()} />}
        </Show>
      ),
    },
    projects: {
      class: QUIET,
      align: "end",
      cell: (person) => (
        <Show when={person.projects !== null} fallback={<None />}>
          {formatCount(person.projects ?? 0)}
        </Show>
      ),
    },
  };
}

function Time(props: { value: string | null }) {
  return (
    <Show when={props.value} fallback={<None />}>
      {(value) => <RelativeTime value={value()} />}
    </Show>
  );
}

export function TwoFactor(props: { isOn: boolean | null }): JSX.Element {
  return (
    <Show when={props.isOn !== null} fallback={<None />}>
      <Show when={props.isOn} fallback={texts().twoFactor.off}>
        <span class="inline-flex items-center gap-1 text-success-ink">
          <ShieldCheck size={14} />
          {texts().twoFactor.on}
        </span>
      </Show>
    </Show>
  );
}

/** A cell without a value. */
function None() {
  return (
    <span aria-hidden="true" class="text-subtle">
      –
    </span>
  );
}
