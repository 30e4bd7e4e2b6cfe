import { api } from "../../../api.ts";
import { useOrganization } from "../../../session/organization.tsx";
import type { useMembers, useOpenInvitations } from "../counts.ts";
import type { Step } from "./checklist.tsx";
import { firstSteps } from "./steps.ts";

/** The first steps of this organization; none until it is known which of them are done. */
export function useFirstSteps(
  members: ReturnType<typeof useMembers>,
  invitations: ReturnType<typeof useOpenInvitations>,
): () => Step[] {
  const { slug, can, path } = useOrganization();
  // Archived ones count: somebody has created a project before.
  const anyProject = api.projects.list.useQuery(() => ({
    org: slug(),
    limit: 1,
  }));
  return () => {
    if (!members.isSuccess || !invitations.isSuccess || !anyProject.isSuccess)
      return [];
    const hasProjects = anyProject.data.items.length > 0;
    const hasInvited =
      members.data.items.length > 1 || invitations.data.items.length > 0;
    return firstSteps({ hasProjects, hasInvited }, can, path);
  };
}
