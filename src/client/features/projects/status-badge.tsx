import { Badge } from "#client/ui/badge.tsx";
import type { ProjectStatus } from "./project.ts";
import { texts } from "./texts.ts";

/** Whether a project is worked on. */
export function StatusBadge(props: { status: ProjectStatus }) {
  return (
    <Badge tone={props.status === "active" ? "success" : "neutral"}>
      {props.status === "active"
        ? texts().statusBadge.active
        : texts().statusBadge.archived}
    </Badge>
  );
}
