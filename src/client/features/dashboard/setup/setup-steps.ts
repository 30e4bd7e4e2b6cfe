import type { Permission } from "#shared/permissions.ts";
import { texts } from "../texts.ts";

export interface SetupStep {
  title: string;
  text: string;
  href: string;
  isDone: boolean;
}

export interface SetupProgress {
  hasProjects: boolean;
  hasInvited: boolean;
  hasOpenedLog: boolean;
}

/** Returns the steps to set up a new organization. Steps for which the user lacks a permission are left out. */
export function setupSteps(
  { hasProjects, hasInvited, hasOpenedLog }: SetupProgress,
  can: (permission: Permission) => boolean,
  path: (page: string) => string,
): SetupStep[] {
  const { steps } = texts();
  const offered: (SetupStep & { permission: Permission })[] = [
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
      href: path("people?invite=1"),
      isDone: hasInvited,
    },
    {
      permission: "audit:read",
      title: steps.audit,
      text: steps.auditText,
      href: path("settings/audit"),
      isDone: hasOpenedLog,
    },
  ];
  return offered.filter(({ permission }) => can(permission));
}
