import { z } from "zod";
import { INTERVALS, PAID_PLANS, PLAN_NAMES, PLANS } from "#shared/plans";
import { can } from "#shared/permissions";
import type { Caller } from "#server/core/caller";
import { orgInput } from "#server/kernel/inputs";
import { rest } from "#server/rpc/meta";
import { roleProcedure, router } from "#server/rpc/trpc";
import { previewChange } from "./preview";
import { chooseSeats, MOST_CHOSEN } from "./seats";
import {
  type Buyer,
  changeSubscription,
  checkout,
  listInvoices,
  openPortal,
  readSubscription,
  refreshSubscription,
  setCancelled,
  startTrial,
} from "./service";
import {
  subscriptionSummaryShape,
  changePreviewShape,
  invoiceShape,
  subscriptionShape,
} from "./schemas";
import type { Sessions } from "#server/core/sessions/sessions";
import type { Billing } from "#server/core/billing/billing";
import { overtaken } from "./state";

const subscription = "/organizations/{org}/subscription";
const plan = z.enum(PAID_PLANS);
const interval = z.enum(INTERVALS).optional();
const seats = z.int().min(1).max(10_000).optional();
const visit = z.object({
  /** Send the person there. */
  url: z.string(),
});
const AGAIN =
  "Each call asks the payment service anew and gives an address of its own, which holds for a short while.";

/** Why these calls decide without the organization's version. */
const guardsItself =
  "It waits for the payment service; the version of the subscription holds what it stores.";

interface BuyerContext {
  caller: Caller;
  services: {
    billing: Billing;
    now(): number;
    sessions: Pick<Sessions, "currentGrants">;
  };
}

function buyerOf(ctx: BuyerContext, from = "billing"): Buyer {
  const { user, organization, links } = ctx.caller;
  const { provider } = ctx.services.billing;
  const back = new URL(links.billing(organization.slug));
  back.searchParams.set("from", from);
  return {
    provider,
    user,
    organization,
    returnUrl: back.href,
    requireStillAllowed: () => requireStillAllowed(ctx),
  };
}

/** Another mutation may have taken the right away while the provider was asked for something else. */
async function requireStillAllowed({
  caller: { sessionId, organization },
  services,
}: BuyerContext): Promise<void> {
  const now = services.now();
  const { currentGrants } = services.sessions;
  const grants = await currentGrants(sessionId, organization.id, now);
  if (!grants || !can(grants, "billing:manage")) throw overtaken();
}

export const billingRouter = router({
  get: roleProcedure("billing:read")
    .meta(
      rest("GET", subscription, {
        summary: "Read an organization's plan, subscription and usage",
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
        summary: "See what a plan and a number of seats would change",
        description:
          "A smaller plan deletes nothing at once: the newest members beyond the seats, and the newest projects beyond the limit, can only be read. The audit log is kept as before for 120 days.",
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
        summary: "Begin to buy a plan",
        guardsItself,
        description: `Seats are as many as there are members and invitations, unless said otherwise. ${AGAIN}`,
        repeatable: true,
        withoutWriteBudget: true,
      }),
    )
    .input(orgInput({ plan, interval, seats }))
    .output(visit)
    .mutation(({ ctx, input: { org: _, ...wish } }) =>
      checkout(ctx.db, buyerOf(ctx, "checkout"), wish),
    ),

  startTrial: roleProcedure("billing:manage")
    .meta(
      rest("POST", `${subscription}/trial`, {
        summary: "Try a plan, once and without a card",
        guardsItself,
        description: `Without \`seats\`, the trial has a seat for each member and each invited person, and at least ${PLANS.free.seats}: those of the free plan.`,
      }),
    )
    .input(orgInput({ plan, interval, seats }))
    .output(subscriptionSummaryShape)
    .mutation(({ ctx, input: { org: _, ...wish } }) =>
      startTrial(ctx.db, buyerOf(ctx), wish),
    ),

  change: roleProcedure("billing:manage")
    .meta(
      rest("PUT", subscription, {
        summary: "Change plan, interval or seats",
        guardsItself,
        description:
          "At once; the difference is in the next invoice. What is left out stays.",
      }),
    )
    .input(orgInput({ plan: plan.optional(), interval, seats }))
    .output(subscriptionSummaryShape)
    .mutation(({ ctx, input: { org: _, ...wish } }) =>
      changeSubscription(ctx.db, buyerOf(ctx), wish),
    ),

  cancel: roleProcedure("billing:manage")
    .meta(
      rest("POST", `${subscription}/cancel`, {
        summary: "End the subscription with what is paid for",
        withoutWriteBudget: true,
        guardsItself,
      }),
    )
    .input(orgInput({}))
    .output(subscriptionSummaryShape)
    .mutation(({ ctx }) => setCancelled(ctx.db, buyerOf(ctx), true)),

  resume: roleProcedure("billing:manage")
    .meta(
      rest("POST", `${subscription}/resume`, {
        summary: "Take a cancellation back before it takes effect",
        guardsItself,
      }),
    )
    .input(orgInput({}))
    .output(subscriptionSummaryShape)
    .mutation(({ ctx }) => setCancelled(ctx.db, buyerOf(ctx), false)),

  portal: roleProcedure("billing:manage")
    .meta(
      rest("POST", `${subscription}/portal`, {
        summary: "Open the page for cards and invoices",
        guardsItself,
        description: AGAIN,
        repeatable: true,
      }),
    )
    .input(orgInput({}))
    .output(visit)
    .mutation(({ ctx }) => openPortal(ctx.db, buyerOf(ctx, "portal"))),

  refresh: roleProcedure("billing:manage")
    .meta(
      rest("POST", `${subscription}/refresh`, {
        summary: "Take over what the payment service holds now",
        guardsItself,
        repeatable: true,
      }),
    )
    .input(orgInput({}))
    .output(subscriptionSummaryShape)
    .mutation(({ ctx }) => refreshSubscription(ctx.db, buyerOf(ctx))),

  invoices: roleProcedure("billing:read")
    .meta(
      rest("GET", "/organizations/{org}/invoices", {
        summary: "List the newest invoices",
      }),
    )
    .input(orgInput({}))
    .output(z.object({ items: z.array(invoiceShape) }))
    .query(async ({ ctx }) => ({
      items: await listInvoices(ctx.db, ctx.services.billing),
    })),

  chooseSeats: roleProcedure("billing:manage")
    .meta(
      rest("PUT", `${subscription}/seats`, {
        summary: "Choose who keeps a seat when there are too few",
        status: 204,
      }),
    )
    .input(orgInput({ userIds: z.array(z.string().max(64)).max(MOST_CHOSEN) }))
    .output(z.void())
    .mutation(({ ctx, input }) => chooseSeats(ctx.db, input.userIds)),
});
