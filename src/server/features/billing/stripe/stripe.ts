import type { Stripe } from "stripe";
import type { StripeConfig } from "#server/kernel/config/billing";
import { DomainError } from "#server/kernel/errors";
import type {
  BillingEvent,
  BillingProvider,
} from "#server/core/billing/provider";
import {
  type CallStripe,
  createCall,
  isStripeError,
  type StripeOptions,
} from "./client";
import { createPrices, type PriceOf } from "./prices";
import { toInvoice } from "./state";
import { createSubscriptions, itemsOf } from "./subscriptions";

/** A webhook message that is older than this many seconds is refused. */
const TOLERANCE_S = 300;
const INVOICES_AT_MOST = 24;

/**
 * Creates the payment provider Stripe. The checkout and the customer portal are pages of Stripe, so card numbers never
 * reach this program.
 */
export function createStripeBilling(
  id: BillingProvider["id"],
  options: StripeOptions,
): BillingProvider {
  const call = createCall(options);
  const priceOf = createPrices(call);
  return {
    id,
    ...createSubscriptions(call, priceOf),
    ...createPages(call, priceOf),

    async createCustomer({ name, email, orgId, key }) {
      const metadata = { tenantry_org: orgId };
      const customer = await call((stripe) =>
        stripe.customers.create({ metadata }, { idempotencyKey: key }),
      );
      // A second request sets the name and the email address. Stripe refuses an idempotency key with other parameters,
      // and two admins have different email addresses.
      await call((stripe) =>
        stripe.customers.update(customer.id, { name, email }),
      );
      return customer.id;
    },

    async invoices(customer) {
      const { data } = await call((stripe) =>
        stripe.invoices.list({ customer, limit: INVOICES_AT_MOST }),
      );
      return data.map(toInvoice).filter((invoice) => invoice !== undefined);
    },

    parseEvent: (body, headers) =>
      call((stripe) => parseEvent(stripe, options.config, body, headers)),
  };
}

function createPages(
  call: CallStripe,
  priceOf: PriceOf,
): Pick<BillingProvider, "checkout" | "portal"> {
  return {
    async checkout({ customerId, returnUrl, purchase }) {
      const items = await itemsOf(priceOf, purchase);
      const { url } = await call((stripe) =>
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
      const request = { customer, return_url: returnUrl };
      const { url } = await call((stripe) =>
        stripe.billingPortal.sessions.create(request),
      );
      return new URL(url);
    },
  };
}

async function parseEvent(
  { webhooks }: Stripe,
  { webhookSecret }: StripeConfig,
  body: Uint8Array,
  headers: Headers,
): Promise<BillingEvent> {
  const signature = headers.get("stripe-signature") ?? "";
  const bytes = Buffer.from(body);
  try {
    return toEvent(
      await webhooks.constructEventAsync(
        bytes,
        signature,
        webhookSecret,
        TOLERANCE_S,
      ),
    );
  } catch (error) {
    if (isStripeError(error, "StripeSignatureVerificationError"))
      throw new DomainError("SIGNATURE_INVALID");
    throw error;
  }
}

function toEvent({ id, type, data }: Stripe.Event): BillingEvent {
  const object = data.object as unknown as Record<string, unknown>;
  const customer = object.object === "customer" ? object.id : object.customer;
  const customerId = typeof customer === "string" ? customer : null;
  return { id, type, customerId };
}
