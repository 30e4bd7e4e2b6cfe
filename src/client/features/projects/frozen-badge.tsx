import { Show } from "solid-js";
import { Badge } from "#client/ui/badge.tsx";
import type { Project } from "./project.ts";
import { texts } from "./texts.ts";

/** Marks a project for which the plan has no room. */
export function FrozenBadge(props: { project: Project }) {
  return (
    <Show when={props.project.isFrozen}>
      <Badge tone="warning">{texts().frozenBadge.readOnly}</Badge>
    </Show>
  );
}
