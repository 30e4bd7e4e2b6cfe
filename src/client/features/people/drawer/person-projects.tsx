import { For, Show } from "solid-js";
import { useOrganization } from "#sdk/solid.ts";
import { api } from "#client/session/api.ts";
import { useOrganizationPath } from "#client/session/organization-path.ts";
import { RelativeTime } from "#client/ui/relative-time.tsx";
import { TextLink } from "#client/ui/text-link.tsx";
import { texts } from "../texts.ts";
import { DrawerSection } from "./drawer-section.tsx";

const SHOWN = 5;

/** The projects that a member owns, the ones that were changed last first. */
export function PersonProjects(props: { userId: string; count: number }) {
  const { slug } = useOrganization();
  const path = useOrganizationPath();
  const query = api.projects.list.useQuery(() => ({
    org: slug(),
    owner: props.userId,
    sort: "updated",
    limit: SHOWN,
  }));
  return (
    <Show when={query.isSuccess && query.data}>
      {(page) => (
        <DrawerSection
          title={texts().drawer.projects(props.count)}
          aside={
            <Show when={page().nextCursor}>
              <TextLink
                class="text-sm"
                href={path(`projects?owner=${props.userId}`)}
              >
                {texts().drawer.allProjects}
              </TextLink>
            </Show>
          }
        >
          <ul class="-mx-2 text-sm">
            <For
              each={page().items}
              fallback={
                <li class="px-2 text-muted">{texts().drawer.noProjects}</li>
              }
            >
              {(project) => (
                <li>
                  <a
                    href={path(`projects/${project.id}`)}
                    class="flex items-baseline justify-between gap-3 rounded-md px-2 py-1.5 hover:bg-hover focus-visible:-outline-offset-2"
                  >
                    <bdi class="min-w-0 truncate font-medium">
                      {project.name}
                    </bdi>
                    <RelativeTime
                      value={project.updatedAt}
                      class="shrink-0 text-xs text-muted"
                    />
                  </a>
                </li>
              )}
            </For>
          </ul>
        </DrawerSection>
      )}
    </Show>
  );
}
