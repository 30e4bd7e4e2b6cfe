import { Show } from "solid-js";
import { useOrganizationPath } from "#client/session/organization-path.ts";
import { FavouriteButton } from "./favourite-button.tsx";
import { ReadOnlyBadge } from "./project-badges.tsx";
import type { Project } from "./project.ts";
import { RenameField } from "./rename-field.tsx";

export interface ProjectNameProps {
  project: Project;
  isRenaming: boolean;
  onRename: (name: string) => void;
  onRenamed: () => void;
}

/**
 * Shows a project's name above its description. The name is a link, or a text field while the user renames the project.
 */
export function ProjectName(props: ProjectNameProps) {
  const path = useOrganizationPath();
  let link: HTMLAnchorElement | undefined;
  const close = () => {
    props.onRenamed();
    link?.focus();
  };
  return (
    <div class="min-w-0 max-sm:flex-1">
      <Show
        when={!props.isRenaming}
        fallback={
          <RenameField
            name={props.project.name}
            onRename={props.onRename}
            onClose={close}
          />
        }
      >
        <span class="flex min-w-0 items-center gap-1">
          <FavouriteButton project={props.project} class="-my-1 -ml-1.5" />
          <a
            ref={(element) => (link = element)}
            href={path(`projects/${props.project.id}`)}
            class="inline-block max-w-full truncate rounded-sm align-top font-medium hover:underline"
            dir="auto"
          >
            {props.project.name}
          </a>
          <ReadOnlyBadge project={props.project} />
        </span>
      </Show>
      <Show when={props.project.description}>
        <p class="truncate pl-6.5 text-muted pointer-coarse:pl-10.5" dir="auto">
          {props.project.description}
        </p>
      </Show>
    </div>
  );
}
