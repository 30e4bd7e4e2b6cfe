import Archive from "lucide-solid/icons/archive";
import ArchiveRestore from "lucide-solid/icons/archive-restore";
import Pencil from "lucide-solid/icons/pencil";
import Trash from "lucide-solid/icons/trash";
import { Show } from "solid-js";
import { useOrganization } from "#sdk/solid.ts";
import { RowMenu } from "#client/ui/row-menu.tsx";
import { MenuItem, MenuSeparator } from "#client/ui/menu-item.tsx";
import type { Project, ProjectStatus } from "./project.ts";
import { texts } from "./texts.ts";

export interface ProjectMenuProps {
  project: Project;
  canDelete: boolean;
  onRename?: () => void;
  onStatus?: (status: ProjectStatus) => void;
  onDelete: () => void;
}

/** Menu of the actions for a project that the user has the permission for. */
export function ProjectMenu(props: ProjectMenuProps) {
  const { can } = useOrganization();
  const canChange = () => can("project:update") && !props.project.isFrozen;
  return (
    <RowMenu label={texts().menu.label(props.project.name)}>
      <Show when={canChange()}>
        <Show when={props.onRename}>
          {(rename) => (
            <MenuItem icon={<Pencil size={16} />} onSelect={rename()}>
              {texts().menu.rename}
            </MenuItem>
          )}
        </Show>
        <Show when={props.onStatus}>
          {(change) => (
            <StatusItem project={props.project} onStatus={change()} />
          )}
        </Show>
      </Show>
      <Show when={props.canDelete}>
        <Show when={canChange() && props.onRename}>
          <MenuSeparator />
        </Show>
        <MenuItem
          tone="danger"
          icon={<Trash size={16} />}
          onSelect={props.onDelete}
        >
          {texts().menu.delete}
        </MenuItem>
      </Show>
    </RowMenu>
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
          {texts().menu.reactivate}
        </MenuItem>
      }
    >
      <MenuItem
        icon={<Archive size={16} />}
        onSelect={() => props.onStatus("archived")}
      >
        {texts().menu.archive}
      </MenuItem>
    </Show>
  );
}
