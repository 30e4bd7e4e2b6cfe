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
const seats = (count: number) => counted(count, "seat", "seats");
const members = (count: number) => counted(count, "member", "members");
const invitations = (count: number) =>
  counted(count, "pending invitation", "pending invitations");
/** What takes a seat: suspended members and expired invitations take none. */
const seatHolders = (memberCount: number, invited: number) =>
  [
    counted(memberCount, "active member", "active members"),
    invited > 0 &&
      counted(invited, "unexpired invitation", "unexpired invitations"),
  ]
    .filter(Boolean)
    .join(", ");
const per: Record<Interval, string> = { month: "/ month", year: "/ year" };

export const texts = catalogue("features/billing", {
  title: "Billing",
  cancelChange: "Cancel",
  description: "Manage your plan, seats, payment method and invoices.",
  off: {
    title: "Payments are turned off on this server",
    text: "All features are included, without limits.",
  },
  summary: {
    free: PLANS.free.summary,
    team: PLANS.team.summary,
    business: PLANS.business.summary,
  } satisfies Record<Plan, string>,
  plan: {
    title: "Current plan",
    each: (count: number, interval: Interval) =>
      `${seats(count)}, billed ${interval === "month" ? "monthly" : "yearly"}`,
    trialSeats: (count: number) => `${seats(count)} during the trial`,
    granted: "This plan was granted to you free of charge.",
    canTry: `Try a larger plan free for ${TRIAL_DAYS} days, no card required.`,
    pay: "Manage payment method",
    payNow: "Pay or update payment method",
    cancel: "Cancel subscription…",
    resume: "Resume subscription",
    resumed: (plan: Plan) => `Your ${PLANS[plan].label} plan was resumed`,
    notResumed: "The subscription couldn’t be resumed.",
    notOpened: "The payment page couldn’t be opened.",
    readOnly: "Ask an admin to change the plan.",
  },
  usage: {
    title: "Usage",
    seats: "Seats",
    projects: "Projects",
    roles: "Custom roles",
    seatsDetail: seatHolders,
    frozen: (count: number) => `${formatCount(count)} read-only`,
    rolesOverLimit: "Existing roles are kept, but you can’t create more",
    serviceAccounts: "Service accounts",
    accountsOverLimit: "Existing accounts are kept, but you can’t create more",
  },
  plans: {
    title: "Plans",
    interval: "Billing period",
    monthly: "Monthly",
    yearly: "Yearly",
    saving: (share: number) => `Save ${formatPercent(share)}`,
    current: "Current",
    free: "Free",
    perSeat: "per seat / month",
    billedYearly: (year: number, currency: string) =>
      `${formatMoney(year, currency)} per seat, billed yearly`,
    billedMonthly: "Billed monthly",
    seats: (count: number, isPaid: boolean) =>
      isPaid
        ? `Up to ${formatCount(count)} seats`
        : `${formatCount(count)} seats`,
    projects: (count: number | null) =>
      count === null ? "Unlimited projects" : `${formatCount(count)} projects`,
    roles: (count: number) => `${formatCount(count)} custom roles`,
    serviceAccounts: (count: number) =>
      `${formatCount(count)} service accounts`,
    retention: (days: number) => `Audit log kept for ${formatPeriod(days)}`,
    apiCalls: (count: number | null) =>
      count === null
        ? "Unlimited API calls"
        : `${formatCount(count)} API calls / month`,
    personalMessages: "Personal messages in invitations",
    try: (plan: string) => `Try ${plan} free for ${TRIAL_DAYS} days`,
    upgrade: (plan: string) => `Upgrade to ${plan}`,
    change: (plan: string) => `Switch to ${plan}`,
    adjust: "Change seats",
    downgrade: (plan: string) => `Downgrade to ${plan}`,
  },
  choose: {
    title: (plan: Plan) => PLANS[plan].label,
    interval: "Billing period",
    monthly: (price: string) => `Monthly, ${price} per seat`,
    yearly: (price: string) => `Yearly, ${price} per seat`,
    seats: "Seats",
    seatsHint: (memberCount: number, invited: number, maximum: number) =>
      `${members(memberCount)}${
        invited > 0 ? `, ${invitations(invited)}` : ""
      }. Maximum ${formatCount(maximum)}.`,
    seatsInvalid: (maximum: number) =>
      `Enter a number from 1 to ${formatCount(maximum)}.`,
    fixSeats: "Enter a valid number of seats first.",
    total: "Total",
    totalAfterTrial: "Total if you upgrade after the trial",
    amount: (price: number, currency: string, interval: Interval) =>
      `${formatExactMoney(price, currency)} ${per[interval]}`,
    trialNote: `Free for ${TRIAL_DAYS} days, no card required. If you don’t upgrade, you’ll move back to Free and keep your data.`,
    buyNote: "You’ll pay on the next page. You won’t be charged before that.",
    changeNote:
      "Takes effect immediately. We’ll prorate the difference on your next invoice.",
    changeIntervalNote:
      "Takes effect immediately. A new billing period starts and is charged now, minus what you’ve already paid.",
    startTrial: "Start trial",
    buyNow: "Buy now",
    toPayment: "Continue to payment",
    changeTrial: "Change trial",
    change: "Change plan",
    unchanged: "This is your current plan.",
    trialNotStarted: "The trial couldn’t be started.",
    notBought: "The purchase couldn’t be started.",
    notChanged: "The plan couldn’t be changed.",
    trialStarted: (plan: Plan) => `Your ${PLANS[plan].label} trial has started`,
    changed: (plan: Plan) => `You’re on ${PLANS[plan].label}`,
  },
  preview: {
    noImpact: "Nothing changes for your members or projects.",
    lead: "Nothing will be deleted now, but once this takes effect:",
    members: (count: number) => `${members(count)} will become read-only:`,
    more: (count: number) => `and ${counted(count, "other", "others")}`,
    invitations: (count: number) =>
      `${invitations(count)} can’t be accepted until there are free seats`,
    assignLater: "You can choose who keeps a seat afterwards.",
    projects: (count: number) =>
      `${counted(count, "project", "projects")} will become read-only, newest first`,
    roles: (count: number) =>
      `You’ll have ${counted(count, "custom role", "custom roles")} over the limit. They’re kept, but you can’t create more`,
    serviceAccounts: (count: number) =>
      `You’ll have ${counted(count, "service account", "service accounts")} over the limit. They keep working, but you can’t create more`,
    auditLog: (days: number, from: Date) =>
      `From ${formatDay(from)}, the audit log is kept for ${formatPeriod(days)} and older events are deleted`,
  },
  cancel: {
    title: (plan: Plan) => `Cancel your ${PLANS[plan].label} subscription?`,
    confirm: "Cancel subscription",
    keepsUntil: (day: string) =>
      `Your subscription is paid until ${day}. After that you’ll be on the Free plan.`,
    trialUntil: (day: string) =>
      `Your trial ends on ${day}. After that you’ll be on the Free plan.`,
    overdue:
      "Your last payment is overdue. If you cancel, you’ll be on the Free plan.",
    done: "Subscription canceled",
  },
  invoices: {
    title: "Invoices",
    none: "No invoices yet.",
    caption: "Invoices, newest first",
    date: "Date",
    number: "Number",
    amount: "Amount",
    status: "Status",
    link: "Invoice",
    view: "View",
    pay: "Pay",
    draft: "Draft",
    statuses: { paid: "Paid", open: "Unpaid", void: "Void" },
  },
  seats: {
    title: "Assign seats",
    text: (frozen: number, count: number) =>
      `You have ${seats(count)}, so ${frozen === 1 ? "1 member is" : `${formatCount(frozen)} members are`} read-only. Unless you choose, it’s the newest members.`,
    choose: "Choose members…",
    dialogText:
      "Choose who keeps a seat. Everyone else becomes read-only and keeps their projects. You can change this at any time.",
    list: "Members",
    left: (left: number) =>
      left < 0
        ? `${seats(-left)} too many selected. Deselect someone.`
        : left === 0
          ? "All seats are assigned."
          : `${seats(left)} left, assigned to the longest-standing members.`,
    always: "Always keeps a seat",
    save: "Save",
    saved: "Seats assigned",
    loading: "Loading members…",
    you: "You",
  },
  returned: {
    bought: (plan: Plan) => `You’re on ${PLANS[plan].label}`,
    notBought: "Purchase not completed",
    notBoughtText: "The payment wasn’t completed. You won’t be charged.",
    fromPortal: "Billing is up to date",
    failed: "Your billing status couldn’t be updated.",
  },
  commands: {
    billing: "Billing",
    words: "plan seats cards invoices upgrade subscription",
  },
});
