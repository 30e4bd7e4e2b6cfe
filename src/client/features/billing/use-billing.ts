import { api } from "#client/session/api.ts";
import { toastProblem } from "#client/ui/problem-toast.ts";
import { redirectTo } from "#client/session/redirect.ts";
import { useOrganization } from "#sdk/solid.ts";
import { toast } from "#client/ui/toast.ts";
import { currentTime } from "#client/ui/now.ts";
import { subscriptionStateOf } from "./state/subscription-state.ts";
import type { SubscriptionSummary, Purchase } from "./subscription.ts";
import { texts } from "./texts.ts";

const SHOWS_ERRORS = () => ({ meta: { showsErrors: true } });

/**
 * Returns the billing actions. Actions throw so that a form can show the error; only `resume` and `openPortal` show
 * errors in a toast.
 */
export function useBilling() {
  const { slug } = useOrganization();
  const buying = api.billing.checkout.useMutation(SHOWS_ERRORS);
  const trying = api.billing.startTrial.useMutation(SHOWS_ERRORS);
  const changing = api.billing.change.useMutation(SHOWS_ERRORS);
  const cancelling = api.billing.cancel.useMutation(SHOWS_ERRORS);
  const resuming = api.billing.resume.useMutation(SHOWS_ERRORS);
  const visiting = api.billing.portal.useMutation(SHOWS_ERRORS);

  return {
    async buy(purchase: Purchase): Promise<void> {
      const { url } = await buying.mutateAsync({ org: slug(), ...purchase });
      await redirectTo(url);
    },

    async startTrial(purchase: Purchase): Promise<void> {
      const org = slug();
      const summary = await trying.mutateAsync({ org, ...purchase });
      await refetchBilling(org);
      showState(texts().choose.trialStarted(purchase.plan), summary);
    },

    async change(purchase: Purchase): Promise<void> {
      const org = slug();
      const summary = await changing.mutateAsync({ org, ...purchase });
      await refetchBilling(org);
      showState(texts().choose.changed(summary.plan), summary);
    },

    async cancel(): Promise<void> {
      const org = slug();
      const summary = await cancelling.mutateAsync({ org });
      await refetchBilling(org);
      showState(texts().cancel.done, summary);
    },

    async resume(): Promise<void> {
      const org = slug();
      try {
        const summary = await resuming.mutateAsync({ org });
        showState(texts().plan.resumed(summary.plan), summary);
      } catch (error) {
        toastProblem(texts().plan.notResumed, error);
      }
      await refetchBilling(org);
    },

    async openPortal(): Promise<void> {
      try {
        const { url } = await visiting.mutateAsync({ org: slug() });
        await redirectTo(url);
      } catch (error) {
        toastProblem(texts().plan.notOpened, error);
      }
    },
  };
}

/** Refetches the billing data and everything that depends on the plan: permissions, members and projects. */
export async function refetchBilling(org: string): Promise<void> {
  void api.auth.context.invalidate();
  void api.members.invalidate();
  void api.projects.invalidate();
  void api.billing.invoices.invalidate({ org });
  void api.billing.preview.invalidate({ org });
  void api.usage.get.invalidate({ org });
  await api.billing.get.invalidate({ org });
}

function showState(title: string, summary: SubscriptionSummary): void {
  toast.success(title, subscriptionStateOf(summary, currentTime()).text);
}
