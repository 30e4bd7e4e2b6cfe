import { api } from "#client/session/api.ts";
import { toastProblem } from "#client/ui/problem-toast.ts";
import { leaveFor } from "#client/session/leave-for.ts";
import { useOrganization } from "#client/session/organization.tsx";
import { toast } from "#client/ui/toast.ts";
import { currentTime } from "#client/ui/now.ts";
import { subscriptionStateOf } from "./subscription-state.ts";
import type { SubscriptionSummary, Purchase } from "./subscription.ts";
import { texts } from "./texts.ts";

const SHOWN_HERE = () => ({ meta: { showsErrors: true } });

/** What whoever may manage billing can do. What is thrown is for a form to show. */
export function useBilling() {
  const { slug } = useOrganization();
  const buying = api.billing.checkout.useMutation(SHOWN_HERE);
  const trying = api.billing.startTrial.useMutation(SHOWN_HERE);
  const changing = api.billing.change.useMutation(SHOWN_HERE);
  const cancelling = api.billing.cancel.useMutation(SHOWN_HERE);
  const resuming = api.billing.resume.useMutation(SHOWN_HERE);
  const visiting = api.billing.portal.useMutation(SHOWN_HERE);

  return {
    async buy(purchase: Purchase): Promise<void> {
      const { url } = await buying.mutateAsync({ org: slug(), ...purchase });
      await leaveFor(url);
    },

    async tryOut(purchase: Purchase): Promise<void> {
      const org = slug();
      const bought = await trying.mutateAsync({ org, ...purchase });
      await readBillingAgain(org);
      say(texts().choose.tried(purchase.plan), bought);
    },

    async change(purchase: Purchase): Promise<void> {
      const org = slug();
      const bought = await changing.mutateAsync({ org, ...purchase });
      await readBillingAgain(org);
      say(texts().choose.changed(bought.plan), bought);
    },

    async cancel(): Promise<void> {
      const org = slug();
      const bought = await cancelling.mutateAsync({ org });
      await readBillingAgain(org);
      say(texts().cancel.done, bought);
    },

    /** Says by itself when it did not work, as the next one does. */
    async resume(): Promise<void> {
      const org = slug();
      try {
        const bought = await resuming.mutateAsync({ org });
        say(texts().plan.resumed(bought.plan), bought);
      } catch (error) {
        toastProblem(texts().plan.notResumed, error);
      }
      await readBillingAgain(org);
    },

    async openPortal(): Promise<void> {
      try {
        const { url } = await visiting.mutateAsync({ org: slug() });
        await leaveFor(url);
      } catch (error) {
        toastProblem(texts().plan.notOpened, error);
      }
    },
  };
}

/** A plan decides what every page of the organization may do. */
export async function readBillingAgain(org: string): Promise<void> {
  void api.auth.context.invalidate();
  void api.members.invalidate();
  void api.projects.invalidate();
  void api.billing.invoices.invalidate({ org });
  void api.billing.preview.invalidate({ org });
  await api.billing.get.invalidate({ org });
}

function say(title: string, bought: SubscriptionSummary): void {
  toast.success(title, subscriptionStateOf(bought, currentTime()).text);
}
