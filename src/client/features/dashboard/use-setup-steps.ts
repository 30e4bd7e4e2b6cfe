import { useOrganization } from "#sdk/solid.ts";
import { useOrganizationPath } from "#client/session/organization-path.ts";
import { hasOpened } from "#client/session/opened-pages.ts";
import type { SetupStep } from "./setup-checklist.tsx";
import { setupSteps } from "./setup-steps.ts";
import type { Analytics } from "./use-analytics.ts";

/**
 * Returns the setup steps of the organization. An organization with events in the previous period is not new, so its
 * step to open the audit log counts as done.
 */
export function useSetupSteps(analytics: () => Analytics): () => SetupStep[] {
  const { can, organization, user } = useOrganization();
  const path = useOrganizationPath();
  return () => {
    const { totals, previous } = analytics();
    const progress = {
      hasProjects: totals.projects > 0,
      hasInvited: totals.members > 1 || totals.openInvitations > 0,
      hasOpenedLog:
        previous.events > 0 ||
        hasOpened(user().id, `audit ${organization().id}`),
    };
    return setupSteps(progress, can, path);
  };
}
