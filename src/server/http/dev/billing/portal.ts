import { html } from "hono/html";
import type {
  Customer,
  Invoice,
  Subscription,
} from "#server/features/billing/demo/account";
import { CLOCK_STEPS } from "#server/features/billing/demo/hosted-pages";
import type { Visit } from "#server/features/billing/demo/visits";
import { cardForm, day, inWords, money, page } from "./layout";

interface Account {
  visit: Visit;
  customer: Customer;
  subscription: Subscription | undefined;
  invoices: Invoice[];
  now: number;
}

interface Said {
  done?: string;
  refusal?: string;
  /** What happened while the clock was moved on. */
  events?: string[];
}

const STATUS: Record<Subscription["status"], string> = {
  trialing: "on trial",
  active: "active",
  past_due: "past due: the payment is tried again",
  unpaid: "unpaid: change the card to go on",
  cancelled: "cancelled",
};

/** Where somebody changes their card, sees their invoices, and moves their clock on. */
export function portalPage(path: string, account: Account, said: Said) {
  const { visit, customer, subscription, invoices, now } = account;
  return page(
    customer.name,
    html`${said.done ? html`<p class="done" role="status">${said.done}</p>` : ""}
      <dl>
        <dt>Subscription</dt>
        <dd>
          ${subscription ? html`${inWords(subscription)}<br />${standing(subscription)}` : "None"}
        </dd>
        <dt>Card</dt>
        <dd>${customer.card ? html`ending in ${customer.card}` : "None"}</dd>
      </dl>
      <p><a href="${visit.returnUrl}">Back to the organization</a></p>
      <h2>Change the card</h2>
      ${cardForm(`${path}/card`, "Use this card", said.refusal)}
      ${clock(path, now, said.events)}
      <h2>Invoices</h2>
      ${invoices.length === 0 ? html`<p>There are none yet.</p>` : list(invoices)}`,
  );
}

function standing(subscription: Subscription): string {
  const { status, cancelsAtPeriodEnd, periodEndsAt } = subscription;
  if (status === "cancelled") return STATUS.cancelled;
  const until = cancelsAtPeriodEnd ? "ends" : "renews";
  return `${STATUS[status]}; ${until} on ${day(periodEndsAt)}`;
}

function clock(path: string, now: number, events: string[] | undefined) {
  return html`<h2>Clock</h2>
    <p>For this customer it is <strong>${day(now)}</strong>.</p>
    <form method="post" action="${path}/clock" class="moves">
      ${Object.entries(CLOCK_STEPS).map(([move, label]) => html`<button type="submit" name="move" value="${move}">Move on ${label}</button>`)}
    </form>
    ${events ? html`<p role="status">${events.length === 0 ? "Nothing happened meanwhile." : `Meanwhile: ${events.join(", ")}`}</p>` : ""}`;
}

function list(invoices: readonly Invoice[]) {
  return html`<div
    class="scrolls"
    tabindex="0"
    role="region"
    aria-label="Invoices"
  >
    <table>
      <thead>
        <tr>
          <th scope="col">Number</th>
          <th scope="col">Date</th>
          <th scope="col">Amount</th>
          <th scope="col">Status</th>
        </tr>
      </thead>
      <tbody>
        ${invoices.map(
          ({ number, createdAt, total, status }) =>
            html`<tr>
              <td>${number}</td>
              <td>${day(createdAt)}</td>
              <td>${money(total)}</td>
              <td>${status}</td>
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}
