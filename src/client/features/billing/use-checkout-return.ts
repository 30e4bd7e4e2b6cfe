import { useSearchParams } from "@solidjs/router";
import { onMount } from "solid-js";
import { api } from "#client/session/api.ts";
import { toastProblem } from "#client/ui/problem-toast.ts";
import { useOrganization } from "#sdk/solid.ts";
import { currentTime } from "#client/ui/now.ts";
import { toast } from "#client/ui/toast.ts";
import { subscriptionStateOf } from "./state/subscription-state.ts";
import {
  type SubscriptionSummary,
  currentSubscription,
} from "./subscription.ts";
import { texts } from "./texts.ts";
import { refetchBilling } from "./use-billing.ts";

/**
 * Syncs the subscription when the user returns from the payment provider's pages (`?from=checkout` or `?from=portal`),
 * and shows the result.
 */
export function useCheckoutReturn(): void {
  const { slug, can } = useOrganization();
  const [params, setParams] = useSearchParams<{ from?: string }>();
  const refresh = api.billing.refresh.useMutation(() => ({
    meta: { showsErrors: true },
    onSuccess: (summary, { org }) => {
      void refetchBilling(org);
      showResult(summary);
    },
    onError: (error) => toastProblem(texts().returned.failed, error),
  }));
  const { from } = params;

  const showResult = (summary: SubscriptionSummary) => {
    const { text } = subscriptionStateOf(summary, currentTime());
    if (from === "portal") toast.success(texts().returned.fromPortal, text);
    else if (isBought(summary))
      toast.success(texts().returned.bought(summary.plan), text);
    else
      toast.error(texts().returned.notBought, texts().returned.notBoughtText);
  };

  onMount(() => {
    if (from === undefined) return;
    // Remove the `from` parameter from the URL first, so that a reload does not sync again.
    setParams({ from: undefined }, { replace: true });
    if (can("billing:manage")) refresh.mutate({ org: slug() });
  });
}

function isBought(summary: SubscriptionSummary): boolean {
  return currentSubscription(summary)?.status === "active";
}
