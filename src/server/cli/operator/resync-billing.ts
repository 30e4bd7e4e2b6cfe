import type { Billing } from "#server/core/billing/billing";
import type { Database } from "#server/kernel/db/client";

/**
 * Reads the state of one organization, or of all customers, at the payment provider and stores it.
 * @param org slug or id
 * @returns a line for each organization
 * @throws Error for an organization that is unknown or not a customer
 */
export async function resyncBilling(
  { client }: Database,
  { provider, synchronize }: Billing,
  org: string | undefined,
): Promise<string[]> {
  if (!provider) throw new Error("BILLING is off: there is nothing to read.");
  const { rows } = await client.execute({
    sql: `select slug, customer_id from subscriptions join organizations on organizations.id = org_id
      where provider = ?1 and (?2 is null or organizations.id = ?2 or slug = ?2) order by slug`,
    args: [provider.id, org ?? null],
  });
  if (org !== undefined && rows.length === 0)
    throw new Error(
      `The organization ${org} is not a customer of ${provider.id}.`,
    );
  const lines: string[] = [];
  for (const { slug, customer_id } of rows) {
    await synchronize(String(customer_id));
    lines.push(`${String(slug)}: ${await stateOf(client, String(slug))}`);
  }
  return lines;
}

async function stateOf(
  client: Database["client"],
  slug: string,
): Promise<string> {
  const { rows } = await client.execute({
    sql: `select organizations.plan, status, subscriptions.seats from subscriptions
      join organizations on organizations.id = org_id where slug = ?`,
    args: [slug],
  });
  const [row] = rows;
  return !row || row.status === null
    ? "no subscription"
    : `${String(row.plan)}, ${String(row.status)}, ${Number(row.seats)} seats`;
}
