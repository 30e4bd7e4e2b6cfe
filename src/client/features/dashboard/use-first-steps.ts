import { useOrganization } from "#client/session/organization.tsx";
import { hasOpened } from "#client/session/opened-pages.ts";
import type { Step } from "./checklist.tsx";
import { firstSteps } from "./steps.ts";
import type { Analytics } from "./use-analytics.ts";

/**
 * The first steps of this organization. Archived projects count, and who has come: somebody made or invited them.
 * Where things happened a whole period ago, nobody is shown the log as if it were new.
 */
export function useFirstSteps(analytics: () => Analytics): () => Step[] {
  const { can, path, organization, user } = useOrganization();
  return () => {
    const { totals, previous } = analytics();
    const beginnings = {
      hasProjects: totals.projects > 0,
      hasInvited: totals.members > 1 || totals.openInvitations > 0,
      hasSeenLog:
        previous.events > 0 ||
        hasOpened(user().id, `audit ${organization().id}`),
    };
    return firstSteps(beginnings, can, path);
  };
}
