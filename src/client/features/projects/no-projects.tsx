import { useLocation } from "@solidjs/router";
import FolderPlus from "lucide-solid/icons/folder-plus";
import SearchX from "lucide-solid/icons/search-x";
import { Match, Switch } from "solid-js";
import { api } from "#client/session/api.ts";
import { Can, useOrganization } from "#sdk/solid.ts";
import { useOrganizationPath } from "#client/session/organization-path.ts";
import { Button } from "#client/ui/button.tsx";
import { EmptyState } from "#client/ui/empty-state.tsx";
import { LinkButton } from "#client/ui/link-button.tsx";
import type { ProjectList } from "./use-project-list.ts";
import { texts } from "./texts.ts";

/** Explains why the list of projects is empty. */
export function NoProjects(props: { list: ProjectList; onCreate: () => void }) {
  const location = useLocation();
  return (
    <Switch fallback={<NoActiveProjects onCreate={props.onCreate} />}>
      <Match when={props.list.search.applied()}>
        {(words) => (
          <EmptyState
            icon={<SearchX size={18} />}
            title={texts().none.notFound}
            action={
              <Button onClick={() => props.list.search.type("")}>
                {texts().none.clearSearch}
              </Button>
            }
          >
            {texts().none.noMatch[props.list.status()](<bdi>{words()}</bdi>)}
          </EmptyState>
        )}
      </Match>
      <Match when={props.list.onlyFavourites() || props.list.owner()}>
        <EmptyState
          icon={<SearchX size={18} />}
          title={texts().none.notFound}
          action={
            <LinkButton href={location.pathname}>
              {texts().none.showAll}
            </LinkButton>
          }
        >
          {props.list.onlyFavourites()
            ? texts().none.noFavourites
            : texts().none.noMatchText}
        </EmptyState>
      </Match>
      <Match when={props.list.status() === "archived"}>
        <EmptyState
          icon={<FolderPlus size={18} />}
          title={texts().none.noArchived}
          action={
            <LinkButton href={location.pathname}>
              {texts().none.showActive}
            </LinkButton>
          }
        >
          {texts().none.noArchivedText}
        </EmptyState>
      </Match>
    </Switch>
  );
}

function NoActiveProjects(props: { onCreate: () => void }) {
  const { slug } = useOrganization();
  const path = useOrganizationPath();
  const any = api.projects.list.useQuery(() => ({ org: slug(), limit: 1 }));
  const hasArchived = () => any.isSuccess && any.data.items.length > 0;
  return (
    <EmptyState
      icon={<FolderPlus size={18} />}
      title={hasArchived() ? texts().none.noActive : texts().none.title}
      action={
        <>
          {hasArchived() && (
            <LinkButton href={path("projects?status=archived")}>
              {texts().none.showArchived}
            </LinkButton>
          )}
          <Can permission="project:create">
            <Button variant="primary" onClick={props.onCreate}>
              {texts().none.create}
            </Button>
          </Can>
        </>
      }
    >
      <Can permission="project:create" fallback={texts().none.textForViewers}>
        {texts().none.text}
      </Can>
    </EmptyState>
  );
}
