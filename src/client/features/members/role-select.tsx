import { Show } from "solid-js";
import { useOrganization } from "#sdk/solid.ts";
import { Badge } from "#client/ui/badge.tsx";
import { Select } from "#client/ui/select.tsx";
import { lastAdminReason } from "./last-admin.ts";
import { withHeldRole, type Roles } from "#client/session/use-roles.ts";
import type { MemberThing } from "./member.ts";
import { texts } from "./texts.ts";
import { roleNameOf } from "#client/session/role-label.ts";

export interface RoleSelectProps {
  member: MemberThing;
  roles: Roles;
  isLastAdmin: boolean;
  onChange: (role: string, label: string) => void;
}

/** Shows a member's role: as a select for users who can change roles, otherwise as a badge. */
export function RoleSelect(props: RoleSelectProps) {
  const { can, user } = useOrganization();
  const reason = () => {
    if (props.isLastAdmin) return lastAdminReason();
    return props.member.userId === user().id ? texts().role.own : undefined;
  };
  const options = () => {
    const why = reason();
    return why
      ? props.roles.held(props.member.role, why)
      : withHeldRole(props.roles.options(), props.member);
  };
  const labelOf = (role: string) =>
    options().find(({ value }) => value === role)?.label ?? role;
  return (
    <Show
      when={can("member:update")}
      fallback={<Badge>{roleNameOf(props.member)}</Badge>}
    >
      <Select
        label={texts().role.label(props.member.name)}
        hideLabel
        class="w-36 font-normal"
        options={options()}
        value={props.member.role}
        placeholder={roleNameOf(props.member)}
        onChange={(role) => props.onChange(role, labelOf(role))}
      />
    </Show>
  );
}
