/** The limits and prices of a plan. Null means no limit. */
export interface PlanDetails {
  label: string;
  summary: string;
  /** The price of a seat in the smallest unit of `CURRENCY`, for each billing interval; null for a free plan. */
  price: Record<Interval, number> | null;
  /** The number of seats of a free plan, or the maximum number that can be bought on a paid plan. */
  seats: number;
  projects: number | null;
  /** The maximum number of custom roles. */
  roles: number;
  /** The maximum number of service accounts. */
  serviceAccounts: number;
  /** The number of API calls per month. */
  apiCalls: number | null;
  invitationsPerDay: number;
  /** Whether an invitation can have a personal message. */
  personalMessages: boolean;
  auditRetentionDays: number;
  sso: boolean;
}

/** Billing periods. */
export const INTERVALS = ["month", "year"] as const;
export type Interval = (typeof INTERVALS)[number];

export const CURRENCY = "usd";
/** The length of the trial of a paid plan. Each organization can have one trial. */
export const TRIAL_DAYS = 14;
/** For how many days a plan stays active after a failed payment. */
export const GRACE_DAYS = 14;

/** The plans, from the smallest to the largest. */
export const PLANS = {
  free: {
    label: "Free",
    summary: "For getting started",
    price: null,
    seats: 25,
    projects: 500,
    roles: 10,
    serviceAccounts: 2,
    apiCalls: 10_000,
    invitationsPerDay: 50,
    personalMessages: false,
    auditRetentionDays: 90,
    sso: false,
  },
  team: {
    label: "Team",
    summary: "For growing teams",
    price: { month: 1_200, year: 12_000 },
    seats: 200,
    projects: 2_500,
    roles: 20,
    serviceAccounts: 20,
    apiCalls: 1_000_000,
    invitationsPerDay: 250,
    personalMessages: true,
    auditRetentionDays: 730,
    sso: false,
  },
  business: {
    label: "Business",
    summary: "For companies that need control and compliance",
    price: { month: 2_900, year: 29_000 },
    seats: 10_000,
    projects: null,
    roles: 50,
    serviceAccounts: 100,
    apiCalls: null,
    invitationsPerDay: 1000,
    personalMessages: true,
    auditRetentionDays: 2555,
    sso: true,
  },
} as const satisfies Record<string, PlanDetails>;

export type Plan = keyof typeof PLANS;
export const PLAN_NAMES = Object.keys(PLANS) as [Plan, ...Plan[]];

export type PaidPlan = {
  [P in Plan]: (typeof PLANS)[P]["price"] extends null ? never : P;
}[Plan];

export function isPaid(plan: Plan): plan is PaidPlan {
  return PLANS[plan].price !== null;
}

/**
 * Returns the number of seats of a trial if the caller names none. It is at least the number of the free plan, so that
 * a trial takes no seats away.
 * @param people the number of members and invited users, who take a seat each
 */
export function trialSeats(plan: PaidPlan, people: number): number {
  return Math.min(Math.max(people, PLANS.free.seats), PLANS[plan].seats);
}

export const PAID_PLANS = PLAN_NAMES.filter(isPaid) as [
  PaidPlan,
  ...PaidPlan[],
];
