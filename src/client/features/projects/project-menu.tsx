import Archive from "lucide-solid/icons/archive";
import ArchiveRestore from "lucide-solid/icons/archive-restore";
import Ellipsis from "lucide-solid/icons/ellipsis";
import Pencil from "lucide-solid/icons/pencil";
import Trash from "lucide-solid/icons/trash";
import { Show } from "solid-js";
import { useOrganization } from "#client/session/organization.tsx";
import { IconButton } from "#client/ui/icon-button.tsx";
import { Menu } from "#client/ui/menu.tsx";
import { MenuItem, MenuSeparator } from "#client/ui/menu-item.tsx";
import type { Project, ProjectStatus } from "./project.ts";
import { texts } from "./texts.ts";

export interface ProjectMenuProps {
  project: Project;
  mayDelete: boolean;
  onRename?: () => void;
  onStatus?: (status: ProjectStatus) => void;
  onDelete: () => void;
}

/** What the reader may do with one project. */
export function ProjectMenu(props: ProjectMenuProps) {
  const { can } = useOrganization();
  const mayChange = () => can("project:update") && !props.project.isFrozen;
  return (
    <Menu
      trigger={(attributes) => (
        <IconButton
          {...attributes}
          title={undefined}
          label={texts().projectMenu.actionsFor(props.project.name)}
        >
          <Ellipsis size={16} />
        </IconButton>
      )}
    >
      <Show when={mayChange()}>
        <Show when={props.onRename}>
          {(rename) => (
            <MenuItem icon={<Pencil size={16} />} onSelect={rename()}>
              {texts().projectMenu.rename}
            </MenuItem>
          )}
        </Show>
        <Show when={props.onStatus}>
          {(change) => (
            <StatusItem project={props.project} onStatus={change()} />
          )}
        </Show>
      </Show>
      <Show when={props.mayDelete}>
        <Show when={mayChange() && props.onRename}>
          <MenuSeparator />
        </Show>
        <MenuItem
          tone="danger"
          icon={<Trash size={16} />}
          onSelect={props.onDelete}
        >
          {texts().projectMenu.delete}
        </MenuItem>
      </Show>
    </Menu>
  );
}

function StatusItem(props: {
  project: Project;
  onStatus: (status: ProjectStatus) => void;
}) {
  return (
    <Show
      when={props.project.status === "active"}
      fallback={
        <MenuItem
          icon={<ArchiveRestore size={16} />}
          onSelect={() => props.onStatus("active")}
        >
          {texts().projectMenu.reactivate}
        </MenuItem>
      }
    >
      <MenuItem
        icon={<Archive size={16} />}
        onSelect={() => props.onStatus("archived")}
      >
        {texts().projectMenu.archive}
      </MenuItem>
    </Show>
  );
}
