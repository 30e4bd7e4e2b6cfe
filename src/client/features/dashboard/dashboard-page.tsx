import { lazy, Suspense } from "solid-js";
import { PLANS } from "#shared/plans.ts";
import { Can, useOrganization } from "#sdk/solid.ts";
import { Badge } from "#client/ui/badge.tsx";
import { Loaded } from "#client/ui/loaded.tsx";
import { PageHeader } from "#client/ui/page-header.tsx";
import { createChoiceParam } from "#client/ui/search-param.ts";
import { Skeleton } from "#client/ui/skeleton.tsx";
import { Totals } from "./totals.tsx";
import { SetupChecklist } from "./setup-checklist.tsx";
import { RANGES } from "./range.ts";
import { RangePicker } from "./range-picker.tsx";
import { RecentProjects } from "./recent-projects.tsx";
import { texts } from "./texts.ts";
import { PlanUsage } from "./plan-usage.tsx";
import { type Analytics, useAnalytics } from "./use-analytics.ts";
import { useSetupSteps } from "./use-setup-steps.ts";

// Load the charts after the numbers, because the charts are the largest part of the page's code.
const Charts = lazy(() => import("./charts.tsx"));

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
      <Can permission="analytics:read" fallback={<Projects />}>
        <AnalyticsSections />
      </Can>
    </>
  );
}

function AnalyticsSections() {
  const [range] = createChoiceParam("range", RANGES);
  const analytics = useAnalytics(range);
  return (
    <Loaded query={analytics} skeleton={<Loading />}>
      {(found) => (
        <>
          <SetupSteps analytics={found()} />
          <div class="mb-4 flex flex-col sm:items-end">
            <RangePicker value={range()} />
          </div>
          <div
            aria-busy={analytics.isPlaceholderData}
            class="transition-opacity aria-busy:opacity-60"
          >
            <Totals analytics={found()} />
            <Suspense fallback={<ChartsLoading />}>
              <Charts analytics={found()} />
            </Suspense>
          </div>
          <PlanUsage usage={found().usage} />
          <Projects />
        </>
      )}
    </Loaded>
  );
}

function SetupSteps(props: { analytics: Analytics }) {
  const steps = useSetupSteps(() => props.analytics);
  return <SetupChecklist steps={steps()} />;
}

function Projects() {
  return (
    <Can permission="project:read">
      <RecentProjects />
    </Can>
  );
}

function Loading() {
  return (
    <div class="flex flex-col gap-6">
      <Skeleton kind="cards" rows={4} />
      <Skeleton rows={5} />
    </div>
  );
}

/** Placeholder with the height of the charts, so that the page does not move when the charts appear. */
function ChartsLoading() {
  return (
    <div class="mb-6 grid gap-4 lg:grid-cols-2">
      <div class="h-[264px] rounded-lg border border-line bg-surface lg:col-span-2" />
      <div class="h-[264px] rounded-lg border border-line bg-surface" />
      <div class="h-[264px] rounded-lg border border-line bg-surface" />
    </div>
  );
}
