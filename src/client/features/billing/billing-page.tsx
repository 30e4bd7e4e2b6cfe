import { HistoryLine } from "#client/session/history/history-line.tsx";
import { Show } from "solid-js";
import { api } from "#client/session/api.ts";
import { Can, useOrganization } from "#sdk/solid.ts";
import { Callout } from "#client/ui/callout.tsx";
import { Loaded } from "#client/ui/loaded.tsx";
import { PageHeader } from "#client/ui/page-header.tsx";
import { Skeleton } from "#client/ui/skeleton.tsx";
import { ApiCallsSection } from "./api-calls/api-calls-section.tsx";
import { CurrentPlanSection } from "./current-plan-section.tsx";
import { InvoicesSection } from "./invoices-section.tsx";
import { PlansSection } from "./plans/plans-section.tsx";
import { SeatsSection } from "./seats/seats-section.tsx";
import type { Billing } from "./subscription.ts";
import { texts } from "./texts.ts";
import { UsageSection } from "./usage-section.tsx";
import { useCheckoutReturn } from "./use-checkout-return.ts";
import { SettingsNoAccess } from "#client/layout/settings/settings-no-access.tsx";

export default function BillingPage() {
  return (
    <Can
      permission="billing:read"
      fallback={<SettingsNoAccess permission="billing:read" />}
    >
      <PageHeader title={texts().title} description={texts().description} />
      <BillingSections />
    </Can>
  );
}

function BillingSections() {
  const { slug } = useOrganization();
  const billing = api.billing.get.useQuery(() => ({ org: slug() }));
  useCheckoutReturn();
  return (
    <Loaded query={billing} skeleton={<Skeleton rows={6} />}>
      {(found) => (
        <Show
          when={found().provider !== "off"}
          fallback={<WithoutPayments billing={found()} />}
        >
          <CurrentPlanSection billing={found()} />
          <HistoryLine of={{ kind: "organization", id: "plan" }} isBelowCard />
          <SeatsSection billing={found()} />
          <UsageSection usage={found().usage} />
          <ApiCallsSection />
          <PlansSection billing={found()} />
          <InvoicesSection />
        </Show>
      )}
    </Loaded>
  );
}

function WithoutPayments(props: { billing: Billing }) {
  return (
    <>
      <Callout tone="success" title={texts().off.title} class="mb-6">
        {texts().off.text}
      </Callout>
      <SeatsSection billing={props.billing} />
      <UsageSection usage={props.billing.usage} />
      <ApiCallsSection />
    </>
  );
}
