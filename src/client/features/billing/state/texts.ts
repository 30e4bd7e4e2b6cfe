import { catalogue } from "#client/lib/language/catalogue.ts";

/** The texts about the state of a subscription, which the notices above all pages show too. */
export const texts = catalogue("features/billing/state", {
  none: "No subscription",
  noneText: "You don’t have a paid plan.",
  soon: "soon",
  fewDays: "for a few more days",
  until: (day: string) => `until ${day}`,
  on: (day: string) => `on ${day}`,
  ended: "Ended",
  freeAfterwards: "After that you’ll be on the Free plan.",
  buyBefore: (label: string) => `Upgrade before then to keep ${label}.`,
  trial: "Trial",
  trialText: (ends: string, day: string, then: string) =>
    `Your trial ends ${ends}, ${day}. ${then}`,
  cancelled: "Canceled",
  cancelledText: (label: string, day: string) =>
    `${label} is paid for and ends ${day}. After that you’ll be on the Free plan.`,
  active: "Active",
  renews: (day: string) => `Renews ${day}.`,
  paymentFailed: "Payment failed",
  failedText: (label: string, until: string) =>
    `Your last payment failed. ${label} keeps working ${until}. Update your payment method before then to keep it.`,
  unpaid: "Unpaid",
  unpaidText: (label: string) =>
    `Your last payment failed, and your ${label} plan has ended. Pay the open invoice to restore it.`,
  endedText: (label: string, day: string) =>
    `${label} ended ${day}. Your members and projects are kept.`,
  endedEarly: (label: string) =>
    `${label} has ended. Your members and projects are kept.`,
});
