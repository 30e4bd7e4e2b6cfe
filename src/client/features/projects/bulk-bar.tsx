import Archive from "lucide-solid/icons/archive";
import ArchiveRestore from "lucide-solid/icons/archive-restore";
import { createMemo, Show } from "solid-js";
import { Button } from "#client/ui/button.tsx";
import { SelectionBar } from "#client/ui/selection-bar.tsx";
import type { Selection } from "#client/ui/selection.ts";
import type { Project, ProjectStatus } from "./project.ts";
import { texts } from "./texts.ts";

export function BulkBar(props: {
  selection: Selection<Project>;
  onStatus: (status: ProjectStatus, projects: readonly Project[]) => void;
}) {
  const rows = () => props.selection.rows();
  const withStatus = (status: ProjectStatus) =>
    rows().filter((project) => project.status === status && !project.isFrozen);
  const active = createMemo(() => withStatus("active"));
  const archived = createMemo(() => withStatus("archived"));
  const readOnly = () => rows().filter(({ isFrozen }) => isFrozen).length;
  const apply = (status: ProjectStatus, projects: readonly Project[]) => {
    props.onStatus(status, projects);
    props.selection.clear();
    document.getElementById("main")?.focus();
  };
  return (
    <SelectionBar
      label={texts().bulk.label}
      count={rows().length}
      selected={texts().bulk.selected(rows().length)}
      clearLabel={texts().bulk.clear}
      note={readOnly() > 0 ? texts().bulk.readOnly(readOnly()) : undefined}
      onClear={() => props.selection.clear()}
    >
      <Show when={active().length > 0}>
        <Button
          size="sm"
          icon={<Archive size={14} />}
          onClick={() => apply("archived", active())}
        >
          {texts().bulk.archive}
        </Button>
      </Show>
      <Show when={archived().length > 0}>
        <Button
          size="sm"
          icon={<ArchiveRestore size={14} />}
          onClick={() => apply("active", archived())}
        >
          {texts().bulk.reactivate}
        </Button>
      </Show>
    </SelectionBar>
  );
}
