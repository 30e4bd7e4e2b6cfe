import { sql } from "drizzle-orm";
import { changeOrganization } from "#server/kernel/audit/background";
import type { AuditChain } from "#server/kernel/audit/chain";
import {
  type RetentionPeriod,
  planRetentionDays,
  scheduleRetention,
} from "#server/features/audit-log/retention-period";
import { firstLimits } from "#server/features/billing/plan-limits";
import type { Config } from "#server/kernel/config/config";
import type { Database } from "#server/kernel/db/client";
import { inPortions } from "#server/kernel/db/portions";
import { TenantDb } from "#server/kernel/db/tenant-db";
import type { UnitOfWork } from "#server/kernel/db/unit-of-work";
import type { Versions } from "#server/kernel/db/versions";
import { DomainError } from "#server/kernel/errors";
import { organizations } from "#server/core/organizations/table";

/** Who takes the money, or nobody. */
type ProviderName = Config["billing"]["provider"];

const PORTION = 200;

export interface Adoption {
  provider: ProviderName;
  /** Whether organizations keep what they have; otherwise they get what a new organization has. */
  keep: boolean;
}

export interface AdoptionServices {
  db: Database;
  audit: Pick<AuditChain, "commit">;
  versions: Versions;
  /** Says to open pages what changed. */
  tell: (work: UnitOfWork) => void;
  now: () => number;
}

/**
 * Compares the provider with the one from which the plans and limits of organizations come. A database that does not say
 * takes the one at which an organization subscribed last; without any limits, none; and an empty one the present one.
 * @returns the other provider, until the operator has decided
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
 * Decides what organizations have that subscribed to nothing at the present provider, and writes it to their audit
 * logs. The server may go on running; a run that was ended in between is finished by the next one.
 * @returns a line for each organization that had something else than a new one
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
  const { seats, projectLimit, roleLimit } = firstLimits(provider !== "off");
  const { rows } = await client.execute({
    sql: `select id, slug from organizations where id > ?
      and (plan <> 'free' or seats is not ? or project_limit is not ? or role_limit is not ?)
      and not exists (select 1 from subscriptions where org_id = organizations.id
        and provider = ? and status is not null and status <> 'cancelled')
      order by id limit ?`,
    args: [after, seats, projectLimit, roleLimit, provider, PORTION],
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
    if (error instanceof Subscribed) return "subscribed meanwhile";
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
  const { plan, seats, projectLimit, roleLimit } = before;
  const had = { plan, seats, projectLimit, roleLimit };
  const isNew = asNew(before, provider !== "off", work.now);
  tenant.guard(
    sql`not exists (select 1 from subscriptions where org_id = ${orgId}
      and provider = ${provider} and status is not null and status <> 'cancelled')`,
    () => new Subscribed(),
  );
  const has = tenant.updateRoot(
    organizations,
    before,
    keep ? had : isNew,
    overtaken,
  );
  return keep
    ? `keeps ${inWords(has)}`
    : `${inWords(has)}, had ${inWords(had)}`;
}

/** What a new organization has. Its log is kept for as long as a smaller plan lets it. */
function asNew(before: RetentionPeriod, takesPayments: boolean, now: number) {
  const days = planRetentionDays("free", takesPayments);
  const period = scheduleRetention(days, before, now);
  return { plan: "free" as const, ...firstLimits(takesPayments), ...period };
}

/** Thrown by the batch when the organization bought something since it was looked for. */
class Subscribed extends DomainError {
  constructor() {
    super("BUSY");
  }
}

function overtaken(): DomainError {
  return new DomainError("BUSY", undefined, { retry: true });
}

function inWords({ plan, seats }: { plan: string; seats: number | null }) {
  return seats === null ? `${plan}, no limits` : `${plan}, ${seats} seats`;
}
