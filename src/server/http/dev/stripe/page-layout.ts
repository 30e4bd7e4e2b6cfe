import { html } from "hono/html";
import { CURRENCY, PLANS } from "#shared/plans";
import { CARDS } from "#server/features/billing/demo/cards";
import type { Purchase } from "#server/core/billing/provider";

type Html = ReturnType<typeof html>;

export function page(title: string, content: Html) {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title} · Test mode</title>
        <link rel="icon" href="/favicon.svg" />
        <link rel="stylesheet" href="/base.css" />
        <link rel="stylesheet" href="/dev-mail.css" />
        <link rel="stylesheet" href="/demo-billing.css" />
      </head>
      <body class="hosted-page">
        <p class="test-mode" role="note">
          <strong>Test mode.</strong> This page stands in for Stripe. No card is
          charged.
        </p>
        <main>
          <h1>${title}</h1>
          ${content}
        </main>
      </body>
    </html>`;
}

export function cardForm(action: string, button: string, error?: string) {
  return html`<form method="post" action="${action}">
    ${error ? html`<p class="error" role="alert" id="error">${error}</p>` : ""}
    <label for="card">Card number</label>
    <input
      id="card"
      name="card"
      inputmode="numeric"
      autocomplete="off"
      required
      maxlength="40"
      value="${CARDS.pays.number}"
      aria-describedby="${error ? "error cards" : "cards"}"
    />
    <ul id="cards" class="hints">
      ${Object.values(CARDS).map(({ number, effect }) => html`<li><code>${number}</code> ${effect}</li>`)}
    </ul>
    <button type="submit">${button}</button>
  </form>`;
}

/** Describes a purchase: `Team, 3 seats at $12.00 per month`. */
export function describePurchase({ plan, interval, seats }: Purchase): string {
  const each = money(PLANS[plan].price[interval]);
  const plural = seats === 1 ? "seat" : "seats";
  return `${PLANS[plan].label}, ${seats} ${plural} at ${each} per ${interval}`;
}

/** Formats an amount with its currency. @param amount in the smallest unit of the currency */
export function money(amount: number): string {
  return new Intl.NumberFormat("en", {
    style: "currency",
    currency: CURRENCY,
  }).format(amount / 100);
}

export function day(moment: number): string {
  return new Date(moment).toLocaleDateString("en", {
    dateStyle: "medium",
    timeZone: "UTC",
  });
}
