/** What a plan gives. Every limit is a number, or null for any number. */
export interface PlanDetails {
  label: string;
  summary: string;
  /** What one seat costs, in the smallest unit of `CURRENCY`; null for a plan that costs nothing. */
  price: Record<Interval, number> | null;
  /** How many people may work there; on a plan with a price, how many seats may be bought. */
  seats: number;
  projects: number | null;
  /** Roles of the organization's own. */
  roles: number;
  /** Calls by programs, per month. */
  apiCalls: number | null;
  invitationsPerDay: number;
  auditRetentionDays: number;
  sso: boolean;
}

/** How often is paid. */
export const INTERVALS = ["month", "year"] as const;
export type Interval = (typeof INTERVALS)[number];

export const CURRENCY = "usd";
/** How long a paid plan may be tried, once per organization. */
export const TRIAL_DAYS = 14;
/** How long a plan holds after a payment has failed. */
export const GRACE_DAYS = 14;

/** Plans as data, from the smallest to the largest: changing one is changing a line here. */
export const PLANS = {
  free: {
    label: "Free",
    summary: "For getting started",
    price: null,
    seats: 25,
    projects: 500,
    roles: 10,
    apiCalls: 10_000,
    invitationsPerDay: 50,
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
    apiCalls: 1_000_000,
    invitationsPerDay: 250,
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
    apiCalls: null,
    invitationsPerDay: 1000,
    auditRetentionDays: 2555,
    sso: true,
  },
} as const satisfies Record<string, PlanDetails>;

export type Plan = keyof typeof PLANS;
export const PLAN_NAMES = Object.keys(PLANS) as [Plan, ...Plan[]];

/** A plan that is paid for. */
export type PaidPlan = {
  [P in Plan]: (typeof PLANS)[P]["price"] extends null ? never : P;
}[Plan];

export function isPaid(plan: Plan): plan is PaidPlan {
  return PLANS[plan].price !== null;
}

/**
 * How many seats a trial begins with, where nothing else is asked for: at least those of the free plan, since a trial
 * must not take seats away.
 *
 * @param people who are members or invited, each with a seat
 */
export function trialSeats(plan: PaidPlan, people: number): number {
  return Math.min(Math.max(people, PLANS.free.seats), PLANS[plan].seats);
}

export const PAID_PLANS = PLAN_NAMES.filter(isPaid) as [
  PaidPlan,
  ...PaidPlan[],
];
