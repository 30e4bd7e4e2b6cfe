import { z } from "zod";
import { INTERVALS, PAID_PLANS, PLAN_NAMES, PLANS } from "#shared/plans";
import { orgInput, idField } from "#server/kernel/inputs";
import { rest } from "#server/rpc/meta";
import { roleProcedure, router } from "#server/rpc/trpc";
import { previewChange } from "./preview";
import { chooseSeats, CHOSEN_AT_MOST } from "./seats";
import {
  changeSubscription,
  refreshSubscription,
  setCancelled,
} from "./change";
import { openCheckout, openPortal } from "./payment-pages";
import { listInvoices, readSubscription } from "./read";
import { startTrial } from "./trial";
import {
  subscriptionSummaryShape,
  changePreviewShape,
  invoiceShape,
  subscriptionShape,
} from "./schemas";

const subscription = "/organizations/{org}/subscription";
const plan = z.enum(PAID_PLANS);
const interval = z.enum(INTERVALS).optional();
const seats = z.int().min(1).max(10_000).optional();
const hostedPage = z.object({
  url: z.string().describe("The URL to which the client redirects the user."),
});
const NEW_URL = "Each call returns a new URL, which expires after a while.";

/** The reason why these procedures do not check the version of the organization. */
const guardsItself =
  "It waits for the payment provider; the version of the subscription guards what it stores.";

export const billingRouter = router({
  get: roleProcedure("billing:read")
    .meta(
      rest("GET", subscription, {
        summary: "Get an organization's plan, subscription and usage",
        description:
          "`plan` is the present plan. `usage` counts members, projects and custom roles against their limits.",
      }),
    )
    .input(orgInput({}))
    .output(subscriptionShape)
    .query(({ ctx }) =>
      readSubscription(ctx.db, ctx.services.billing.provider),
    ),

  preview: roleProcedure("billing:read")
    .meta(
      rest("GET", `${subscription}/preview`, {
        summary: "Preview a change of plan or seats",
        description:
          "A smaller plan deletes nothing at once: the newest members beyond the seats and the newest projects beyond the limit become read-only. The audit log is kept as before for 120 days.",
      }),
    )
    .input(
      orgInput({
        plan: z.enum(PLAN_NAMES),
        interval,
        seats: z.coerce.number().int().min(1).max(10_000).optional(),
      }),
    )
    .output(changePreviewShape)
    .query(({ ctx, input }) => previewChange(ctx.db, input)),

  checkout: roleProcedure("billing:manage")
    .meta(
      rest("POST", `${subscription}/checkout`, {
        summary: "Open the checkout for a plan",
        guardsItself,
        description: `\`seats\` defaults to one for each member and each pending invitation. ${NEW_URL}`,
        repeatable: true,
        withoutWriteBudget: true,
        reasons: ["BILLING_OFF", "BILLING_FAILED", "SUBSCRIPTION_EXISTS"],
      }),
    )
    .input(orgInput({ plan, interval, seats }))
    .output(hostedPage)
    .mutation(({ ctx, input: { org: _, ...choice } }) =>
      openCheckout(ctx.db, ctx, choice),
    ),

  startTrial: roleProcedure("billing:manage")
    .meta(
      rest("POST", `${subscription}/trial`, {
        summary: "Start the trial of a plan, once and without a card",
        guardsItself,
        description: `\`seats\` defaults to one for each member and each pending invitation, and at least ${PLANS.free.seats}, as on the free plan.`,
        reasons: ["BILLING_OFF", "BILLING_FAILED", "TRIAL_USED"],
      }),
    )
    .input(orgInput({ plan, interval, seats }))
    .output(subscriptionSummaryShape)
    .mutation(({ ctx, input: { org: _, ...choice } }) =>
      startTrial(ctx.db, ctx, choice),
    ),

  change: roleProcedure("billing:manage")
    .meta(
      rest("PUT", subscription, {
        summary: "Change plan, interval or seats",
        guardsItself,
        description:
          "The change takes effect at once; the prorated difference is on the next invoice. Omitted fields stay as they are.",
        reasons: ["BILLING_OFF", "BILLING_FAILED", "NO_SUBSCRIPTION"],
      }),
    )
    .input(orgInput({ plan: plan.optional(), interval, seats }))
    .output(subscriptionSummaryShape)
    .mutation(({ ctx, input: { org: _, ...choice } }) =>
      changeSubscription(ctx.db, ctx, choice),
    ),

  cancel: roleProcedure("billing:manage")
    .meta(
      rest("POST", `${subscription}/cancel`, {
        summary: "Cancel the subscription at the end of its period",
        withoutWriteBudget: true,
        guardsItself,
        description: "The organization keeps its plan until then.",
        reasons: ["BILLING_OFF", "BILLING_FAILED", "NO_SUBSCRIPTION"],
      }),
    )
    .input(orgInput({}))
    .output(subscriptionSummaryShape)
    .mutation(({ ctx }) => setCancelled(ctx.db, ctx, true)),

  resume: roleProcedure("billing:manage")
    .meta(
      rest("POST", `${subscription}/resume`, {
        summary: "Resume a subscription before its cancellation takes effect",
        guardsItself,
        description: "The subscription continues as before.",
        reasons: ["BILLING_OFF", "BILLING_FAILED", "NO_SUBSCRIPTION"],
      }),
    )
    .input(orgInput({}))
    .output(subscriptionSummaryShape)
    .mutation(({ ctx }) => setCancelled(ctx.db, ctx, false)),

  portal: roleProcedure("billing:manage")
    .meta(
      rest("POST", `${subscription}/portal`, {
        summary: "Open the customer portal for payment method and invoices",
        guardsItself,
        description: NEW_URL,
        repeatable: true,
        reasons: ["BILLING_OFF", "BILLING_FAILED", "NO_SUBSCRIPTION"],
      }),
    )
    .input(orgInput({}))
    .output(hostedPage)
    .mutation(({ ctx }) => openPortal(ctx.db, ctx)),

  refresh: roleProcedure("billing:manage")
    .meta(
      rest("POST", `${subscription}/refresh`, {
        summary: "Read the subscription at the payment provider again",
        guardsItself,
        repeatable: true,
        description:
          "For the return from the checkout or the portal, without waiting for a notice of the payment provider.",
        reasons: ["BILLING_OFF", "BILLING_FAILED"],
      }),
    )
    .input(orgInput({}))
    .output(subscriptionSummaryShape)
    .mutation(({ ctx }) => refreshSubscription(ctx.db, ctx)),

  invoices: roleProcedure("billing:read")
    .meta(
      rest("GET", "/organizations/{org}/invoices", {
        summary: "List the newest invoices",
        description: "Newest first; empty without a subscription.",
        reasons: ["BILLING_FAILED"],
      }),
    )
    .input(orgInput({}))
    .output(z.object({ items: z.array(invoiceShape) }))
    .query(async ({ ctx }) => ({
      items: await listInvoices(ctx.db, ctx.services.billing.provider),
    })),

  chooseSeats: roleProcedure("billing:manage")
    .meta(
      rest("PUT", `${subscription}/seats`, {
        summary: "Choose which members keep a seat",
        status: 204,
        description:
          "When there are more members than seats, these members keep theirs, after the admin who joined first.",
      }),
    )
    .input(orgInput({ userIds: z.array(idField("user")).max(CHOSEN_AT_MOST) }))
    .output(z.void())
    .mutation(({ ctx, input }) => chooseSeats(ctx.db, input.userIds)),
});
