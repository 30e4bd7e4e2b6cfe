import Ellipsis from "lucide-solid/icons/ellipsis";
import LogOut from "lucide-solid/icons/log-out";
import UserMinus from "lucide-solid/icons/user-minus";
import { Show } from "solid-js";
import { Can } from "../../../../../session/organization.tsx";
import { IconButton } from "../../../../../ui/icon-button.tsx";
import { Menu } from "../../../../../ui/menu.tsx";
import { MenuItem } from "../../../../../ui/menu-item.tsx";
import { LAST_ADMIN } from "../../last-admin.ts";
import type { Member } from "./member.ts";

export interface MemberMenuProps {
  member: Member;
  isSelf: boolean;
  isLastAdmin: boolean;
  onLeave: () => void;
  onRemove: () => void;
}

/** Leaving for oneself, removing for others. */
export function MemberMenu(props: MemberMenuProps) {
  const blocked = () => (props.isLastAdmin ? LAST_ADMIN : undefined);
  const menu = (item: () => ReturnType<typeof MenuItem>) => (
    <Menu
      trigger={(attributes) => (
        <IconButton
          {...attributes}
          title={undefined}
          label={`Actions for ${props.member.name}`}
        >
          <Ellipsis size={16} />
        </IconButton>
      )}
    >
      {item()}
    </Menu>
  );
  return (
    <Show
      when={props.isSelf}
      fallback={
        <Can permission="member:remove">
          {menu(() => (
            <MenuItem
              tone="danger"
              icon={<UserMinus size={16} />}
              blocked={blocked()}
              onSelect={props.onRemove}
            >
              Remove from organization…
            </MenuItem>
          ))}
        </Can>
      }
    >
      {menu(() => (
        <MenuItem
          tone="danger"
          icon={<LogOut size={16} />}
          blocked={blocked()}
          onSelect={props.onLeave}
        >
          Leave organization…
        </MenuItem>
      ))}
    </Show>
  );
}
