import { Show } from "solid-js";
import { Badge } from "../../../ui/badge.tsx";
import type { Project } from "./project.ts";

/** Marks a project for which the plan has no room. */
export function FrozenBadge(props: { project: Project }) {
  return (
    <Show when={props.project.isFrozen}>
      <Badge tone="warning">Read only</Badge>
    </Show>
  );
}
