import { sql } from "drizzle-orm";
import { changeOrganization } from "#server/kernel/audit/background";
import type { AuditChain } from "#server/kernel/audit/chain";
import {
  type RetentionPeriod,
  planRetentionDays,
  scheduleRetention,
} from "#server/features/audit-log/retention-period";
import { initialLimits } from "#server/features/billing/plan-limits";
import type { Config } from "#server/kernel/config/config";
import type { Database } from "#server/kernel/db/client";
import { inPortions } from "#server/kernel/db/portions";
import { TenantDb } from "#server/kernel/db/tenant-db";
import type { UnitOfWork } from "#server/kernel/db/unit-of-work";
import type { Versions } from "#server/kernel/db/versions";
import { conflictRetry, DomainError } from "#server/kernel/errors";
import { organizations } from "#server/core/organizations/table";

type ProviderName = Config["billing"]["provider"];

const PORTION = 200;

export interface Adoption {
  provider: ProviderName;
  /** Whether organizations keep their plan and limits. If not, they get those of a new organization. */
  keep: boolean;
}

export interface AdoptionServices {
  db: Database;
  audit: Pick<AuditChain, "commit">;
  versions: Versions;
  /** Announces stored changes to open pages. */
  tell: (work: UnitOfWork) => void;
  now: () => number;
}

/**
 * Compares the configured payment provider with the provider that the stored plans and limits come from. If the
 * database does not name that provider yet, it is the provider of the subscription that was read last, `off` if an
 * organization has no limits, or else the configured one.
 * @returns the former provider, until the operator has decided
 */
export async function providerBefore(
  { client }: Database,
  provider: ProviderName,
  now: number,
): Promise<string | undefined> {
  await client.execute({
    sql: `insert or ignore into billing_adoption (id, provider, adopted_at) select 1, coalesce(
      (select provider from subscriptions order by synced_at desc limit 1),
      (select 'off' from organizations where seats is null limit 1), ?), ?`,
    args: [provider, now],
  });
  const { rows } = await client.execute(
    "select provider from billing_adoption",
  );
  const stored = String(rows[0]?.provider);
  return stored === provider ? undefined : stored;
}

/**
 * Sets the plan and limits of all organizations without a subscription at the current provider, and records this in
 * their audit logs. The server can keep running; after an interruption, the next run decides the remaining
 * organizations.
 * @returns a line for each organization whose plan or limits differ from those of a new organization
 */
export async function adoptBilling(
  services: AdoptionServices,
  adoption: Adoption,
): Promise<string[]> {
  const lines: string[] = [];
  let after = "";
  await inPortions(async () => {
    const portion = await readPortion(services.db, adoption.provider, after);
    for (const { id, slug } of portion)
      lines.push(`${slug}: ${await adoptOne(services, adoption, id)}`);
    after = portion.at(-1)?.id ?? after;
    return portion.length === PORTION;
  });
  await services.db.client.execute({
    sql: `insert into billing_adoption (id, provider, adopted_at) values (1, ?1, ?2)
      on conflict (id) do update set provider = ?1, adopted_at = ?2`,
    args: [adoption.provider, services.now()],
  });
  return lines;
}

async function readPortion(
  { client }: Database,
  provider: ProviderName,
  after: string,
): Promise<{ id: string; slug: string }[]> {
  const { seats, projectLimit, roleLimit, serviceAccountLimit } = initialLimits(
    provider !== "off",
  );
  const { rows } = await client.execute({
    sql: `select id, slug from organizations where id > ?
      and (plan <> 'free' or seats is not ? or project_limit is not ? or role_limit is not ?
        or service_account_limit is not ?)
      and not exists (select 1 from subscriptions where org_id = organizations.id
        and provider = ? and status is not null and status <> 'cancelled')
      order by id limit ?`,
    args: [
      after,
      seats,
      projectLimit,
      roleLimit,
      serviceAccountLimit,
      provider,
      PORTION,
    ],
  });
  return rows.map(({ id, slug }) => ({ id: String(id), slug: String(slug) }));
}

async function adoptOne(
  services: AdoptionServices,
  adoption: Adoption,
  orgId: string,
): Promise<string> {
  const change = { orgId, action: "billing.adopt", now: services.now() };
  let line = "";
  try {
    await changeOrganization(services, change, async (work) => {
      line = await decide(services, adoption, work, orgId);
      work.afterCommit(() => services.tell(work));
    });
  } catch (error) {
    if (error instanceof Subscribed) return "subscribed during the command";
    throw error;
  }
  return line;
}

async function decide(
  { db }: AdoptionServices,
  { provider, keep }: Adoption,
  work: UnitOfWork,
  orgId: string,
): Promise<string> {
  const tenant = new TenantDb(db.drizzle, work, orgId);
  const before = await tenant.readRoot(organizations);
  const { plan, seats, projectLimit, roleLimit, serviceAccountLimit } = before;
  const had = { plan, seats, projectLimit, roleLimit, serviceAccountLimit };
  const fresh = newOrganization(before, provider !== "off", work.now);
  tenant.guard(
    sql`not exists (select 1 from subscriptions where org_id = ${orgId}
      and provider = ${provider} and status is not null and status <> 'cancelled')`,
    () => new Subscribed(),
  );
  const has = tenant.updateRoot(
    organizations,
    before,
    keep ? had : fresh,
    conflictRetry,
  );
  return keep
    ? `keeps ${describe(has)}`
    : `${describe(has)}, had ${describe(had)}`;
}

/**
 * The plan and limits of a new organization. If they keep the audit log for fewer days, the change takes effect with
 * the same delay as after a downgrade.
 */
function newOrganization(
  before: RetentionPeriod,
  takesPayments: boolean,
  now: number,
) {
  const days = planRetentionDays("free", takesPayments);
  const period = scheduleRetention(days, before, now);
  return { plan: "free" as const, ...initialLimits(takesPayments), ...period };
}

/** The error for an organization that has subscribed since the command read it. */
class Subscribed extends DomainError {
  constructor() {
    super("BUSY");
  }
}

function describe({ plan, seats }: { plan: string; seats: number | null }) {
  return seats === null ? `${plan}, no limits` : `${plan}, ${seats} seats`;
}
