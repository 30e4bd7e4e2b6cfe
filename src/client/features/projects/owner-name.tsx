import { Show } from "solid-js";
import { Avatar } from "#client/ui/avatar.tsx";
import type { Project } from "./project.ts";
import { texts } from "./texts.ts";

/** Shows the owner of a project. Members who cannot see the other members see only that there is one. */
export function OwnerName(props: { project: Project; size?: "sm" | "md" }) {
  return (
    <Show
      when={props.project.owner}
      fallback={
        <span class="text-muted">
          {props.project.ownerId ? texts().owner.hidden : texts().owner.none}
        </span>
      }
    >
      {(owner) => (
        <span class="flex min-w-0 items-center gap-2">
          <Avatar
            name={owner().name}
            image={owner().avatarUrl}
            size={props.size ?? "sm"}
          />
          <bdi class="truncate">{owner().name}</bdi>
        </span>
      )}
    </Show>
  );
}
