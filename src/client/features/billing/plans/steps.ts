import { trialSeats } from "#shared/plans.ts";
import {
  type Billing,
  isSamePurchase,
  type Purchase,
  running,
  trial,
} from "../subscription.ts";
import { texts } from "../texts.ts";

/** A way to a plan: what is done, and what is said beside it. */
export interface Step {
  step: "tryOut" | "buy" | "change";
  /** What the step is taken with; undefined while what was typed cannot be bought. */
  purchase: Purchase | undefined;
  label: string;
  note: string;
  failed: string;
  /** Why it cannot be taken. */
  blocked?: string | undefined;
}

/** The ways to a purchase from what the organization has now; without one, what was typed cannot be bought. */
export function stepsTo(
  billing: Billing,
  wish: Purchase | undefined,
): { main: Step; other?: Step } {
  const { choose } = texts();
  const { canTry } = billing;
  const bought = running(billing);
  const wrong = wish ? undefined : choose.correctFirst;
  const same =
    wish && bought && isSamePurchase(bought, wish) ? choose.same : undefined;
  const buy = {
    step: "buy",
    purchase: wish,
    label: choose.toPayment,
    note: choose.buyNote,
    failed: choose.notBought,
    blocked: wrong,
  } as const;
  const change = {
    step: "change",
    purchase: wish,
    label: choose.change,
    note:
      wish && bought && wish.interval !== bought.interval
        ? choose.changeIntervalNote
        : choose.changeNote,
    failed: choose.notChanged,
    blocked: wrong ?? same,
  } as const;
  if (canTry)
    return {
      main: {
        step: "tryOut",
        purchase: wish,
        label: choose.startTrial,
        note: choose.trialNote,
        failed: choose.notTried,
        blocked: wrong,
      },
      other: { ...buy, label: choose.buyNow },
    };
  if (!bought) return { main: buy };
  const tried = trial(billing);
  if (!tried) return { main: change };
  if (!wish || wish.plan === tried.plan) return { main: buy };
  // Seats cost nothing in a trial: another plan is tried with no fewer than this one.
  const seats = trialSeats(wish.plan, Math.max(wish.seats, tried.seats));
  const purchase = { ...wish, seats };
  return {
    main: buy,
    other: { ...change, purchase, label: choose.changeTrial },
  };
}
