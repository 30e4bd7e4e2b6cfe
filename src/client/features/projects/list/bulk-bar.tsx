import Archive from "lucide-solid/icons/archive";
import ArchiveRestore from "lucide-solid/icons/archive-restore";
import X from "lucide-solid/icons/x";
import { createMemo, Show } from "solid-js";
import { Button } from "#client/ui/button.tsx";
import { IconButton } from "#client/ui/icon-button.tsx";
import type { Selection } from "#client/ui/selection.ts";
import type { Project, ProjectStatus } from "../project.ts";
import { texts } from "./texts.ts";

/** Actions for the selected projects, in a bar at the bottom of the list. */
export function BulkBar(props: {
  selection: Selection<Project>;
  onStatus: (status: ProjectStatus, projects: readonly Project[]) => void;
}) {
  const count = () => props.selection.rows().length;
  const withStatus = (status: ProjectStatus) =>
    props.selection
      .rows()
      .filter((project) => project.status === status && !project.isFrozen);
  const active = createMemo(() => withStatus("active"));
  const archived = createMemo(() => withStatus("archived"));
  const frozen = () =>
    props.selection.rows().filter(({ isFrozen }) => isFrozen).length;
  const apply = (status: ProjectStatus, projects: readonly Project[]) => {
    props.onStatus(status, projects);
    props.selection.clear();
    document.getElementById("main")?.focus();
  };
  return (
    <>
      <span role="status" class="sr-only">
        {count() > 0 ? texts().bulk.selected(count()) : ""}
      </span>
      <Show when={count() > 0}>
        <div
          role="group"
          aria-label={texts().bulk.label}
          class="sticky bottom-4 z-30 mx-auto mt-4 flex w-max max-w-full flex-wrap items-center gap-1.5 rounded-lg border border-line-strong bg-raised py-1.5 pr-1.5 pl-3.5 text-sm shadow-pop"
        >
          <span class="mr-1 font-medium tabular-nums">
            {texts().bulk.selected(count())}
          </span>
          <Show when={frozen() > 0}>
            <span class="mr-1 text-muted">
              {texts().bulk.readOnly(frozen())}
            </span>
          </Show>
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
          <IconButton
            size="sm"
            label={texts().bulk.clear}
            onClick={() => props.selection.clear()}
          >
            <X size={14} />
          </IconButton>
        </div>
      </Show>
    </>
  );
}
