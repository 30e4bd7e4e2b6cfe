import { createMemo, For, Show } from "solid-js";
import { api } from "#client/session/api.ts";
import { useOrganizationPath } from "#client/session/organization-path.ts";
import { recentProjects } from "#client/session/recent-projects.ts";
import { useOrganization } from "#sdk/solid.ts";
import { texts } from "./texts.ts";

/** Links to the projects that the user opened last in this browser. */
export function RecentProjects() {
  const { user, organization } = useOrganization();
  const ids = createMemo(() => recentProjects(user().id, organization().id));
  return (
    <Show when={ids().length > 0}>
      <nav
        aria-label={texts().recent}
        class="mb-4 flex flex-wrap items-center gap-x-3 gap-y-1 text-sm"
      >
        <span class="text-muted">{texts().recent}</span>
        <For each={ids()}>{(id) => <RecentProject id={id} />}</For>
      </nav>
    </Show>
  );
}

/** A link to a project. It is absent if the project was deleted since. */
function RecentProject(props: { id: string }) {
  const { slug } = useOrganization();
  const path = useOrganizationPath();
  const project = api.projects.get.useQuery(
    () => ({ org: slug(), projectId: props.id }),
    () => ({ retry: false }),
  );
  return (
    <Show when={project.isSuccess && project.data}>
      {(found) => (
        <a
          href={path(`projects/${found().id}`)}
          class="max-w-48 truncate rounded-sm hover:underline pointer-coarse:min-h-11 pointer-coarse:leading-11"
          dir="auto"
        >
          {found().name}
        </a>
      )}
    </Show>
  );
}
