import { useLocation } from "@solidjs/router";
import Columns3 from "lucide-solid/icons/columns-3";
import Save from "lucide-solid/icons/bookmark-plus";
import Trash from "lucide-solid/icons/trash";
import { For, Show } from "solid-js";
import { useOrganization } from "#sdk/solid.ts";
import { verbDialog } from "#client/session/verbs/dialogs.tsx";
import { Button } from "#client/ui/button.tsx";
import { Menu } from "#client/ui/menu.tsx";
import {
  MenuCheck,
  MenuGroup,
  MenuItem,
  MenuSeparator,
} from "#client/ui/menu-item.tsx";
import { toast } from "#client/ui/toast.ts";
import {
  chooseColumns,
  chosenColumns,
  type ColumnId,
  visibleColumns,
} from "../columns.ts";
import { texts } from "../texts.ts";
import { useSavedViews } from "./saved-views.ts";
import { isShown, type View } from "./view.ts";

const openSaveView = verbDialog<object>(() => import("./save-view-dialog.tsx"));

/** Chooses the columns, and saves and deletes views. */
export function ViewMenu() {
  const { can } = useOrganization();
  const location = useLocation();
  const saved = useSavedViews();
  const current = () =>
    saved
      .views()
      .find((view) => isShown(view, location.search, chosenColumns()));
  const toggle = (column: ColumnId, checked: boolean) =>
    chooseColumns(
      checked
        ? [...chosenColumns(), column]
        : chosenColumns().filter((other) => other !== column),
    );
  const remove = (view: View) => {
    const before = saved.views();
    saved.remove(view);
    toast.undo(texts().saveView.deleted(view.name), () =>
      saved.restore(before),
    );
  };
  return (
    <Menu
      trigger={(attributes) => (
        <Button {...attributes} icon={<Columns3 size={16} />}>
          {texts().viewMenu.label}
        </Button>
      )}
    >
      <MenuGroup label={texts().viewMenu.columns}>
        <For each={visibleColumns(can)}>
          {(column) => (
            <MenuCheck
              checked={chosenColumns().includes(column)}
              onChange={(checked) => toggle(column, checked)}
            >
              {texts().columns[column]}
            </MenuCheck>
          )}
        </For>
      </MenuGroup>
      <MenuSeparator />
      <MenuItem icon={<Save size={16} />} onSelect={() => openSaveView({})}>
        {texts().viewMenu.save}
      </MenuItem>
      <Show when={current()}>
        {(view) => (
          <MenuItem
            icon={<Trash size={16} />}
            tone="danger"
            onSelect={() => remove(view())}
          >
            {texts().viewMenu.delete(view().name)}
          </MenuItem>
        )}
      </Show>
    </Menu>
  );
}
