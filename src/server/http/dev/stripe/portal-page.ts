import { html } from "hono/html";
import type {
  Customer,
  Invoice,
  Subscription,
} from "#server/features/billing/demo/account";
import { CLOCK_STEPS } from "#server/features/billing/demo/hosted-pages";
import { cardForm, day, describePurchase, money, page } from "./page-layout";

interface Portal {
  returnUrl: string;
  customer: Customer;
  subscription: Subscription | undefined;
  invoices: Invoice[];
  /** The current time of the customer's test clock. */
  now: number;
}

/** The result of the form that the customer sent last. */
export interface Outcome {
  success?: string;
  error?: string;
  /** The types of the events in the time by which the customer moved the test clock. */
  events?: string[];
}

const STATUS: Record<Subscription["status"], string> = {
  trialing: "Trial",
  active: "Active",
  past_due: "Past due",
  unpaid: "Unpaid",
  cancelled: "Canceled",
};

export function portalPage(path: string, portal: Portal, outcome: Outcome) {
  const { returnUrl, customer, subscription, invoices, now } = portal;
  const { success, error, events } = outcome;
  return page(
    customer.name,
    html`${success ? html`<p class="success" role="status">${success}</p>` : ""}
      <dl>
        <dt>Subscription</dt>
        <dd>
          ${subscription ? html`${describePurchase(subscription)}<br />${statusLine(subscription)}` : "None"}
        </dd>
        <dt>Payment method</dt>
        <dd>
          ${customer.card ? html`Card ending in ${customer.card.last4}` : "None"}
        </dd>
      </dl>
      <p><a href="${returnUrl}">Return to your organization</a></p>
      <h2>Update payment method</h2>
      ${cardForm(`${path}/card`, "Update payment method", error)}
      ${testClock(path, now, events)}
      <h2>Invoices</h2>
      ${invoices.length === 0 ? html`<p>No invoices yet.</p>` : table(invoices)}`,
  );
}

function statusLine(subscription: Subscription): string {
  const { status, cancelsAtPeriodEnd, periodEndsAt } = subscription;
  if (status === "cancelled") return STATUS.cancelled;
  const verb = cancelsAtPeriodEnd ? "Cancels" : "Renews";
  return `${STATUS[status]} · ${verb} on ${day(periodEndsAt)}`;
}

function testClock(path: string, now: number, events: string[] | undefined) {
  return html`<h2>Test clock</h2>
    <p>The time of this customer is <strong>${day(now)}</strong>.</p>
    <form method="post" action="${path}/clock" class="clock-steps">
      ${Object.entries(CLOCK_STEPS).map(([step, label]) => html`<button type="submit" name="step" value="${step}">Advance ${label}</button>`)}
    </form>
    ${events ? html`<p role="status">Events: ${events.length === 0 ? "none" : events.join(", ")}</p>` : ""}`;
}

function table(invoices: readonly Invoice[]) {
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
