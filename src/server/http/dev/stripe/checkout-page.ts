import { html } from "hono/html";
import { priceOf } from "#server/features/billing/demo/account";
import type { OpenSession } from "#server/features/billing/demo/hosted-pages";
import { cardForm, describePurchase, money, page } from "./page-layout";

export function checkoutPage(
  { purchase, returnUrl }: OpenSession,
  error?: string,
) {
  if (!purchase) return expiredPage();
  const total = money(priceOf(purchase));
  return page(
    "Checkout",
    html`<dl>
        <dt>Plan</dt>
        <dd>${describePurchase(purchase)}</dd>
        <dt>Total due today</dt>
        <dd><strong>${total}</strong></dd>
      </dl>
      ${cardForm("", `Pay ${total}`, error)}
      <p><a href="${returnUrl}">Cancel and return</a></p>`,
  );
}

/** The page for an unknown or expired checkout or portal session. */
export function expiredPage() {
  return page(
    "This page has expired",
    html`<p>
      Payment pages expire after an hour. Open a new one from the billing page
      of your organization.
    </p>`,
  );
}
