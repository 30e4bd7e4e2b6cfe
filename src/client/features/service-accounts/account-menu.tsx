import LogIn from "lucide-solid/icons/log-in";
import Lock from "lucide-solid/icons/lock";
import Pencil from "lucide-solid/icons/pencil";
import Trash from "lucide-solid/icons/trash";
import UserCheck from "lucide-solid/icons/user-check";
import { Show } from "solid-js";
import { useOrganization } from "#sdk/solid.ts";
import { useRoles } from "#client/session/use-roles.ts";
import { MenuItem, MenuSeparator } from "#client/ui/menu-item.tsx";
import { RowMenu } from "#client/ui/row-menu.tsx";
import type { ServiceAccount } from "./service-account.ts";
import { texts } from "./texts.ts";
import { useAccountActions } from "./use-account-actions.ts";
import type { AccountDialogs } from "./use-account-dialogs.ts";

export function AccountMenu(props: {
  account: ServiceAccount;
  dialogs: AccountDialogs;
}) {
  const { user } = useOrganization();
  const actions = useAccountActions();
  const roles = useRoles();
  const copy = () => ({ ...props.account });
  const blocked = () =>
    roles.canAssign(props.account.role) ? undefined : texts().menu.aboveOwn;
  return (
    <RowMenu label={texts().table.actionsFor(props.account.name)}>
      <MenuItem
        blocked={blocked()}
        icon={<Pencil size={16} />}
        onSelect={() => props.dialogs.edit(copy())}
      >
        {texts().menu.edit}
      </MenuItem>
      <Show when={props.account.steward?.id !== user().id}>
        <MenuItem
          blocked={blocked()}
          icon={<UserCheck size={16} />}
          onSelect={() => void actions.takeOver(copy())}
        >
          {texts().menu.takeOver}
        </MenuItem>
      </Show>
      <Show
        when={props.account.suspendedAt}
        fallback={
          <MenuItem
            blocked={blocked()}
            icon={<Lock size={16} />}
            onSelect={() => props.dialogs.suspend(copy())}
          >
            {texts().menu.suspend}
          </MenuItem>
        }
      >
        <MenuItem
          blocked={blocked()}
          icon={<LogIn size={16} />}
          onSelect={() => void actions.reactivate(copy())}
        >
          {texts().menu.reactivate}
        </MenuItem>
      </Show>
      <MenuSeparator />
      <MenuItem
        tone="danger"
        blocked={blocked()}
        icon={<Trash size={16} />}
        onSelect={() => props.dialogs.delete(copy())}
      >
        {texts().menu.delete}
      </MenuItem>
    </RowMenu>
  );
}
