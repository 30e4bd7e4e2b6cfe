import { useNavigate } from "@solidjs/router";
import Archive from "lucide-solid/icons/archive";
import ArchiveRestore from "lucide-solid/icons/archive-restore";
import { createSignal, Show } from "solid-js";
import { useOrganization } from "#sdk/solid.ts";
import { useOrganizationPath } from "#client/session/organization-path.ts";
import { Button } from "#client/ui/button.tsx";
import { PageHeader } from "#client/ui/page-header.tsx";
import { DeleteProjectDialog } from "./delete-project-dialog.tsx";
import type { Project } from "./project.ts";
import { ProjectMenu } from "./project-menu.tsx";
import { ReadOnlyBadge, StatusBadge } from "./project-badges.tsx";
import { useProjectActions } from "./use-project-actions.ts";
import { texts } from "./texts.ts";

/** Shows a project's name and status, and the buttons for its actions. */
export function ProjectHeader(props: { project: Project }) {
  const { can } = useOrganization();
  const path = useOrganizationPath();
  const navigate = useNavigate();
  const actions = useProjectActions();
  const [deleting, setDeleting] = createSignal<Project>();
  const deleteAndLeave = async (project: Project) => {
    await actions.deleteProject(project);
    navigate(path("projects"), { replace: true });
  };
  return (
    <>
      <PageHeader
        title={props.project.name}
        badge={
          <>
            <StatusBadge status={props.project.status} />
            <ReadOnlyBadge project={props.project} />
          </>
        }
        actions={
          <>
            <Show when={can("project:update") && !props.project.isFrozen}>
              <StatusButton
                project={props.project}
                onStatus={(status) =>
                  actions.changeStatus(status, [props.project])
                }
              />
            </Show>
            <Show when={actions.canDelete(props.project)}>
              <ProjectMenu
                project={props.project}
                canDelete
                onDelete={() => setDeleting({ ...props.project })}
              />
            </Show>
          </>
        }
      />
      <DeleteProjectDialog
        project={deleting()}
        onClose={() => setDeleting(undefined)}
        onDelete={deleteAndLeave}
      />
    </>
  );
}

function StatusButton(props: {
  project: Project;
  onStatus: (status: Project["status"]) => unknown;
}) {
  const isActive = () => props.project.status === "active";
  return (
    <Button
      icon={
        <Show when={isActive()} fallback={<ArchiveRestore size={16} />}>
          <Archive size={16} />
        </Show>
      }
      onClick={() => props.onStatus(isActive() ? "archived" : "active")}
    >
      {isActive()
        ? texts().projectHeader.archive
        : texts().projectHeader.reactivate}
    </Button>
  );
}
