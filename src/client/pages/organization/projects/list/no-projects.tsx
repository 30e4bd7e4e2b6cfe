import { useLocation } from "@solidjs/router";
import FolderPlus from "lucide-solid/icons/folder-plus";
import SearchX from "lucide-solid/icons/search-x";
import { Match, Switch } from "solid-js";
import { api } from "../../../../api.ts";
import { Can, useOrganization } from "../../../../session/organization.tsx";
import { Button } from "../../../../ui/button.tsx";
import { EmptyState } from "../../../../ui/empty-state.tsx";
import { LinkButton } from "../../../../ui/link-button.tsx";
import type { ProjectList } from "./use-project-list.ts";

/** Stands where the list would be, and says why it is empty. */
export function NoProjects(props: { list: ProjectList; onCreate: () => void }) {
  const location = useLocation();
  return (
    <Switch fallback={<NoneActive onCreate={props.onCreate} />}>
      <Match when={props.list.search.applied()}>
        {(words) => (
          <EmptyState
            icon={<SearchX size={18} />}
            title="No project found"
            action={
              <Button onClick={() => props.list.search.type("")}>
                Clear search
              </Button>
            }
          >
            No {wordFor(props.list.status())} has “<bdi>{words()}</bdi>” in its
            name.
          </EmptyState>
        )}
      </Match>
      <Match when={props.list.status() === "archived"}>
        <EmptyState
          icon={<FolderPlus size={18} />}
          title="Nothing is archived"
          action={
            <LinkButton href={location.pathname}>Show active ones</LinkButton>
          }
        >
          Archived projects are out of the way, and can be reactivated here.
        </EmptyState>
      </Match>
    </Switch>
  );
}

function NoneActive(props: { onCreate: () => void }) {
  const { slug, path } = useOrganization();
  const any = api.projects.list.useQuery(() => ({ org: slug(), limit: 1 }));
  const hasArchived = () => any.isSuccess && any.data.items.length > 0;
  return (
    <EmptyState
      icon={<FolderPlus size={18} />}
      title={hasArchived() ? "No active projects" : "No projects yet"}
      action={
        <>
          {hasArchived() && (
            <LinkButton href={path("projects?status=archived")}>
              Show archived ones
            </LinkButton>
          )}
          <Can permission="project:create">
            <Button variant="primary" onClick={props.onCreate}>
              New project
            </Button>
          </Can>
        </>
      }
    >
      <Can
        permission="project:create"
        fallback="Projects hold what your team works on. They appear here once somebody creates one."
      >
        Projects hold what your team works on. Everybody in the organization
        sees them.
      </Can>
    </EmptyState>
  );
}

function wordFor(status: string): string {
  return status === "all" ? "project" : `${status} project`;
}
