import { catalogue } from "#client/lib/language/catalogue.ts";
import { type Interval, type Plan, PLANS, TRIAL_DAYS } from "#shared/plans.ts";
import { formatExactMoney, formatMoney } from "#client/lib/formats/money.ts";
import { formatDay } from "#client/lib/formats/time.ts";
import {
  formatCount,
  formatPercent,
  formatPeriod,
} from "#client/lib/formats/number.ts";

const counted = (count: number, one: string, many: string) =>
  count === 1 ? `1 ${one}` : `${formatCount(count)} ${many}`;
const per: Record<Interval, string> = { month: "a month", year: "a year" };

export const texts = catalogue("features/billing", {
  title: "Billing",
  cancelChange: "Cancel",
  description: "The plan, what is used of it, and how it is paid.",
  off: {
    title: "This installation takes no payments",
    text: "Everything is included, without limits.",
  },
  plan: {
    title: "Current plan",
    each: (seats: number, interval: Interval) =>
      `${counted(seats, "seat", "seats")}, paid ${interval === "month" ? "monthly" : "yearly"}`,
    tried: (seats: number) =>
      `${counted(seats, "seat", "seats")} during the trial`,
    given: "It was given to you: there is nothing to pay.",
    canTry: `A larger plan can be tried for ${TRIAL_DAYS} days, without a card.`,
    pay: "Change how you pay",
    payNow: "Pay or change the card",
    end: "End subscription…",
    resume: "Keep subscription",
    resumed: (plan: Plan) => `${PLANS[plan].label} goes on`,
    notResumed: "The subscription was not kept.",
    notOpened: "The payment page did not open.",
    readOnly: "Who may manage billing can change it.",
  },
  usage: {
    title: "Usage",
    seats: "Seats",
    projects: "Projects",
    roles: "Roles of your own",
    seatsDetail: (members: number, invited: number) =>
      [
        counted(members, "member", "members"),
        invited > 0 && counted(invited, "invitation", "invitations"),
      ]
        .filter(Boolean)
        .join(", "),
    frozen: (count: number) => `${formatCount(count)} can only be read`,
    rolesBeyond: "They stay; no more can be made",
  },
  plans: {
    title: "Plans",
    interval: "How often you pay",
    monthly: "Monthly",
    yearly: "Yearly",
    saving: (share: number) => `Save ${formatPercent(share)}`,
    current: "Current",
    free: "No charge",
    perSeat: "per seat and month",
    billedYearly: (year: number, currency: string) =>
      `${formatMoney(year, currency)} per seat, once a year`,
    billedMonthly: "Paid every month",
    seats: (count: number, isPaid: boolean) =>
      isPaid
        ? `Up to ${formatCount(count)} seats`
        : `${formatCount(count)} seats`,
    projects: (count: number | null) =>
      count === null
        ? "Any number of projects"
        : `${formatCount(count)} projects`,
    roles: (count: number) => `${formatCount(count)} roles of your own`,
    retention: (days: number) => `Audit log kept for ${formatPeriod(days)}`,
    calls: (count: number | null) =>
      count === null
        ? "Any number of calls by programs"
        : `${formatCount(count)} calls by programs a month`,
    try: (plan: string) => `Try ${plan} for ${TRIAL_DAYS} days`,
    choose: (plan: string) => `Choose ${plan}`,
    buy: (plan: string) => `Buy ${plan}`,
    change: (plan: string) => `Change to ${plan}`,
    adjust: "Change seats",
    toFree: (plan: string) => `Go back to ${plan}`,
  },
  choose: {
    title: (plan: Plan) => PLANS[plan].label,
    interval: "Paid",
    monthly: (price: string) => `Monthly, ${price} per seat`,
    yearly: (price: string) => `Yearly, ${price} per seat`,
    seats: "Seats",
    seatsHint: (members: number, invited: number, most: number) =>
      `${counted(members, "person works", "people work")} here${
        invited > 0
          ? ` and ${counted(invited, "is invited", "are invited")}`
          : ""
      }. At most ${formatCount(most)}.`,
    seatsWrong: (most: number) =>
      `Enter a whole number from 1 to ${formatCount(most)}.`,
    correctFirst: "Correct the number of seats first.",
    total: "Total",
    totalAfterTrial: "Total after the trial, if you buy",
    amount: (price: number, currency: string, interval: Interval) =>
      `${formatExactMoney(price, currency)} ${per[interval]}`,
    trialNote: `Free for ${TRIAL_DAYS} days and without a card. If you buy nothing by then, the limits of Free hold again; members and projects stay.`,
    buyNote: "You pay on the next page. Nothing is charged before that.",
    changeNote:
      "It holds at once. The difference is in your next invoice: what is paid for already counts.",
    changeIntervalNote:
      "It holds at once. A new period begins and is charged now; what is paid for already counts.",
    startTrial: "Start the trial",
    buyNow: "Buy now",
    toPayment: "Go to payment",
    changeTrial: "Change the trial",
    change: "Change plan",
    same: "This is what you have.",
    notTried: "The trial did not start.",
    notBought: "Nothing was bought.",
    notChanged: "Nothing was changed.",
    tried: (plan: Plan) => `You are trying ${PLANS[plan].label}`,
    changed: (plan: Plan) => `You are on ${PLANS[plan].label}`,
  },
  preview: {
    nothing: "Everybody and everything keeps working as it does.",
    lead: "Nothing is deleted at once, but from then on:",
    members: (count: number) =>
      `${counted(count, "member", "members")} can only read`,
    more: (count: number) => `and ${counted(count, "other", "others")}`,
    choice: "You can choose afterwards who keeps a seat.",
    projects: (count: number) =>
      `${counted(count, "project", "projects")} can only be read, the newest first`,
    roles: (count: number) =>
      `${counted(count, "role", "roles")} more than the plan has: they stay, but no more can be made`,
    auditLog: (days: number, from: Date) =>
      `The audit log is kept for ${formatPeriod(days)} from ${formatDay(from)} on; older events are removed then`,
  },
  cancel: {
    title: (plan: Plan) => `End the subscription to ${PLANS[plan].label}?`,
    confirm: "End subscription",
    keepsUntil: (day: string) =>
      `You keep it until ${day}, which is paid for. After that the limits of Free hold.`,
    trialUntil: (day: string) =>
      `You keep it until the trial ends on ${day}. After that the limits of Free hold.`,
    owed: "You owe the last payment. With the subscription gone, the limits of Free hold.",
    done: "The subscription is cancelled",
  },
  invoices: {
    title: "Invoices",
    none: "There are none yet. The first one stands here once something was paid.",
    caption: "Invoices, newest first",
    date: "Date",
    number: "Number",
    amount: "Amount",
    state: "Status",
    open: "Invoice",
    read: "Open",
    pay: "Pay",
    noNumber: "Draft",
    states: { paid: "Paid", open: "Not paid", void: "Void" },
  },
  seats: {
    title: "Who keeps a seat",
    text: (frozen: number, seats: number) =>
      `There ${seats === 1 ? "is 1 seat" : `are ${formatCount(seats)} seats`}, so ${counted(frozen, "member", "members")} can only read. Without a choice, those who came last do.`,
    choose: "Choose…",
    dialogText:
      "The others keep everything they made and can read it. You can change this at any time.",
    list: "Members",
    left: (left: number) =>
      left < 0
        ? `${counted(-left, "seat", "seats")} too few: take somebody out.`
        : left === 0
          ? "Every seat is given."
          : `${counted(left, "seat is", "seats are")} left, and go to whoever has been here longest.`,
    always: "Always keeps a seat",
    save: "Save",
    saved: "The seats are given",
    reading: "Reading the members…",
    you: "You",
  },
  returned: {
    bought: (plan: Plan) => `${PLANS[plan].label} is yours`,
    notBought: "Nothing was bought",
    notBoughtText: "The payment was not finished. Nothing is charged.",
    inOrder: "Back from the payment page",
    failed: "What was paid could not be read.",
  },
  subscriptionState: {
    none: "No subscription",
    noneText: "There is nothing to pay.",
    soon: "soon",
    fewDays: "a few days more",
    on: (day: string) => `on ${day}`,
    ended: "Ended",
    afterwards: "The limits of Free hold from then on.",
    buyBefore: (label: string) => `Buy it before then to keep ${label}.`,
    trial: "Trial",
    trialText: (ends: string, day: string, then: string) =>
      `The trial ends ${ends}, ${day}. ${then}`,
    cancelled: "Cancelled",
    cancelledText: (label: string, day: string) =>
      `${label} ends ${day} and is paid for until then. The limits of Free hold from then on.`,
    active: "Active",
    renews: (day: string) => `Renews ${day}.`,
    paymentFailed: "Payment failed",
    failedText: (label: string, until: string) =>
      `The last payment failed. ${label} works until ${until}; change how you pay before then to keep it.`,
    notPaid: "Not paid",
    overText: (label: string) =>
      `The last payment failed, and ${label} is over. Pay what is open to have it back.`,
    endedText: (label: string, day: string) =>
      `${label} ended ${day}. Members and projects stay.`,
    endedSometime: (label: string) =>
      `${label} has ended. Members and projects stay.`,
  },
});
