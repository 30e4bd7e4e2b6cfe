import { createSignal } from "solid-js";
import { useOrganization } from "#sdk/solid.ts";
import { RelativeTime } from "#client/ui/relative-time.tsx";
import type { Selection } from "#client/ui/selection.ts";
import { Table } from "#client/ui/table.tsx";
import type { Column } from "#client/ui/table-column.ts";
import { useVerbs } from "#client/session/verbs/use-verbs.ts";
import { VerbMenu } from "#client/session/verbs/verb-menu.tsx";
import type { Project } from "./project.ts";
import { StatusBadge } from "./project-badges.tsx";
import type { useProjectActions } from "./use-project-actions.ts";
import { ProjectName } from "./project-name.tsx";
import { texts } from "./texts.ts";
import { projectKind } from "./verbs.ts";

export interface ProjectTableProps {
  rows: readonly Project[];
  /** Whether the rows show the project's status; false if the list is filtered by status. */
  showsStatus: boolean;
  selection: Selection<Project>;
  actions: ReturnType<typeof useProjectActions>;
}

export function ProjectTable(props: ProjectTableProps) {
  const { can } = useOrganization();
  const [renaming, setRenaming] = createSignal<string>();
  const verbs = useVerbs(projectKind, {
    rename: ({ id }) => setRenaming(id),
  });
  const name: Column<Project> = {
    id: "name",
    header: texts().table.name,
    class: "sm:w-full sm:max-w-0",
    cell: (project) => (
      <ProjectName
        project={project}
        isRenaming={renaming() === project.id}
        onRename={(next) => void props.actions.rename(project, next)}
        onRenamed={() => setRenaming(undefined)}
      />
    ),
  };
  const actions: Column<Project> = {
    id: "actions",
    header: texts().table.actions,
    isActions: true,
    align: "end",
    cell: (project) => (
      <VerbMenu
        label={texts().menu.label(project.name)}
        verbs={verbs}
        thing={project}
      />
    ),
  };
  const columns = () => [
    name,
    ...(props.showsStatus ? [statusColumn()] : []),
    updatedColumn(),
    createdColumn(),
    ...(can("project:update") ? [actions] : []),
  ];
  return (
    <Table
      caption={texts().table.caption}
      columns={columns()}
      rows={props.rows}
      selection={can("project:update") ? props.selection : undefined}
    />
  );
}

const statusColumn = (): Column<Project> => ({
  id: "status",
  header: texts().table.status,
  cell: (project) => <StatusBadge status={project.status} />,
});

const updatedColumn = (): Column<Project> => ({
  id: "updated",
  header: texts().table.updated,
  class: "whitespace-nowrap text-muted",
  cell: (project) => <RelativeTime value={project.updatedAt} />,
});

const createdColumn = (): Column<Project> => ({
  id: "created",
  header: texts().table.created,
  class: "whitespace-nowrap text-muted max-sm:hidden",
  cell: (project) => <RelativeTime value={project.createdAt} />,
});
