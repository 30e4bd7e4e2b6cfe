import Ellipsis from "lucide-solid/icons/ellipsis";
import LogIn from "lucide-solid/icons/log-in";
import LogOut from "lucide-solid/icons/log-out";
import UserLock from "lucide-solid/icons/user-lock";
import UserMinus from "lucide-solid/icons/user-minus";
import { type JSX, Show } from "solid-js";
import { Can, useOrganization } from "#client/session/organization.tsx";
import { IconButton } from "#client/ui/icon-button.tsx";
import { Menu } from "#client/ui/menu.tsx";
import { MenuItem } from "#client/ui/menu-item.tsx";
import { lastAdminReason } from "./leave/last-admin.ts";
import type { Member } from "./member.ts";
import { texts } from "./texts.ts";

export interface MemberMenuProps {
  member: Member;
  isSelf: boolean;
  isLastAdmin: boolean;
  onLeave: () => void;
  onRemove: () => void;
  onSuspend: () => void;
  onReactivate: () => void;
}

/** Leaving for oneself; suspending and removing others. */
export function MemberMenu(props: MemberMenuProps) {
  const { can } = useOrganization();
  const mayAct = () =>
    props.isSelf || can("member:remove") || can("member:update");
  return (
    <Show when={mayAct()}>
      <Menu
        trigger={(attributes) => (
          <IconButton
            {...attributes}
            title={undefined}
            label={texts().memberMenu.actionsFor(props.member.name)}
          >
            <Ellipsis size={16} />
          </IconButton>
        )}
      >
        <Show when={props.isSelf} fallback={<ForOthers {...props} />}>
          <Last {...props} icon={<LogOut size={16} />} onSelect={props.onLeave}>
            {texts().memberMenu.leaveOrganization}
          </Last>
        </Show>
      </Menu>
    </Show>
  );
}

function ForOthers(props: MemberMenuProps) {
  return (
    <>
      <Can permission="member:update">
        <Show
          when={props.member.suspendedAt}
          fallback={
            <MenuItem
              icon={<UserLock size={16} />}
              blocked={props.isLastAdmin ? lastAdminReason() : undefined}
              onSelect={props.onSuspend}
            >
              {texts().memberMenu.suspend}
            </MenuItem>
          }
        >
          <MenuItem icon={<LogIn size={16} />} onSelect={props.onReactivate}>
            {texts().memberMenu.letInAgain}
          </MenuItem>
        </Show>
      </Can>
      <Can permission="member:remove">
        <Last
          {...props}
          icon={<UserMinus size={16} />}
          onSelect={props.onRemove}
        >
          {texts().memberMenu.removeFromOrganization}
        </Last>
      </Can>
    </>
  );
}

function Last(props: {
  isLastAdmin: boolean;
  icon: JSX.Element;
  onSelect: () => void;
  children: JSX.Element;
}) {
  return (
    <MenuItem
      tone="danger"
      icon={props.icon}
      blocked={props.isLastAdmin ? lastAdminReason() : undefined}
      onSelect={props.onSelect}
    >
      {props.children}
    </MenuItem>
  );
}
