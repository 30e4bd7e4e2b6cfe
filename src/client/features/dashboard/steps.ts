import type { Permission } from "#shared/permissions.ts";
import type { Step } from "./checklist.tsx";
import { texts } from "./texts.ts";

export interface Beginnings {
  hasProjects: boolean;
  hasInvited: boolean;
  hasSeenLog: boolean;
}

/** What a new organization needs from somebody who may do it. */
export function firstSteps(
  { hasProjects, hasInvited, hasSeenLog }: Beginnings,
  can: (permission: Permission) => boolean,
  path: (page: string) => string,
): Step[] {
  const { steps } = texts();
  const offered: (Step & { permission: Permission })[] = [
    {
      permission: "project:create",
      title: steps.project,
      text: steps.projectText,
      href: path("projects?new=1"),
      isDone: hasProjects,
    },
    {
      permission: "invitation:create",
      title: steps.invite,
      text: steps.inviteText,
      href: path("settings/team?invite=1"),
      isDone: hasInvited,
    },
    {
      permission: "audit:read",
      title: steps.audit,
      text: steps.auditText,
      href: path("settings/audit"),
      isDone: hasSeenLog,
    },
  ];
  return offered.filter(({ permission }) => can(permission));
}
