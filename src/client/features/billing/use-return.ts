import { useSearchParams } from "@solidjs/router";
import { onMount } from "solid-js";
import { api } from "#client/session/api.ts";
import { toastProblem } from "#client/ui/problem-toast.ts";
import { useOrganization } from "#client/session/organization.tsx";
import { currentTime } from "#client/ui/now.ts";
import { toast } from "#client/ui/toast.ts";
import { subscriptionStateOf } from "./subscription-state.ts";
import { type SubscriptionSummary, running } from "./subscription.ts";
import { texts } from "./texts.ts";
import { readBillingAgain } from "./use-billing.ts";

/** For whoever comes back from paying (`?from=checkout` or `portal`): reads what came of it, and says so. */
export function useReturn(): void {
  const { slug, can } = useOrganization();
  const [params, setParams] = useSearchParams<{ from?: string }>();
  const refresh = api.billing.refresh.useMutation(() => ({
    meta: { showsErrors: true },
    onSuccess: (bought, { org }) => {
      void readBillingAgain(org);
      tellOf(bought);
    },
    onError: (error) => toastProblem(texts().returned.failed, error),
  }));
  const { from } = params;

  const tellOf = (bought: SubscriptionSummary) => {
    const { text } = subscriptionStateOf(bought, currentTime());
    if (from === "portal") toast.success(texts().returned.inOrder, text);
    else if (isBought(bought))
      toast.success(texts().returned.bought(bought.plan), text);
    else
      toast.error(texts().returned.notBought, texts().returned.notBoughtText);
  };

  onMount(() => {
    if (from === undefined) return;
    // At once: the page may be loaded anew, or come back to.
    setParams({ from: undefined }, { replace: true });
    if (can("billing:manage")) refresh.mutate({ org: slug() });
  });
}

function isBought(bought: SubscriptionSummary): boolean {
  return running(bought)?.status === "active";
}
