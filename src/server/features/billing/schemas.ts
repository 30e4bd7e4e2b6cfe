import { z } from "zod";
import {
  type Interval,
  INTERVALS,
  PAID_PLANS,
  type PaidPlan,
  PLAN_NAMES,
} from "#shared/plans";
import { STATUSES } from "#server/core/billing/provider";
import { idOf, moment, named } from "#server/kernel/shapes";

const amount = z.object({
  used: z.int(),
  limit: z
    .int()
    .nullable()
    .describe("The largest possible number; null when there is no limit."),
});

export const subscriptionSummaryShape = named(
  "SubscriptionSummary",
  z.object({
    plan: z.enum(PLAN_NAMES).describe("The organization's current plan."),
    subscription: z
      .object({
        plan: z.enum(PAID_PLANS),
        interval: z.enum(INTERVALS),
        seats: z.int(),
        status: z.enum(STATUSES),
        trialEndsAt: moment.nullable(),
        periodEndsAt: moment.nullable(),
        cancelsAtPeriodEnd: z.boolean(),
        graceEndsAt: moment
          .nullable()
          .describe(
            "After a failed payment, the organization keeps its plan until this time; null when no payment is past due.",
          ),
      })
      .nullable()
      .describe(
        "Null when the organization has not bought or tried a plan yet.",
      ),
  }),
);

export type SubscriptionSummary = z.infer<typeof subscriptionSummaryShape>;

export const subscriptionShape = named(
  "Subscription",
  subscriptionSummaryShape.extend({
    provider: z
      .enum(["off", "fake", "stripe"])
      .describe(
        "With `off`, there are no payments, and no organization has limits.",
      ),
    canTry: z.boolean().describe("Whether the organization can start a trial."),
    usage: z.object({
      seats: amount
        .extend({ invited: z.int(), frozen: z.int() })
        .describe(
          "`used` is the number of active members. `invited` is the number of pending invitations, which each reserve a seat.",
        ),
      projects: amount.extend({ frozen: z.int() }),
      roles: amount,
      serviceAccounts: amount,
    }),
  }),
);

export type SubscriptionView = z.infer<typeof subscriptionShape>;

export const changePreviewShape = named(
  "ChangePreview",
  z.object({
    plan: z.enum(PLAN_NAMES),
    seats: z.int(),
    price: z
      .int()
      .nullable()
      .describe(
        "The price of a whole period, in the smallest unit of the currency; null for a free plan.",
      ),
    currency: z.string(),
    frozenMembers: z
      .object({
        count: z.int(),
        first: z.array(
          z.object({
            userId: idOf("user"),
            name: z.string(),
            email: z.string(),
          }),
        ),
      })
      .describe(
        "How many members would become read-only, and the first of these members.",
      ),
    invitationsBeyond: z
      .int()
      .describe(
        "How many pending invitations could not be accepted, because no seat would be free for them.",
      ),
    frozenProjects: z
      .int()
      .describe("How many projects would become read-only."),
    rolesBeyond: z
      .int()
      .describe(
        "How many custom roles would exceed the limit. These roles stay, but no more roles can be created.",
      ),
    serviceAccountsBeyond: z
      .int()
      .describe(
        "How many service accounts would exceed the limit. These accounts stay, but no more accounts can be created.",
      ),
    auditShortened: z
      .object({ days: z.int(), from: moment })
      .nullable()
      .describe(
        "How many days the audit log would keep events, and from when on; null when the audit log would not be shortened.",
      ),
  }),
);

export type ChangePreview = z.infer<typeof changePreviewShape>;

export const invoiceShape = named(
  "Invoice",
  z.object({
    id: z.string(),
    number: z.string().nullable(),
    status: z.enum(["paid", "open", "void"]),
    total: z.int(),
    currency: z.string(),
    createdAt: moment,
    url: z.string().nullable(),
  }),
);

export interface PlanChoice {
  plan: PaidPlan;
  interval?: Interval;
  seats?: number;
}
