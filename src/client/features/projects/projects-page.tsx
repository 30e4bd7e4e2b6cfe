import Plus from "lucide-solid/icons/plus";
import { Show } from "solid-js";
import { Can } from "#sdk/solid.ts";
import { Button } from "#client/ui/button.tsx";
import { LoadMore } from "#client/ui/load-more.tsx";
import { Loaded } from "#client/ui/loaded.tsx";
import { PageHeader } from "#client/ui/page-header.tsx";
import { RowsBox } from "#client/ui/rows-box.tsx";
import { createDialogParam } from "#client/ui/search-param.ts";
import { createSelection } from "#client/ui/selection.ts";
import { Skeleton } from "#client/ui/skeleton.tsx";
import { SelectedProjects } from "./selected-projects.tsx";
import { NewProjectDialog } from "./new-project-dialog.tsx";
import { NoProjects } from "./no-projects.tsx";
import { RecentProjects } from "./recent-projects.tsx";
import { ProjectTable } from "./project-table.tsx";
import { ProjectToolbar } from "./project-toolbar.tsx";
import { useProjectList } from "./use-project-list.ts";
import { useProjectActions } from "./use-project-actions.ts";
import { texts } from "./texts.ts";

export default function ProjectsPage() {
  const list = useProjectList();
  const actions = useProjectActions();
  const creation = createDialogParam("new");
  const selection = createSelection(
    list.rows,
    (project) => texts().select(project.name),
    ({ id }) => id,
  );

  return (
    <>
      <PageHeader
        title={texts().title}
        actions={
          <Can permission="project:create">
            <Button
              variant="primary"
              icon={<Plus size={16} />}
              onClick={creation.open}
            >
              {texts().newProject}
            </Button>
          </Can>
        }
      />
      <RecentProjects />
      <ProjectToolbar list={list} />
      <Loaded query={list.query} skeleton={<Skeleton rows={8} />}>
        {() => (
          <Show
            when={list.rows().length > 0}
            fallback={<NoProjects list={list} onCreate={creation.open} />}
          >
            <RowsBox isStale={list.query.isPlaceholderData}>
              <ProjectTable
                rows={list.rows()}
                showsStatus={list.status() === "all"}
                selection={selection}
                list={list}
                actions={actions}
              />
              <LoadMore query={list.query} />
            </RowsBox>
          </Show>
        )}
      </Loaded>
      <SelectedProjects selection={selection} />
      <NewProjectDialog open={creation.isOpen()} onClose={creation.close} />
    </>
  );
}
