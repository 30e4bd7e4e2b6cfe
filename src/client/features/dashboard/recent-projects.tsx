import { For, Show } from "solid-js";
import { Can } from "#sdk/solid.ts";
import { useOrganizationPath } from "#client/session/organization-path.ts";
import { Loaded } from "#client/ui/loaded.tsx";
import { Skeleton } from "#client/ui/skeleton.tsx";
import { LinkButton } from "#client/ui/link-button.tsx";
import { RelativeTime } from "#client/ui/relative-time.tsx";
import { Section } from "#client/ui/section.tsx";
import { useActiveProjects } from "#client/session/counts.ts";
import { texts } from "./texts.ts";

const SHOWN = 5;

export function RecentProjects() {
  const path = useOrganizationPath();
  const active = useActiveProjects();
  const projects = () =>
    active.isSuccess ? active.data.items.slice(0, SHOWN) : [];
  return (
    <Section
      title={texts().recent.title}
      actions={
        <LinkButton size="sm" href={path("projects")}>
          {texts().recent.all}
        </LinkButton>
      }
      flush
    >
      <Loaded query={active} skeleton={<Skeleton rows={SHOWN} />}>
        {() => (
          <Show when={projects().length > 0} fallback={<NoProjects />}>
            <ul class="divide-y divide-line">
              <For each={projects()}>
                {(project) => (
                  <li>
                    <a
                      href={path(`projects/${project.id}`)}
                      class="flex items-baseline justify-between gap-4 px-5 py-2.5 text-sm hover:bg-hover focus-visible:-outline-offset-2 pointer-coarse:min-h-11"
                    >
                      <bdi class="min-w-0 truncate font-medium">
                        {project.name}
                      </bdi>
                      <RelativeTime
                        value={project.createdAt}
                        class="shrink-0 text-muted"
                      />
                    </a>
                  </li>
                )}
              </For>
            </ul>
          </Show>
        )}
      </Loaded>
    </Section>
  );
}

function NoProjects() {
  const path = useOrganizationPath();
  return (
    <div class="flex flex-wrap items-center justify-between gap-3 px-5 py-4 text-sm text-muted">
      {texts().recent.none}
      <Can permission="project:create">
        <LinkButton size="sm" href={path("projects?new=1")}>
          {texts().recent.create}
        </LinkButton>
      </Can>
    </div>
  );
}
