import { Show } from "solid-js";
import type { Role } from "../../../../../../shared/permissions.ts";
import { isRole } from "../../../../../../shared/permissions.ts";
import { useOrganization } from "../../../../../session/organization.tsx";
import { Badge } from "../../../../../ui/badge.tsx";
import { Select } from "../../../../../ui/select.tsx";
import { LAST_ADMIN } from "../../last-admin.ts";
import { heldRole, ROLE_OPTIONS } from "../role-options.ts";
import type { Member } from "./member.ts";

export interface RoleSelectProps {
  member: Member;
  isLastAdmin: boolean;
  onChange: (role: Role) => void;
}

/** A member's role: a selector for those who may change it, with the reason where they cannot. */
export function RoleSelect(props: RoleSelectProps) {
  const { can, user } = useOrganization();
  const held = () =>
    isRole(props.member.role) ? props.member.role : undefined;
  const reason = () => {
    if (props.isLastAdmin) return LAST_ADMIN;
    return props.member.userId === user().id ? OWN_ROLE : undefined;
  };
  const options = () => {
    const why = reason();
    return why ? heldRole(props.member.role, why) : ROLE_OPTIONS;
  };
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
        value={held()}
        placeholder={props.member.roleName}
        onChange={props.onChange}
      />
    </Show>
  );
}

const OWN_ROLE = "You cannot change your own role. Another admin can.";
