import LogIn from "lucide-solid/icons/log-in";
import LogOut from "lucide-solid/icons/log-out";
import UserLock from "lucide-solid/icons/user-lock";
import UserMinus from "lucide-solid/icons/user-minus";
import { type JSX, Show } from "solid-js";
import { Can, useOrganization } from "#sdk/solid.ts";
import { RowMenu } from "#client/ui/row-menu.tsx";
import { MenuItem } from "#client/ui/menu-item.tsx";
import { lastAdminReason } from "./last-admin.ts";
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

/** Menu of actions for a member. The user can leave in their own row, and suspend, reactivate or remove others. */
export function MemberMenu(props: MemberMenuProps) {
  const { can } = useOrganization();
  const hasActions = () =>
    props.isSelf || can("member:remove") || can("member:update");
  return (
    <Show when={hasActions()}>
      <RowMenu label={texts().menu.label(props.member.name)}>
        <Show when={props.isSelf} fallback={<ActionsForOthers {...props} />}>
          <DangerItem
            {...props}
            icon={<LogOut size={16} />}
            onSelect={props.onLeave}
          >
            {texts().menu.leave}
          </DangerItem>
        </Show>
      </RowMenu>
    </Show>
  );
}

function ActionsForOthers(props: MemberMenuProps) {
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
              {texts().menu.suspend}
            </MenuItem>
          }
        >
          <MenuItem icon={<LogIn size={16} />} onSelect={props.onReactivate}>
            {texts().menu.reactivate}
          </MenuItem>
        </Show>
      </Can>
      <Can permission="member:remove">
        <DangerItem
          {...props}
          icon={<UserMinus size={16} />}
          onSelect={props.onRemove}
        >
          {texts().menu.remove}
        </DangerItem>
      </Can>
    </>
  );
}

function DangerItem(props: {
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
