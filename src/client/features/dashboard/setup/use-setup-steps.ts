import { createSignal } from "solid-js";
import { useOrganization } from "#sdk/solid.ts";
import { useOrganizationPath } from "#client/session/organization-path.ts";
import { hasSeen, markSeen } from "#client/session/seen.ts";
import { type SetupStep, setupSteps } from "./setup-steps.ts";
import type { Analytics } from "../overview/use-analytics.ts";

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
        previous.events > 0 || hasSeen(user().id, `audit ${organization().id}`),
    };
    return setupSteps(progress, can, path);
  };
}

/** Whether the user has dismissed the setup steps of the organization in this browser, and how to dismiss them. */
export function useDismissal() {
  const { organization, user } = useOrganization();
  const what = () => `steps ${organization().id}`;
  const [isDismissed, setDismissed] = createSignal(hasSeen(user().id, what()));
  const dismiss = () => {
    markSeen(user().id, what());
    setDismissed(true);
  };
  return { isDismissed, dismiss };
}
