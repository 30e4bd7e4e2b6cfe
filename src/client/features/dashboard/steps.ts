import type { Permission } from "#shared/permissions.ts";
import type { Step } from "./checklist.tsx";
import { TEXTS } from "./texts.ts";

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
  const texts = TEXTS.steps;
  const steps: (Step & { permission: Permission })[] = [
    {
      permission: "project:create",
      title: texts.project,
      text: texts.projectText,
      href: path("projects?new=1"),
      isDone: hasProjects,
    },
    {
      permission: "invitation:create",
      title: texts.invite,
      text: texts.inviteText,
      href: path("settings/team?invite=1"),
      isDone: hasInvited,
    },
    {
      permission: "audit:read",
      title: texts.audit,
      text: texts.auditText,
      href: path("settings/audit"),
      isDone: hasSeenLog,
    },
  ];
  return steps.filter(({ permission }) => can(permission));
}
