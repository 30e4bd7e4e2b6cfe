import { z } from "zod";
import {
  type Interval,
  INTERVALS,
  PAID_PLANS,
  type PaidPlan,
  PLAN_NAMES,
} from "#shared/plans";
import { STATUSES } from "#server/core/billing/provider";

const amount = z.object({
  used: z.number(),
  /** The largest possible number; null when there is no limit. */
  limit: z.number().nullable(),
});

export const subscriptionSummaryShape = z.object({
  /** The organization's current plan. */
  plan: z.enum(PLAN_NAMES),
  /** Null when the organization has not bought or tried a plan yet. */
  subscription: z
    .object({
      plan: z.enum(PAID_PLANS),
      interval: z.enum(INTERVALS),
      seats: z.number(),
      status: z.enum(STATUSES),
      trialEndsAt: z.string().nullable(),
      periodEndsAt: z.string().nullable(),
      cancelsAtPeriodEnd: z.boolean(),
      /** After a failed payment, the organization keeps its plan until this time; null when no payment is past due. */
      graceEndsAt: z.string().nullable(),
    })
    .nullable(),
});

export type SubscriptionSummary = z.infer<typeof subscriptionSummaryShape>;

export const subscriptionShape = subscriptionSummaryShape.extend({
  /** With `off`, there are no payments, and no organization has limits. */
  provider: z.enum(["off", "fake", "stripe"]),
  /** Whether the organization can start a trial. */
  canTry: z.boolean(),
  usage: z.object({
    /**
     * `used` is the number of active members. `invited` is the number of pending invitations, which each reserve a
     * seat.
     */
    seats: amount.extend({ invited: z.number(), frozen: z.number() }),
    projects: amount.extend({ frozen: z.number() }),
    roles: amount,
  }),
});

export type SubscriptionView = z.infer<typeof subscriptionShape>;

export const changePreviewShape = z.object({
  plan: z.enum(PLAN_NAMES),
  seats: z.number(),
  /** The price of a whole period, in the smallest unit of the currency; null for a free plan. */
  price: z.number().nullable(),
  currency: z.string(),
  /** How many members would become read-only, and the first of these members. */
  frozenMembers: z.object({
    count: z.number(),
    first: z.array(
      z.object({ userId: z.string(), name: z.string(), email: z.string() }),
    ),
  }),
  /** How many projects would become read-only. */
  frozenProjects: z.number(),
  /** How many custom roles would exceed the limit. These roles stay, but no more roles can be created. */
  rolesBeyond: z.number(),
  /**
   * How many days the audit log would keep events, and from when on; null when the audit log would not be shortened.
   */
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
  interval?: Interval;
  seats?: number;
}
