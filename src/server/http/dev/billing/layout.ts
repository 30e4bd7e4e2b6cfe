import { html } from "hono/html";
import { CURRENCY, PLANS } from "#shared/plans";
import { CARDS } from "#server/features/billing/demo/cards";
import type { Purchase } from "#server/core/billing/provider";

type Html = ReturnType<typeof html>;

/** A page of the payment service inside the program. */
export function page(title: string, content: Html) {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title} · Demonstration</title>
        <link rel="icon" href="/favicon.svg" />
        <link rel="stylesheet" href="/dev-mail.css" />
        <link rel="stylesheet" href="/demo-billing.css" />
      </head>
      <body class="counter">
        <p class="demonstration" role="note">
          <strong>Demonstration.</strong> No real money, no real card: this page
          stands for a payment service.
        </p>
        <main>
          <h1>${title}</h1>
          ${content}
        </main>
      </body>
    </html>`;
}

export function cardForm(action: string, button: string, refusal?: string) {
  return html`<form method="post" action="${action}">
    ${refusal ? html`<p class="refusal" role="alert" id="refusal">${refusal}</p>` : ""}
    <label for="card">Card number</label>
    <input
      id="card"
      name="card"
      inputmode="numeric"
      autocomplete="off"
      required
      maxlength="40"
      value="${CARDS[0]?.number ?? ""}"
      aria-describedby="${refusal ? "refusal cards" : "cards"}"
    />
    <ul id="cards" class="hints">
      ${CARDS.map(({ number, what }) => html`<li><code>${number}</code> ${what}</li>`)}
    </ul>
    <button type="submit">${button}</button>
  </form>`;
}

export function inWords({ plan, interval, seats }: Purchase): string {
  const each = money(PLANS[plan].price[interval]);
  const plural = seats === 1 ? "seat" : "seats";
  return `${PLANS[plan].label}, ${seats} ${plural} at ${each} a ${interval}`;
}

/** @param amount in the smallest unit of the currency */
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
