import KeyRound from "lucide-solid/icons/key-round";
import Pencil from "lucide-solid/icons/pencil";
import Trash from "lucide-solid/icons/trash";
import { Show } from "solid-js";
import { Badge } from "#client/ui/badge.tsx";
import { RowMenu } from "#client/ui/row-menu.tsx";
import { MenuItem, MenuSeparator } from "#client/ui/menu-item.tsx";
import { RelativeTime } from "#client/ui/relative-time.tsx";
import type { Passkey } from "./passkey.ts";
import { texts } from "./texts.ts";

export function PasskeyRow(props: {
  passkey: Passkey;
  onRename: () => void;
  onRemove: () => void;
}) {
  return (
    <li class="flex items-center gap-3.5 py-3 pr-3 pl-5">
      <KeyRound size={20} class="shrink-0 text-subtle" />
      <div class="min-w-0 flex-1">
        <p class="flex flex-wrap items-center gap-x-2 gap-y-1">
          <bdi class="min-w-0 font-medium break-words">
            {props.passkey.name}
          </bdi>
          <SyncBadge isSynced={props.passkey.isSynced} />
        </p>
        <p class="text-sm text-muted">
          {texts().row.added} <RelativeTime value={props.passkey.createdAt} /> ·{" "}
          <Show
            when={props.passkey.lastUsedAt}
            fallback={texts().row.neverUsed}
          >
            {(at) => (
              <>
                {texts().row.used} <RelativeTime value={at()} />
              </>
            )}
          </Show>
        </p>
      </div>
      <RowMenu label={texts().row.actions(props.passkey.name)}>
        <MenuItem icon={<Pencil size={16} />} onSelect={props.onRename}>
          {texts().row.rename}
        </MenuItem>
        <MenuSeparator />
        <MenuItem
          tone="danger"
          icon={<Trash size={16} />}
          onSelect={props.onRemove}
        >
          {texts().row.remove}
        </MenuItem>
      </RowMenu>
    </li>
  );
}

function SyncBadge(props: { isSynced: boolean }) {
  return (
    <span
      title={props.isSynced ? texts().row.syncedHint : texts().row.singleHint}
    >
      <Badge>{props.isSynced ? texts().row.synced : texts().row.single}</Badge>
    </span>
  );
}
