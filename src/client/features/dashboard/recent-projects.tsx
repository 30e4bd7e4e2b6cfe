import { For, Show } from "solid-js";
import { Can, useOrganization } from "#client/session/organization.tsx";
import { Loaded } from "#client/ui/loaded.tsx";
import { Skeleton } from "#client/ui/skeleton.tsx";
import { LinkButton } from "#client/ui/link-button.tsx";
import { RelativeTime } from "#client/ui/relative-time.tsx";
import { Section } from "#client/ui/section.tsx";
import { useActiveProjects } from "#client/session/counts.ts";
import { texts } from "./texts.ts";

const NEWEST = 5;

/** The projects that were created last. */
export function RecentProjects() {
  const { path } = useOrganization();
  const active = useActiveProjects();
  const projects = () =>
    active.isSuccess ? active.data.items.slice(0, NEWEST) : [];
  return (
    <Section
      title={texts().newest.title}
      actions={
        <LinkButton size="sm" href={path("projects")}>
          {texts().newest.all}
        </LinkButton>
      }
      flush
    >
      <Loaded query={active} skeleton={<Skeleton rows={NEWEST} />}>
        {() => (
          <Show when={projects().length > 0} fallback={<None />}>
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

function None() {
  const { path } = useOrganization();
  return (
    <div class="flex flex-wrap items-center justify-between gap-3 px-5 py-4 text-sm text-muted">
      {texts().newest.none}
      <Can permission="project:create">
        <LinkButton size="sm" href={path("projects?new=1")}>
          {texts().newest.make}
        </LinkButton>
      </Can>
    </div>
  );
}
