import { useParams } from "@solidjs/router";
import ChevronLeft from "lucide-solid/icons/chevron-left";
import { createEffect, lazy, Show } from "solid-js";
import { api } from "#client/session/api.ts";
import { Can, useOrganization } from "#sdk/solid.ts";
import { rememberProject } from "#client/session/recent-projects.ts";
import { useOrganizationPath } from "#client/session/organization-path.ts";
import { Loaded } from "#client/ui/loaded.tsx";
import { Skeleton } from "#client/ui/skeleton.tsx";
import { FrozenCallout } from "./frozen-callout.tsx";
import { ProjectDescription } from "./project-description.tsx";
import { ProjectEditor } from "./project-editor.tsx";
import { ProjectFacts } from "./project-facts.tsx";
import { ProjectHeader } from "./project-header.tsx";
import { ProjectNotFound } from "./project-not-found.tsx";
import type { Project } from "./project.ts";
import { texts } from "./texts.ts";

const RecentChanges = lazy(
  () => import("#client/features/history/recent-changes.tsx"),
);

export default function ProjectPage() {
  const { slug } = useOrganization();
  const params = useParams<{ projectId: string }>();
  const project = api.projects.get.useQuery(() => ({
    org: slug(),
    projectId: params.projectId,
  }));
  return (
    <Loaded
      query={project}
      skeleton={<Skeleton kind="text" rows={8} />}
      missing={<ProjectNotFound />}
    >
      {(found) => <ProjectDetails project={found()} />}
    </Loaded>
  );
}

function ProjectDetails(props: { project: Project }) {
  const { can, user, organization } = useOrganization();
  createEffect(() =>
    rememberProject(user().id, organization().id, props.project.id),
  );
  const path = useOrganizationPath();
  return (
    <>
      <nav aria-label={texts().breadcrumb} class="mb-3">
        <a
          href={path("projects")}
          class="-ml-1 inline-flex items-center gap-0.5 rounded-sm text-sm text-muted hover:text-ink pointer-coarse:min-h-11"
        >
          <ChevronLeft size={16} /> {texts().title}
        </a>
      </nav>
      <ProjectHeader project={props.project} />
      <Show when={props.project.isFrozen}>
        <FrozenCallout />
      </Show>
      <div class="grid items-start gap-x-6 lg:grid-cols-[minmax(0,1fr)_18rem]">
        <Show
          when={can("project:update") && !props.project.isFrozen}
          fallback={<ProjectDescription text={props.project.description} />}
        >
          {/* When the page shows another project, mount a new form. */}
          <Show when={props.project.id} keyed>
            <ProjectEditor project={props.project} />
          </Show>
        </Show>
        <ProjectFacts project={props.project} />
        <Can permission="audit:read">
          <RecentChanges of={{ kind: "project", id: props.project.id }} />
        </Can>
      </div>
    </>
  );
}
