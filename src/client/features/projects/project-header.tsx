import Archive from "lucide-solid/icons/archive";
import ArchiveRestore from "lucide-solid/icons/archive-restore";
import { Show } from "solid-js";
import { useOrganization } from "#sdk/solid.ts";
import { useVerbs } from "#client/session/verbs/use-verbs.ts";
import { VerbMenu } from "#client/session/verbs/verb-menu.tsx";
import { Button } from "#client/ui/button.tsx";
import { PageHeader } from "#client/ui/page-header.tsx";
import type { Project } from "./project.ts";
import { FavouriteButton } from "./favourite-button.tsx";
import { ReadOnlyBadge, StatusBadge } from "./project-badges.tsx";
import { useProjectActions } from "./use-project-actions.ts";
import { texts } from "./texts.ts";
import { projectKind } from "./verbs.ts";

/** Shows a project's name and status, and the buttons for its actions. */
export function ProjectHeader(props: { project: Project }) {
  const { can } = useOrganization();
  const verbs = useVerbs(projectKind);
  const actions = useProjectActions();
  return (
    <>
      <PageHeader
        title={props.project.name}
        badge={
          <>
            <FavouriteButton project={props.project} />
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
            {/* The page has a field for the name, and a button for the status. */}
            <VerbMenu
              label={texts().menu.label(props.project.name)}
              verbs={verbs}
              thing={props.project}
              without={["rename", "archive", "reactivate", "changeOwner"]}
            />
          </>
        }
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
