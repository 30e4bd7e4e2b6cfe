import { Stripe } from "stripe";
import type { StripeConfig } from "#server/kernel/config/billing";
import { DomainError } from "#server/kernel/errors";
import { currentSubscription } from "../current-subscription";
import type {
  BillingEvent,
  BillingProvider,
  Purchase,
} from "#server/core/billing/provider";
import { createAsk, createClient, type StripeFailure } from "./client";
import { createPrices } from "./prices";
import { itemOf, statusOf, toInvoice, toState } from "./state";

/** How old a message may be, in seconds. */
const TOLERANCE_S = 300;
const INVOICES_AT_MOST = 24;

interface StripeBillingOptions {
  /** `fake` for the demo's Stripe. */
  id: BillingProvider["id"];
  config: StripeConfig;
  /** Called in place of `fetch`. */
  answer?: typeof fetch;
  /** Logs a failure. */
  note: (failure: StripeFailure) => void;
}

/** Billing by Stripe. Checkout and customer portal are Stripe's pages, so card numbers never reach this program. */
export function createStripeBilling(
  options: StripeBillingOptions,
): BillingProvider {
  const { config, answer, note } = options;
  const stripe = createClient(config, answer);
  const ask = createAsk(note);
  const priceOf = createPrices(stripe, ask);

  const itemsFor = async (purchase: Purchase) => [
    { price: await ask(() => priceOf(purchase)), quantity: purchase.seats },
  ];
  const subscriptionsOf = async (customer: string) => {
    const { data } = await ask(() =>
      stripe.subscriptions.list({
        customer,
        status: "all",
        limit: 100,
        expand: ["data.latest_invoice"],
      }),
    );
    return data;
  };
  const cancelAll = async (customer: string, keptId?: string) => {
    for (const subscription of await subscriptionsOf(customer)) {
      const isOver = ["canceled", "incomplete_expired"].includes(
        subscription.status,
      );
      if (isOver || subscription.id === keptId) continue;
      // What was paid for and is not had comes back as credit; a trial has nothing to give back.
      const isPaid = statusOf(subscription) === "active";
      await ask(() =>
        stripe.subscriptions.cancel(subscription.id, {
          prorate: isPaid && keptId !== undefined,
          invoice_now: isPaid && keptId !== undefined,
        }),
      );
    }
  };

  return {
    id: options.id,

    async createCustomer({ name, email, orgId, key }) {
      const metadata = { tenantry_org: orgId };
      const { id } = await ask(() =>
        stripe.customers.create({ metadata }, { idempotencyKey: key }),
      );
      // Apart from the key: Stripe refuses it with other details, and two admins have two addresses.
      await ask(() => stripe.customers.update(id, { name, email }));
      return id;
    },

    async checkout({ customerId, returnUrl, purchase }) {
      const items = await itemsFor(purchase);
      const { url } = await ask(() =>
        stripe.checkout.sessions.create({
          mode: "subscription",
          customer: customerId,
          line_items: items,
          success_url: returnUrl,
          cancel_url: returnUrl,
        }),
      );
      if (!url) throw new DomainError("BILLING_FAILED");
      return new URL(url);
    },

    async portal({ customerId: customer, returnUrl }) {
      const { url } = await ask(() =>
        stripe.billingPortal.sessions.create({
          customer,
          return_url: returnUrl,
        }),
      );
      return new URL(url);
    },

    async startTrial({ customerId, purchase, days, key }) {
      const items = await itemsFor(purchase);
      const begin = () =>
        stripe.subscriptions.create(
          {
            customer: customerId,
            items,
            trial_period_days: days,
            trial_settings: {
              end_behavior: { missing_payment_method: "cancel" },
            },
          },
          { idempotencyKey: key },
        );
      await ask(() => begin().catch(ignoreOtherWish));
    },

    async read(customerId) {
      const subscriptions = await subscriptionsOf(customerId);
      const states = await ask(async () => subscriptions.map(toState));
      const chosen = currentSubscription(
        states.filter((state) => state !== undefined),
      );
      if (!chosen) return undefined;
      const { createdAt: _, ...state } = chosen;
      return state;
    },

    cancelOthers: (customerId, keptId) => cancelAll(customerId, keptId),
    cancelNow: (customerId) => cancelAll(customerId),

    async change(subscriptionId, purchase) {
      const price = await ask(() => priceOf(purchase));
      const subscription = await ask(() =>
        stripe.subscriptions.retrieve(subscriptionId),
      );
      const { id } = await ask(async () => itemOf(subscription));
      await ask(() =>
        stripe.subscriptions.update(subscriptionId, {
          items: [{ id, price, quantity: purchase.seats }],
          proration_behavior: "create_prorations",
        }),
      );
    },

    async setCancelsAtPeriodEnd(subscriptionId, ends) {
      await ask(() =>
        stripe.subscriptions.update(subscriptionId, {
          cancel_at_period_end: ends,
        }),
      );
    },

    async invoices(customer) {
      const { data } = await ask(() =>
        stripe.invoices.list({ customer, limit: INVOICES_AT_MOST }),
      );
      return data.map(toInvoice).filter((invoice) => invoice !== undefined);
    },

    async parseEvent(body, headers) {
      const signature = headers.get("stripe-signature") ?? "";
      try {
        const event = await stripe.webhooks.constructEventAsync(
          Buffer.from(body),
          signature,
          config.webhookSecret,
          TOLERANCE_S,
        );
        return toEvent(event);
      } catch (error) {
        if (error instanceof Stripe.errors.StripeSignatureVerificationError)
          throw new DomainError("SIGNATURE_INVALID");
        throw error;
      }
    },
  };
}

function toEvent({ id, type, data }: Stripe.Event): BillingEvent {
  const about = data.object as unknown as Record<string, unknown>;
  const customer = about.object === "customer" ? about.id : about.customer;
  return {
    id,
    type,
    customerId: typeof customer === "string" ? customer : null,
  };
}

/** The key was used for a trial with another plan or other seats. That trial is the one that counts. */
function ignoreOtherWish(error: unknown): void {
  if (!(error instanceof Stripe.errors.StripeIdempotencyError)) throw error;
}
