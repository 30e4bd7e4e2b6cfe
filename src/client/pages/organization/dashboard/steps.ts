import type { Permission } from "../../../../shared/permissions.ts";
import type { Step } from "./checklist.tsx";

export interface Beginnings {
  hasProjects: boolean;
  hasInvited: boolean;
}

/** What a new organization needs from somebody who may do it. */
export function firstSteps(
  { hasProjects, hasInvited }: Beginnings,
  can: (permission: Permission) => boolean,
  path: (page: string) => string,
): Step[] {
  const steps: (Step & { permission: Permission })[] = [
    {
      permission: "project:create",
      title: "Create a project",
      text: "Projects hold what your team works on.",
      href: path("projects?new=1"),
      isDone: hasProjects,
    },
    {
      permission: "invitation:create",
      title: "Invite somebody",
      text: "Paste a list of addresses and choose a role.",
      href: path("settings/team?invite=1"),
      isDone: hasInvited,
    },
  ];
  return steps.filter(({ permission }) => can(permission));
}
