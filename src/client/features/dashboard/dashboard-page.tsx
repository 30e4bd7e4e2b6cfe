import { lazy, Show, Suspense } from "solid-js";
import { PLANS } from "#shared/plans.ts";
import { useOrganization } from "#sdk/solid.ts";
import { Badge } from "#client/ui/badge.tsx";
import { Loaded } from "#client/ui/loaded.tsx";
import { currentTime } from "#client/ui/now.ts";
import { PageHeader } from "#client/ui/page-header.tsx";
import { createChoiceParam } from "#client/ui/search-param.ts";
import { Skeleton } from "#client/ui/skeleton.tsx";
import { ActiveMembers } from "./active-members.tsx";
import { AttentionList } from "./attention/attention-list.tsx";
import { Overview } from "./overview/overview.tsx";
import { RANGES } from "./overview/range.ts";
import { type Analytics, useAnalytics } from "./overview/use-analytics.ts";
import { PlanUsage } from "./plan-usage.tsx";
import { RecentProjects } from "./recent-projects.tsx";
import { SetupChecklist } from "./setup/setup-checklist.tsx";
import { useDismissal } from "./setup/use-setup-steps.ts";
import { texts } from "./texts.ts";
import { type Dashboard, useDashboard } from "./use-dashboard.ts";

// Load the activity after the rest, because its sentences are a large part of the page's code.
const RecentActivity = lazy(() => import("./activity/recent-activity.tsx"));

export default function DashboardPage() {
  const { organization, user } = useOrganization();
  return (
    <>
      <PageHeader
        title={organization().name}
        tabTitle={texts().title}
        badge={<Badge>{PLANS[organization().plan].label}</Badge>}
        description={texts().welcome(<bdi>{user().name}</bdi>)}
      />
      <Parts />
    </>
  );
}

/** How old an organization is before charts say something about it. */
const YOUNG_MS = 7 * 24 * 60 * 60 * 1000;

/**
 * Waits for both queries before it shows anything, so that no part moves when another one arrives. A failed query is
 * shown in the place of its part.
 */
function Parts() {
  const { can, organization } = useOrganization();
  const [range] = createChoiceParam("range", RANGES);
  const dashboard = useDashboard();
  const analytics = useAnalytics(range, () => can("analytics:read"));
  const steps = useDismissal();
  const isPending = () =>
    dashboard.isPending || (can("analytics:read") && analytics.isPending);
  const isYoung = () =>
    currentTime() - Date.parse(organization().createdAt) < YOUNG_MS;
  const numbers = () =>
    can("analytics:read") && analytics.isSuccess ? analytics.data : undefined;
  const overview = () => (
    <Show when={can("analytics:read") && !isYoung()}>
      <Overview analytics={analytics} range={range()} />
    </Show>
  );
  return (
    <Show when={!isPending()} fallback={<Loading />}>
      <Loaded query={dashboard} skeleton={<Loading />}>
        {(found) => (
          <>
            <AttentionList attention={found().attention} />
            <Show when={!steps.isDismissed() && numbers()}>
              {(read) => (
                <SetupChecklist analytics={read()} onDismiss={steps.dismiss} />
              )}
            </Show>
            {/* Numbers come first for those who run the organization, projects and members for all others. */}
            <Show when={can("audit:read")}>{overview()}</Show>
            <Columns
              dashboard={found()}
              analytics={numbers()}
              hidesNoProjects={isYoung() && !steps.isDismissed()}
            />
            <Show when={!can("audit:read")}>{overview()}</Show>
          </>
        )}
      </Loaded>
    </Show>
  );
}

function Columns(props: {
  dashboard: Dashboard;
  analytics: Analytics | undefined;
  /** Whether a new organization shows its setup steps instead of an empty list of projects. */
  hidesNoProjects: boolean;
}) {
  const { can } = useOrganization();
  const shownProjects = () => {
    const { projects } = props.dashboard;
    const isHidden = projects?.length === 0 && props.hidesNoProjects;
    return isHidden ? undefined : projects;
  };
  const members = () => (
    <Show when={props.dashboard.members}>
      {(listed) => <ActiveMembers members={listed()} />}
    </Show>
  );
  return (
    <div class="grid items-start gap-x-6 lg:grid-cols-2">
      <div class="min-w-0 empty:hidden">
        <Show when={shownProjects()}>
          {(projects) => <RecentProjects projects={projects()} />}
        </Show>
        <Show when={can("audit:read")}>{members()}</Show>
        <Show when={can("billing:read") && props.analytics}>
          {(analytics) => <PlanUsage analytics={analytics()} />}
        </Show>
      </div>
      <div class="min-w-0">
        <Show when={can("audit:read")} fallback={members()}>
          <Suspense fallback={<Skeleton rows={10} />}>
            <RecentActivity />
          </Suspense>
        </Show>
      </div>
    </div>
  );
}

function Loading() {
  return (
    <div class="flex flex-col gap-6">
      <Skeleton rows={2} />
      <Skeleton rows={5} />
    </div>
  );
}
