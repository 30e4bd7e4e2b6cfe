import { newIdAt } from "#shared/id";
import { isPaid } from "#shared/plans";
import { priceOf } from "#server/features/billing/demo/account";
import { oneLater } from "#server/features/billing/demo/lifecycle";
import {
  fakeCustomers,
  fakeInvoices,
  fakeSubscriptions,
} from "#server/features/billing/demo/table";
import { insertStatement, type Statement } from "#server/kernel/db/statement";
import { subscriptions } from "#server/features/billing/table";
import type { OrganizationHistory } from "./history";
import { DEMO_PEOPLE } from "#shared/demo";

/** The demonstration card that pays. */
const CARD = { card: "4242", cardWorks: true };

/** What an organization has paid for since it was founded, month by month, at the payment service of the program. */
export function billingStatements(
  history: OrganizationHistory,
  now: number,
): Statement[] {
  const { orgId } = history;
  const organization = history.find("organizations", orgId);
  if (!organization || !isPaid(organization.plan)) return [];
  const { plan, name, createdAt, seats } = organization;
  const customerId = newIdAt("customer", createdAt);
  const subscriptionId = newIdAt("subscription", createdAt);
  const bought = { plan, interval: "month" as const, seats: seats ?? 1 };
  const starts = monthsSince(createdAt, now);
  const periodStartsAt = starts.at(-1) ?? createdAt;
  const periodEndsAt = oneLater(periodStartsAt, bought.interval);
  const email = DEMO_PEOPLE[0]?.email ?? "";
  return [
    insertStatement(fakeCustomers, {
      id: customerId,
      key: `customer:${orgId}`,
      name,
      email,
      ...CARD,
      createdAt,
    }),
    insertStatement(fakeSubscriptions, {
      id: subscriptionId,
      customerId,
      ...bought,
      status: "active",
      periodStartsAt,
      periodEndsAt,
      createdAt,
    }),
    ...starts.map((at, index) =>
      insertStatement(fakeInvoices, {
        id: newIdAt("invoice", at),
        customerId,
        subscriptionId,
        number: `${customerId.slice(-6).toUpperCase()}-${String(index + 1).padStart(4, "0")}`,
        status: "paid",
        total: priceOf(bought),
        createdAt: at,
      }),
    ),
    insertStatement(subscriptions, {
      orgId,
      id: newIdAt("subscription", createdAt),
      provider: "fake",
      customerId,
      subscriptionId,
      ...bought,
      status: "active",
      periodEndsAt,
      syncedAt: now,
      createdAt,
    }),
  ];
}

function monthsSince(from: number, now: number): number[] {
  const months: number[] = [];
  for (let at = from; at <= now; at = oneLater(at, "month")) months.push(at);
  return months;
}
