import { trialSeats } from "#shared/plans.ts";
import {
  type Billing,
  currentSubscription,
  currentTrial,
  isSamePurchase,
  type Purchase,
} from "../subscription.ts";
import { texts } from "../texts.ts";

/** One way to get a plan (trial, purchase or change), with the texts of its button. */
export interface PurchaseStep {
  action: "startTrial" | "buy" | "change";
  /** The plan, seats and billing period to buy; undefined while the form is invalid. */
  purchase: Purchase | undefined;
  label: string;
  note: string;
  failed: string;
  /** Why the user cannot take the step now; undefined if the step is available. */
  blocked?: string | undefined;
}

/**
 * Returns the steps that lead from the current subscription to a purchase.
 *
 * @param choice undefined while the form is invalid
 */
export function purchaseStepsOf(
  billing: Billing,
  choice: Purchase | undefined,
): { main: PurchaseStep; other?: PurchaseStep } {
  const { choose } = texts();
  const { canTry } = billing;
  const subscription = currentSubscription(billing);
  const invalid = choice ? undefined : choose.fixSeats;
  const unchanged =
    choice && subscription && isSamePurchase(subscription, choice)
      ? choose.unchanged
      : undefined;
  const buy = {
    action: "buy",
    purchase: choice,
    label: choose.toPayment,
    note: choose.buyNote,
    failed: choose.notBought,
    blocked: invalid,
  } as const;
  const change = {
    action: "change",
    purchase: choice,
    label: choose.change,
    note:
      choice && subscription && choice.interval !== subscription.interval
        ? choose.changeIntervalNote
        : choose.changeNote,
    failed: choose.notChanged,
    blocked: invalid ?? unchanged,
  } as const;
  if (canTry)
    return {
      main: {
        action: "startTrial",
        purchase: choice,
        label: choose.startTrial,
        note: choose.trialNote,
        failed: choose.trialNotStarted,
        blocked: invalid,
      },
      other: { ...buy, label: choose.buyNow },
    };
  if (!subscription) return { main: buy };
  const trial = currentTrial(billing);
  if (!trial) return { main: change };
  if (!choice || choice.plan === trial.plan) return { main: buy };
  // Keep the trial's number of seats if the user chose fewer: trial seats are free, so switching the plan must not
  // reduce them.
  const seats = trialSeats(choice.plan, Math.max(choice.seats, trial.seats));
  const purchase = { ...choice, seats };
  return {
    main: buy,
    other: { ...change, purchase, label: choose.changeTrial },
  };
}
