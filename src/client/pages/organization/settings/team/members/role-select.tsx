import { Show } from "solid-js";
import { useOrganization } from "../../../../../session/organization.tsx";
import { Badge } from "../../../../../ui/badge.tsx";
import { Select } from "../../../../../ui/select.tsx";
import { LAST_ADMIN } from "../../last-admin.ts";
import { including, useRoles } from "../use-roles.ts";
import type { Member } from "./member.ts";

export interface RoleSelectProps {
  member: Member;
  isLastAdmin: boolean;
  onChange: (role: string, label: string) => void;
}

/** A member's role: a selector for those who may change it, with the reason where they cannot. */
export function RoleSelect(props: RoleSelectProps) {
  const { can, user } = useOrganization();
  const roles = useRoles();
  const reason = () => {
    if (props.isLastAdmin) return LAST_ADMIN;
    return props.member.userId === user().id ? OWN_ROLE : undefined;
  };
  const options = () => {
    const why = reason();
    return why
      ? roles.held(props.member.role, why)
      : including(roles.options(), props.member);
  };
  const labelOf = (role: string) =>
    options().find(({ value }) => value === role)?.label ?? role;
  return (
    <Show
      when={can("member:update")}
      fallback={<Badge>{props.member.roleName}</Badge>}
    >
      <Select
        label={`Role of ${props.member.name}`}
        hideLabel
        class="w-30 font-normal"
        options={options()}
        value={props.member.role}
        placeholder={props.member.roleName}
        onChange={(role) => props.onChange(role, labelOf(role))}
      />
    </Show>
  );
}

const OWN_ROLE = "You cannot change your own role. Another admin can.";
