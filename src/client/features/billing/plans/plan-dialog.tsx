import { createMemo, Show } from "solid-js";
import { type Interval, type PaidPlan, PLANS } from "#shared/plans.ts";
import { Dialog } from "#client/ui/dialog.tsx";
import type { Billing } from "../subscription.ts";
import { texts } from "../texts.ts";
import { PlanForm } from "./plan-form.tsx";
import { translateServerMessage } from "#client/lib/language/translate-server-message.ts";

/** Tries, buys or changes to a plan; open while there is one. */
export function PlanDialog(props: {
  plan: PaidPlan | undefined;
  /** For which way of paying the prices beside it were shown. */
  interval: Interval;
  billing: Billing;
  onClose: () => void;
}) {
  // While it closes, the dialog still names it.
  const named = createMemo<PaidPlan | undefined>(
    (before) => props.plan ?? before,
  );
  return (
    <Dialog
      open={props.plan !== undefined}
      onClose={props.onClose}
      title={texts().choose.title(named() ?? "team")}
      description={translateServerMessage(PLANS[named() ?? "team"].summary)}
    >
      <Show when={props.plan}>
        {(plan) => (
          <PlanForm
            plan={plan()}
            interval={props.interval}
            billing={props.billing}
            onClose={props.onClose}
          />
        )}
      </Show>
    </Dialog>
  );
}
