import { html } from "hono/html";
import { PLANS } from "#shared/plans";
import type { Visit } from "#server/features/billing/demo/visits";
import { cardForm, inWords, money, page } from "./layout";

/** Where a plan is paid for. */
export function checkoutPage(visit: Visit, refusal?: string) {
  const { plan, interval, seats, returnUrl } = visit;
  if (!plan || !interval || !seats) return overPage();
  const total = PLANS[plan].price[interval] * seats;
  return page(
    "Checkout",
    html`<dl>
        <dt>Plan</dt>
        <dd>${inWords({ plan, interval, seats })}</dd>
        <dt>To pay now</dt>
        <dd><strong>${money(total)}</strong></dd>
      </dl>
      ${cardForm("", `Pay ${money(total)}`, refusal)}
      <p><a href="${returnUrl}">Go back without paying</a></p>`,
  );
}

/** A visit that nobody knows, or not any more. */
export function overPage() {
  return page(
    "This page is over",
    html`<p>
      It held for an hour, or it was used. Go back to the billing page of your
      organization and open it again.
    </p>`,
  );
}
