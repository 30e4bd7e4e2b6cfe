import Pencil from "lucide-solid/icons/pencil";
import RefreshCw from "lucide-solid/icons/refresh-cw";
import X from "lucide-solid/icons/x";
import { useOrganization } from "#sdk/solid.ts";
import { MenuItem, MenuSeparator } from "#client/ui/menu-item.tsx";
import { RowMenu } from "#client/ui/row-menu.tsx";
import type { ApiKey } from "./api-key.ts";
import { texts } from "./texts.ts";
import type { KeyDialogs } from "./use-key-dialogs.ts";

export function KeyMenu(props: { apiKey: ApiKey; dialogs: KeyDialogs }) {
  const { user } = useOrganization();
  const copy = () => ({ ...props.apiKey });
  // The member who rotates a key sees its secret, and could then act as its owner.
  const blocked = () => {
    const { kind, id } = props.apiKey.owner;
    return kind === "user" && id !== user().id
      ? texts().menu.ownerOnly
      : undefined;
  };
  return (
    <RowMenu label={texts().table.actionsFor(props.apiKey.name)}>
      <MenuItem
        icon={<RefreshCw size={16} />}
        blocked={blocked()}
        onSelect={() => props.dialogs.rotate(copy())}
      >
        {texts().menu.rotate}
      </MenuItem>
      <MenuItem
        icon={<Pencil size={16} />}
        onSelect={() => props.dialogs.edit(copy())}
      >
        {texts().menu.edit}
      </MenuItem>
      <MenuSeparator />
      <MenuItem
        tone="danger"
        icon={<X size={16} />}
        onSelect={() => props.dialogs.revoke(copy())}
      >
        {texts().menu.revoke}
      </MenuItem>
    </RowMenu>
  );
}
