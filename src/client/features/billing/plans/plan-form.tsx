import { createSignal, Show } from "solid-js";
import {
  CURRENCY,
  type Interval,
  type PaidPlan,
  PLANS,
} from "#shared/plans.ts";
import { createFormProblems } from "#client/ui/form-problems.ts";
import { Button } from "#client/ui/button.tsx";
import { DialogActions, DialogBody } from "#client/ui/dialog-parts.tsx";
import { ErrorSummary } from "#client/ui/error-summary.tsx";
import { Form } from "#client/ui/form.tsx";
import { formatMoney } from "#client/lib/formats/money.ts";
import { Select } from "#client/ui/select.tsx";
import { TextField } from "#client/ui/text-field.tsx";
import { type Billing, proposedSeats } from "../subscription.ts";
import { texts } from "../texts.ts";
import { useBilling } from "../use-billing.ts";
import { ChangePreview } from "./change-preview.tsx";
import { type PurchaseStep, purchaseStepsOf } from "./purchase-steps.ts";

export interface PlanFormProps {
  plan: PaidPlan;
  interval: Interval;
  billing: Billing;
  onClose: () => void;
}

/** Lets the user choose seats and billing period. Shows price and impact before the user confirms. */
export function PlanForm(props: PlanFormProps) {
  const billing = useBilling();
  const [chosen, setChosen] = createSignal<Interval>();
  const [typed, setTyped] = createSignal<string>();
  const problems = createFormProblems(["seats"]);
  const interval = () => chosen() ?? props.interval;
  const maximum = () => PLANS[props.plan].seats;
  const seatsText = () =>
    typed() ?? String(proposedSeats(props.billing, props.plan));
  const seats = () => wholeNumber(seatsText(), maximum());
  const choice = () => {
    const count = seats();
    return count === undefined
      ? undefined
      : { plan: props.plan, interval: interval(), seats: count };
  };
  const steps = () => purchaseStepsOf(props.billing, choice());
  const usage = () => props.billing.usage.seats;

  const run = ({ action, purchase }: PurchaseStep) =>
    problems.attempt(async () => {
      if (!purchase) return;
      await billing[action](purchase);
      if (action !== "buy") props.onClose();
    });

  return (
    <Form onSubmit={() => run(steps().main)} class="flex min-h-0 flex-col">
      <DialogBody>
        <ErrorSummary
          title={steps().main.failed}
          problems={problems.general()}
          requestId={problems.requestId()}
        />
        <div class="grid gap-4 sm:grid-cols-2">
          <Select
            label={texts().choose.interval}
            options={intervalsOf(props.plan)}
            value={interval()}
            onChange={setChosen}
          />
          <TextField
            id={problems.id("seats")}
            label={texts().choose.seats}
            hint={texts().choose.seatsHint(
              usage().used,
              usage().invited,
              maximum(),
            )}
            inputmode="numeric"
            autocomplete="off"
            value={seatsText()}
            onInput={setTyped}
            error={
              seats() === undefined
                ? texts().choose.seatsInvalid(maximum())
                : problems.at("seats")
            }
          />
        </div>
        <Show when={choice()}>
          {(chosenPlan) => (
            <ChangePreview
              choice={chosenPlan()}
              total={
                props.billing.canTry
                  ? texts().choose.totalAfterTrial
                  : undefined
              }
            />
          )}
        </Show>
        <p class="text-sm text-muted">{steps().main.note}</p>
      </DialogBody>
      <DialogActions>
        <Button onClick={props.onClose}>{texts().cancelChange}</Button>
        <Show when={steps().other}>
          {(other) => (
            <Button blocked={other().blocked} onClick={() => run(other())}>
              {other().label}
            </Button>
          )}
        </Show>
        <Button type="submit" variant="primary" blocked={steps().main.blocked}>
          {steps().main.label}
        </Button>
      </DialogActions>
    </Form>
  );
}

function intervalsOf(plan: PaidPlan) {
  const { month, year } = PLANS[plan].price;
  return [
    {
      value: "month" as Interval,
      label: texts().choose.monthly(formatMoney(month, CURRENCY)),
    },
    {
      value: "year" as Interval,
      label: texts().choose.yearly(formatMoney(year, CURRENCY)),
    },
  ];
}

function wholeNumber(text: string, maximum: number): number | undefined {
  const count = /^\s*\d+\s*$/.test(text) ? Number(text) : 0;
  return count >= 1 && count <= maximum ? count : undefined;
}
