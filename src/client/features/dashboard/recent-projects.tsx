import { For, Show } from "solid-js";
import { Can } from "#sdk/solid.ts";
import { useOrganizationPath } from "#client/session/organization-path.ts";
import { LinkButton } from "#client/ui/link-button.tsx";
import { RelativeTime } from "#client/ui/relative-time.tsx";
import { Section } from "#client/ui/section.tsx";
import { texts } from "./texts.ts";
import type { Dashboard } from "./use-dashboard.ts";

/** Lists the projects that were changed last, with who changed them. */
export function RecentProjects(props: {
  projects: NonNullable<Dashboard["projects"]>;
}) {
  const path = useOrganizationPath();
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
      <Show when={props.projects.length > 0} fallback={<NoProjects />}>
        <ul class="divide-y divide-line">
          <For each={props.projects}>
            {({ id, name, changedAt, changedBy }) => (
              <li>
                <a
                  href={path(`projects/${id}`)}
                  class="block px-5 py-2.5 text-sm hover:bg-hover focus-visible:-outline-offset-2 pointer-coarse:min-h-11"
                >
                  <bdi class="block truncate font-medium">{name}</bdi>
                  <span class="flex min-w-0 gap-1 text-xs text-muted">
                    <Show when={changedBy}>
                      {(author) => (
                        <span class="truncate">
                          {texts().recent.changedBy(<bdi>{author()}</bdi>)}
                        </span>
                      )}
                    </Show>
                    <Show when={changedBy}>
                      <span aria-hidden="true">·</span>
                    </Show>
                    <RelativeTime value={changedAt} class="shrink-0" />
                  </span>
                </a>
              </li>
            )}
          </For>
        </ul>
      </Show>
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
