import { z } from "zod";
import {
  INTERVALS,
  PAID_PLANS,
  PLAN_NAMES,
  type Plan,
  type PaidPlan,
} from "#shared/plans";
import { STATUSES } from "#server/core/billing/provider";
import { iso } from "#server/kernel/inputs";
import { graceEndsAt, type Subscription } from "./state";
import type { Usage } from "./usage";

const amount = z.object({
  used: z.number(),
  /** Null for any number. */
  limit: z.number().nullable(),
});

/** What the organization has, and what it bought. */
export const subscriptionSummaryShape = z.object({
  /** What the organization has now. */
  plan: z.enum(PLAN_NAMES),
  /** Null where nothing was bought or tried yet. */
  subscription: z
    .object({
      plan: z.enum(PAID_PLANS),
      interval: z.enum(INTERVALS),
      seats: z.number(),
      status: z.enum(STATUSES),
      trialEndsAt: z.string().nullable(),
      periodEndsAt: z.string().nullable(),
      cancelsAtPeriodEnd: z.boolean(),
      /** Until when the plan holds although a payment failed. */
      graceEndsAt: z.string().nullable(),
    })
    .nullable(),
});

export type SubscriptionSummary = z.infer<typeof subscriptionSummaryShape>;

export const subscriptionShape = subscriptionSummaryShape.extend({
  /** Who takes the money; `off` where every organization has everything. */
  provider: z.enum(["off", "fake", "stripe"]),
  /** Whether it has neither tried nor bought anything yet. */
  canTry: z.boolean(),
  usage: z.object({
    /** `used` are the active members; `invited` those for whom a seat is kept. */
    seats: amount.extend({ invited: z.number(), frozen: z.number() }),
    projects: amount.extend({ frozen: z.number() }),
    roles: amount,
  }),
});

export type SubscriptionView = z.infer<typeof subscriptionShape>;

export function toSubscriptionView(
  provider: SubscriptionView["provider"],
  plan: Plan,
  row: Subscription | undefined,
  usage: Usage,
): SubscriptionView {
  return {
    provider,
    plan,
    subscription: row ? boughtOf(row) : null,
    canTry: provider !== "off" && isUntried(row),
    usage,
  };
}

/** Whether the organization has neither tried nor bought anything yet. */
export function isUntried(row: Subscription | undefined): boolean {
  return !row || (row.trialUsedAt === null && row.subscriptionId === null);
}

/** Null where nothing was bought or tried yet. */
export function boughtOf(
  row: Subscription,
): SubscriptionSummary["subscription"] {
  const { plan, interval, seats, status, cancelsAtPeriodEnd } = row;
  if (plan === null || interval === null || seats === null || status === null)
    return null;
  return {
    plan,
    interval,
    seats,
    status,
    cancelsAtPeriodEnd,
    trialEndsAt: isoOrNull(row.trialEndsAt),
    periodEndsAt: isoOrNull(row.periodEndsAt),
    graceEndsAt: isoOrNull(graceEndsAt(row)),
  };
}

/** What would come of a change. */
export const changePreviewShape = z.object({
  plan: z.enum(PLAN_NAMES),
  seats: z.number(),
  /** What a whole period costs then, in the smallest unit of the currency; null for nothing. */
  price: z.number().nullable(),
  currency: z.string(),
  /** How many members could only read, and the first of them. */
  frozenMembers: z.object({
    count: z.number(),
    first: z.array(
      z.object({ userId: z.string(), name: z.string(), email: z.string() }),
    ),
  }),
  /** How many projects could only be read. */
  frozenProjects: z.number(),
  /** How many roles there are beyond those that the plan has: they stay, and no more are made. */
  rolesBeyond: z.number(),
  /** For how many days the audit log is kept then, and from when on, where that is less than now. */
  auditShortened: z.object({ days: z.number(), from: z.string() }).nullable(),
});

export type ChangePreview = z.infer<typeof changePreviewShape>;

export const invoiceShape = z.object({
  id: z.string(),
  number: z.string().nullable(),
  status: z.enum(["paid", "open", "void"]),
  total: z.number(),
  currency: z.string(),
  createdAt: z.string(),
  url: z.string().nullable(),
});

export interface PlanChoice {
  plan: PaidPlan;
  interval?: (typeof INTERVALS)[number];
  seats?: number;
}

function isoOrNull(moment: number | null): string | null {
  return moment === null ? null : iso(moment);
}
