import {
  type Billing,
  isSamePurchase,
  type Purchase,
  running,
} from "../subscription.ts";
import { TEXTS } from "../texts.ts";

/** A way to a plan: what is done, and what is said beside it. */
export interface Step {
  step: "tryOut" | "buy" | "change";
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
  const { choose } = TEXTS;
  const { canTry } = billing;
  const bought = running(billing);
  const wrong = wish ? undefined : choose.correctFirst;
  const same =
    wish && bought && isSamePurchase(bought, wish) ? choose.same : undefined;
  const buy = {
    step: "buy",
    label: choose.toPayment,
    note: choose.buyNote,
    failed: choose.notBought,
    blocked: wrong,
  } as const;
  const change = {
    step: "change",
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
        label: choose.startTrial,
        note: choose.trialNote,
        failed: choose.notTried,
        blocked: wrong,
      },
      other: { ...buy, label: choose.buyNow },
    };
  if (!bought) return { main: buy };
  if (bought.status !== "trialing") return { main: change };
  return { main: buy, other: { ...change, label: choose.changeTrial } };
}
