import { Show } from "solid-js";
import { PLANS } from "../../../../shared/plans.ts";
import { useOrganization } from "../../../session/organization.tsx";
import { Badge } from "../../../ui/badge.tsx";
import { currentTime } from "../../../ui/now.ts";
import { PageHeader } from "../../../ui/page-header.tsx";
import { Skeleton } from "../../../ui/skeleton.tsx";
import {
  countOf,
  useActiveProjects,
  useMembers,
  useOpenInvitations,
} from "../counts.ts";
import { Checklist } from "./checklist.tsx";
import { RecentProjects } from "./recent-projects.tsx";
import { StatCard } from "./stat-card.tsx";
import { useFirstSteps } from "./use-first-steps.ts";

const NEWEST = 5;

export default function DashboardPage() {
  const { organization, user, path } = useOrganization();
  const members = useMembers();
  const invitations = useOpenInvitations();
  const projects = useActiveProjects();
  const isPending = () =>
    [members, invitations, projects].some((query) => query.isPending);
  const newest = () =>
    projects.isSuccess ? projects.data.items.slice(0, NEWEST) : [];
  const steps = useFirstSteps(members, invitations);
  const expired = () => {
    if (!invitations.isSuccess) return undefined;
    const count = invitations.data.items.filter(
      ({ expiresAt }) => Date.parse(expiresAt) <= currentTime(),
    ).length;
    return count > 0 ? `${count} expired` : undefined;
  };

  return (
    <>
      <PageHeader
        title={organization().name}
        badge={<Badge>{PLANS[organization().plan].label}</Badge>}
        description={
          <>
            Good to see you, <bdi>{user().name}</bdi>.
          </>
        }
      />
      <Show when={!isPending()} fallback={<Loading />}>
        <Checklist steps={steps()} />
        <div class="mb-6 grid gap-2 sm:grid-cols-3 sm:gap-4">
          <StatCard
            label="Members"
            value={countOf(members)}
            href={path("settings/team")}
          />
          <StatCard
            label="Open invitations"
            value={countOf(invitations)}
            detail={expired()}
            href={path("settings/team?tab=invitations")}
          />
          <StatCard
            label="Active projects"
            value={countOf(projects)}
            href={path("projects")}
          />
        </div>
        <RecentProjects projects={newest()} />
      </Show>
    </>
  );
}

function Loading() {
  return (
    <div class="flex flex-col gap-6">
      <Skeleton kind="cards" rows={3} />
      <Skeleton rows={5} />
    </div>
  );
}
