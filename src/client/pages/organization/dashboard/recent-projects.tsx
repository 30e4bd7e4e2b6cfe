import { For, Show } from "solid-js";
import { Can, useOrganization } from "../../../session/organization.tsx";
import { LinkButton } from "../../../ui/link-button.tsx";
import { RelativeTime } from "../../../ui/relative-time.tsx";
import { Section } from "../../../ui/section.tsx";
import type { Project } from "../projects/project.ts";

/** The projects that were created last. */
export function RecentProjects(props: { projects: readonly Project[] }) {
  const { path } = useOrganization();
  return (
    <Section
      title="Newest projects"
      actions={
        <LinkButton size="sm" href={path("projects")}>
          All projects
        </LinkButton>
      }
      flush
    >
      <Show when={props.projects.length > 0} fallback={<None />}>
        <ul class="divide-y divide-line">
          <For each={props.projects}>
            {(project) => (
              <li>
                <a
                  href={path(`projects/${project.id}`)}
                  class="flex items-baseline justify-between gap-4 px-5 py-2.5 text-sm hover:bg-hover focus-visible:-outline-offset-2 pointer-coarse:min-h-11"
                >
                  <bdi class="min-w-0 truncate font-medium">{project.name}</bdi>
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
    </Section>
  );
}

function None() {
  const { path } = useOrganization();
  return (
    <div class="flex flex-wrap items-center justify-between gap-3 px-5 py-4 text-sm text-muted">
      There are no active projects.
      <Can permission="project:create">
        <LinkButton size="sm" href={path("projects?new=1")}>
          New project
        </LinkButton>
      </Can>
    </div>
  );
}
