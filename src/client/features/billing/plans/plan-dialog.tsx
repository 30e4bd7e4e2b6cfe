import { createMemo, Show } from "solid-js";
import { type Interval, type PaidPlan } from "#shared/plans.ts";
import { Dialog } from "#client/ui/dialog.tsx";
import type { Billing } from "../subscription.ts";
import { texts } from "../texts.ts";
import { PlanForm } from "./plan-form.tsx";

/** Lets the user try a paid plan, buy it or switch to it. */
export function PlanDialog(props: {
  /** The plan to buy or try; undefined while the dialog is closed. */
  plan: PaidPlan | undefined;
  /** The billing period that was selected on the page. */
  interval: Interval;
  billing: Billing;
  onClose: () => void;
}) {
  // Keep the plan's name on the screen during the closing animation.
  const shown = createMemo<PaidPlan | undefined>(
    (before) => props.plan ?? before,
  );
  return (
    <Dialog
      open={props.plan !== undefined}
      onClose={props.onClose}
      title={texts().choose.title(shown() ?? "team")}
      description={texts().summary[shown() ?? "team"]}
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
