import { Show } from "solid-js";
import { Avatar } from "#client/ui/avatar.tsx";
import { cx } from "#client/ui/cx.ts";
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
        <span
          class={cx(
            "flex min-w-0 items-center",
            props.size === "md" ? "gap-2.5 font-medium" : "gap-2",
          )}
        >
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
