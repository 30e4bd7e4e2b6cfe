import { createSignal } from "solid-js";
import { useOrganization } from "#sdk/solid.ts";
import { RelativeTime } from "#client/ui/relative-time.tsx";
import type { Selection } from "#client/ui/selection.ts";
import { Table } from "#client/ui/table.tsx";
import type { Column } from "#client/ui/table-column.ts";
import { useVerbs } from "#client/session/verbs/use-verbs.ts";
import { VerbMenu } from "#client/session/verbs/verb-menu.tsx";
import { OwnerName } from "./owner-name.tsx";
import type { Project, Sort } from "./project.ts";
import { StatusBadge } from "./project-badges.tsx";
import type { useProjectActions } from "./use-project-actions.ts";
import type { ProjectList } from "./use-project-list.ts";
import { ProjectName } from "./project-name.tsx";
import { texts } from "./texts.ts";
import { projectKind } from "./verbs.ts";

export interface ProjectTableProps {
  rows: readonly Project[];
  /** Whether the rows show the project's status; false if the list is filtered by status. */
  showsStatus: boolean;
  selection: Selection<Project>;
  list: Pick<ProjectList, "sortedBy" | "order" | "toggle">;
  actions: ReturnType<typeof useProjectActions>;
}

export function ProjectTable(props: ProjectTableProps) {
  const { can } = useOrganization();
  const [renaming, setRenaming] = createSignal<string>();
  const verbs = useVerbs(projectKind, {
    rename: ({ id }) => setRenaming(id),
  });
  const sortOf = (sort: Sort): Column<Project>["sort"] => ({
    get direction() {
      if (props.list.sortedBy() !== sort) return undefined;
      return props.list.order() === "asc" ? "ascending" : "descending";
    },
    onToggle: () => props.list.toggle(sort),
  });
  const name: Column<Project> = {
    id: "name",
    header: texts().table.name,
    class: "sm:w-full sm:max-w-0",
    sort: sortOf("name"),
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
    { ...ownerColumn(), sort: sortOf("owner") },
    { ...updatedColumn(), sort: sortOf("updated") },
    { ...createdColumn(), sort: sortOf("created") },
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

const ownerColumn = (): Column<Project> => ({
  id: "owner",
  header: texts().table.owner,
  class: "sm:max-w-44",
  cell: (project) => <OwnerName project={project} />,
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
  class: "whitespace-nowrap text-muted max-lg:hidden",
  cell: (project) => <RelativeTime value={project.createdAt} />,
});
