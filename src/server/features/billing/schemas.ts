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
  /** Null for any number. */
  limit: z.number().nullable(),
});

export const subscriptionSummaryShape = z.object({
  /** The organization's current plan. */
  plan: z.enum(PLAN_NAMES),
  /** Null where no plan was bought or tried yet. */
  subscription: z
    .object({
      plan: z.enum(PAID_PLANS),
      interval: z.enum(INTERVALS),
      seats: z.number(),
      status: z.enum(STATUSES),
      trialEndsAt: z.string().nullable(),
      periodEndsAt: z.string().nullable(),
      cancelsAtPeriodEnd: z.boolean(),
      /** The plan stays until then although a payment failed. */
      graceEndsAt: z.string().nullable(),
    })
    .nullable(),
});

export type SubscriptionSummary = z.infer<typeof subscriptionSummaryShape>;

export const subscriptionShape = subscriptionSummaryShape.extend({
  /** With `off`, every organization has everything. */
  provider: z.enum(["off", "fake", "stripe"]),
  /** Whether the organization can start a trial. */
  canTry: z.boolean(),
  usage: z.object({
    /** `used`: active members; `invited`: pending invitations, each with a seat. */
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
  /** The members who would become read-only: how many, and the first of them. */
  frozenMembers: z.object({
    count: z.number(),
    first: z.array(
      z.object({ userId: z.string(), name: z.string(), email: z.string() }),
    ),
  }),
  /** How many projects would become read-only. */
  frozenProjects: z.number(),
  /** How many custom roles exceed the limit: they stay, and no more can be created. */
  rolesBeyond: z.number(),
  /** How long the audit log would be kept, and from when on; null where that is not shorter than now. */
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
