import { newIdAt } from "#shared/id";
import { isPaid } from "#shared/plans";
import { DEMO_PEOPLE } from "#shared/demo";
import {
  type AccountRecord,
  priceOf,
} from "#server/features/billing/demo/account";
import { CARDS } from "#server/features/billing/demo/cards";
import {
  invoiceNumber,
  oneLater,
} from "#server/features/billing/demo/lifecycle";
import { demoCustomers } from "#server/features/billing/demo/table";
import { subscriptions } from "#server/features/billing/table";
import { insertStatement, type Statement } from "#server/kernel/db/statement";
import type { OrganizationHistory } from "./history";

/** Returns the statements that store a paying organization's customer, subscription and invoices in the demo's Stripe. */
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
  const purchase = { plan, interval: "month" as const, seats: seats ?? 1 };
  const starts = monthsSince(createdAt, now);
  const periodStartsAt = starts.at(-1) ?? createdAt;
  const periodEndsAt = oneLater(periodStartsAt, purchase.interval);
  const account: AccountRecord = {
    customer: {
      id: customerId,
      request: null,
      name,
      email: DEMO_PEOPLE[0]?.email ?? "",
      card: { last4: CARDS.pays.number.slice(-4), works: true },
      clockAhead: 0,
      balance: 0,
      createdAt,
    },
    subscriptions: [
      {
        id: subscriptionId,
        request: null,
        ...purchase,
        status: "active",
        trialEndsAt: null,
        periodStartsAt,
        periodEndsAt,
        cancelsAtPeriodEnd: false,
        pastDueSince: null,
        attempts: 0,
        createdAt,
      },
    ],
    invoices: starts.map((at, index) => ({
      id: newIdAt("invoice", at),
      customerId,
      subscriptionId,
      number: invoiceNumber(customerId, index + 1),
      status: "paid",
      total: priceOf(purchase),
      createdAt: at,
    })),
    sessions: [],
  };
  return [
    insertStatement(demoCustomers, {
      id: customerId,
      key: `customer:${orgId}`,
      account,
      createdAt,
    }),
    insertStatement(subscriptions, {
      orgId,
      id: newIdAt("subscription", createdAt),
      provider: "fake",
      customerId,
      subscriptionId,
      ...purchase,
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
