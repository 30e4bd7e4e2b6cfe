import { Show } from "solid-js";
import { Badge } from "#client/ui/badge.tsx";
import type { Project, ProjectStatus } from "./project.ts";
import { texts } from "./texts.ts";

export function StatusBadge(props: { status: ProjectStatus }) {
  return (
    <Badge tone={props.status === "active" ? "success" : "neutral"}>
      {texts().badges[props.status]}
    </Badge>
  );
}

/** Marks a read-only project. Projects become read-only if the organization has more than its plan allows. */
export function ReadOnlyBadge(props: { project: Project }) {
  return (
    <Show when={props.project.isFrozen}>
      <Badge tone="warning">{texts().badges.readOnly}</Badge>
    </Show>
  );
}
