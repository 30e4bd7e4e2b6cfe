import Check from "lucide-solid/icons/check";
import ChevronDown from "lucide-solid/icons/chevron-down";
import { For } from "solid-js";
import type { Roles } from "#client/session/use-roles.ts";
import { isEmailAddress } from "#client/ui/email-addresses.ts";
import type { TagRules } from "#client/ui/email-tags-field.tsx";
import { Menu } from "#client/ui/menu.tsx";
import { MenuItem } from "#client/ui/menu-item.tsx";
import {
  mergeInvitees,
  readInvitee,
  roleOfWord,
  splitInvitees,
} from "./invitees.ts";
import { texts } from "./texts.ts";

/**
 * The rules of a field in which each address can have a role of its own. A menu in the tag chooses among the roles that
 * the user can give.
 *
 * @param role the role of the addresses without one
 */
export function createInviteeRules(roles: Roles, role: () => string): TagRules {
  const faultOf = (entry: string) => {
    const { email, word } = readInvitee(entry);
    if (!isEmailAddress(email)) return "address";
    if (word === "") return undefined;
    const found = roleOfWord(roles.all(), word);
    if (found === undefined) return "unknownRole";
    return roles.canAssign(found) ? undefined : "role";
  };
  return {
    split: splitInvitees,
    merge: (list, more) => mergeInvitees(roles.all(), list, more),
    problemOf: (entry) => {
      const fault = faultOf(entry);
      return fault && texts().invitees.marks[fault];
    },
    explain: (invalid) => {
      const [first] = invalid;
      if (first === undefined) return undefined;
      if (invalid.length > 1) return texts().invitees.several(invalid.length);
      const { email, word } = readInvitee(first);
      const fault = faultOf(first) ?? "address";
      return texts().invitees.faults[fault](email, word);
    },
    textOf: (entry) => readInvitee(entry).email,
    control: (entry, replace) => (
      <RoleOfTag
        entry={entry()}
        role={role()}
        roles={roles}
        onReplace={replace}
      />
    ),
  };
}

function RoleOfTag(props: {
  entry: string;
  role: string;
  roles: Roles;
  onReplace: (entry: string) => void;
}) {
  const invitee = () => readInvitee(props.entry);
  const chosen = () => roleOfWord(props.roles.all(), invitee().word);
  const nameOf = (role: string) =>
    props.roles.all().find(({ value }) => value === role)?.label ?? role;
  const name = () =>
    invitee().word === ""
      ? nameOf(props.role)
      : nameOf(chosen() ?? invitee().word);
  const isHeld = (role: string) =>
    invitee().word === "" ? role === props.role : role === chosen();
  const choose = (label: string) =>
    props.onReplace(`${invitee().email} ${label}`);
  return (
    <Menu
      placement="bottom-start"
      trigger={(attributes) => (
        <button
          type="button"
          {...attributes}
          aria-label={texts().invitees.roleOf(invitee().email, name())}
          class="flex h-6 max-w-32 shrink-0 items-center gap-0.5 rounded-sm px-1 hover:bg-hover pointer-coarse:h-11"
          classList={{ "text-muted": invitee().word === "" }}
        >
          <span class="truncate">{name()}</span>
          <ChevronDown size={12} class="shrink-0" />
        </button>
      )}
    >
      <For each={props.roles.options()}>
        {({ value, label }) => (
          <MenuItem
            icon={<Check size={16} class={isHeld(value) ? "" : "invisible"} />}
            onSelect={() => choose(label)}
          >
            {label}
          </MenuItem>
        )}
      </For>
    </Menu>
  );
}
