import type { InValue } from "@libsql/client";
import { slugSchema } from "#shared/slug";
import { normalizeEmail } from "#shared/fields";
import { signHead } from "#server/kernel/audit/hash-chain";
import { verifyAudit } from "#server/kernel/audit/verify";
import { describeFinding } from "#server/kernel/audit/describe";
import type { Signer } from "#server/kernel/crypto";
import type { Database } from "#server/kernel/db/client";
import type { Statement } from "#server/kernel/db/statement";
import {
  fixedRetention,
  planRetentionDays,
  scheduleRetention,
} from "#server/features/audit-log/retention-period";
import { initialLimits } from "#server/features/billing/plan-limits";
import { markForPurge, purgeMarked } from "../purge";
import { decodeValue, type ExportedRow } from "./format";
import { linesOf, summarize } from "./read-file";
import {
  EVENT_COLUMNS,
  type ExportedTable,
  exportedTables,
  ORGANIZATION_COLUMNS,
} from "./tables";

/** How many rows one batch of statements inserts. */
const PORTION = 500;

export interface ImportServices {
  db: Database;
  signer: Signer;
  takesPayments: boolean;
  now: number;
}

export interface ImportOptions {
  /** The slug in this installation, if it differs from the one in the file. */
  slug?: string | undefined;
  /** Checks everything and stores nothing. */
  isDryRun: boolean;
}

export interface ImportReport {
  organization: { id: string; name: string; slug: string };
  /** How many members have an account here. */
  members: number;
  /** The email addresses of members without a confirmed account here. Their memberships are left out. */
  missing: string[];
  /** How many rows of each table the file has. */
  rows: Record<string, number>;
  /** How many audit events the file has. */
  events: number;
}

/**
 * Imports an exported organization of another installation. Members are found by their confirmed email address. The
 * audit log stays as it is; only its head gets a signature of this installation. The organization is hidden until all
 * of it is stored and its audit log is verified.
 * @throws Error that says what prevents the import; nothing is stored then
 */
export async function importOrganization(
  services: ImportServices,
  path: string,
  options: ImportOptions,
): Promise<ImportReport> {
  const { db } = services;
  const file = await summarize(path);
  const id = String(file.organization.id);
  const slug = options.slug ?? String(file.organization.slug);
  await refuseTaken(db, id, slug);
  const users = await findUsers(db, file.emails);
  if (!file.admins.some((email) => users.has(email)))
    throw new Error(
      `No admin of the organization has a confirmed account here. One of them must sign up first: ${file.admins.join(", ")}.`,
    );
  const report: ImportReport = {
    organization: { id, name: String(file.organization.name), slug },
    members: users.size,
    missing: file.emails.filter((email) => !users.has(email)),
    rows: file.rows,
    events: file.events,
  };
  if (options.isDryRun) return report;
  try {
    await store(services, path, { ...file.organization, slug }, users);
  } catch (error) {
    await db.client.batch(
      markForPurge({ sql: "id = ?", args: [id] }, services.now),
      "write",
    );
    await purgeMarked(db.client);
    throw error;
  }
  return report;
}

async function refuseTaken(
  { client }: Database,
  id: string,
  slug: string,
): Promise<void> {
  if (!slugSchema.safeParse(slug).success)
    throw new Error(`--slug: ${slug} is no valid slug.`);
  const { rows } = await client.execute({
    sql: `select 'id' as part from organizations where id = ?1
      union all select 'slug' from organizations where slug = ?2
      union all select 'slug' from former_slugs where slug = ?2`,
    args: [id, slug],
  });
  const parts = rows.map(({ part }) => part);
  if (parts.includes("id"))
    throw new Error(
      `The organization ${id} exists here already. To import it again, purge it first: tenantry org purge ${id} --yes`,
    );
  if (parts.includes("slug"))
    throw new Error(
      `The slug ${slug} is taken here. Choose another one with --slug.`,
    );
}

/** Finds the users with these confirmed email addresses: their ids by the address as the file has it. */
async function findUsers(
  { client }: Database,
  emails: readonly string[],
): Promise<Map<string, string>> {
  const ids = new Map<string, string>();
  for (const email of emails) {
    const { rows } = await client.execute({
      sql: "select id from users where email = ? and email_verified_at is not null",
      args: [normalizeEmail(email)],
    });
    const [row] = rows;
    if (row) ids.set(email, String(row.id));
  }
  return ids;
}

async function store(
  { db, signer, takesPayments, now }: ImportServices,
  path: string,
  organization: ExportedRow,
  users: ReadonlyMap<string, string>,
): Promise<void> {
  const orgId = String(organization.id);
  const queue = createQueue(db);
  await queue.add(
    insertion("organizations", {
      ...pick(organization, ORGANIZATION_COLUMNS),
      plan: "free",
      deleted_at: now,
    }),
  );
  const tables = new Map(exportedTables.map((table) => [table.name, table]));
  for await (const { line } of linesOf(path)) {
    if (line.kind === "row") {
      const table = tables.get(line.table);
      if (!table)
        throw new Error(`The export has an unknown table: ${line.table}.`);
      const row = withIds(line.row, table, users);
      if (row)
        await queue.add(insertion(table.name, { org_id: orgId, ...row }));
    }
    if (line.kind === "event")
      await queue.add(
        insertion("audit_log", {
          org_id: orgId,
          ...pick(line.row, EVENT_COLUMNS),
        }),
      );
    if (line.kind === "head" || line.kind === "checkpoint") {
      const { kind, seq, hash } = line;
      await queue.add(
        insertion(kind === "head" ? "audit_heads" : "audit_checkpoints", {
          org_id: orgId,
          seq,
          hash,
          signature: signHead(signer, kind, orgId, { seq, hash }),
          ...(kind === "checkpoint" && { created_at: now }),
        }),
      );
    }
  }
  await queue.flush();
  const { fault } = await verifyAudit(db.client, signer, orgId);
  if (fault)
    throw new Error(
      `The audit log of the export is not correct: ${describeFinding(fault)}`,
    );
  await show(db, orgId, takesPayments, now);
}

/**
 * Makes the organization visible, with the limits of a new organization: triggers make members and projects beyond the
 * limits read-only. The audit log keeps all its events for 120 days at least, as after a change to a smaller plan.
 */
async function show(
  { client }: Database,
  orgId: string,
  takesPayments: boolean,
  now: number,
): Promise<void> {
  const limits = initialLimits(takesPayments);
  const retention = scheduleRetention(
    planRetentionDays("free", takesPayments),
    fixedRetention(null),
    now,
  );
  await client.execute({
    sql: `update organizations set deleted_at = null, seats = ?, project_limit = ?, role_limit = ?,
        service_account_limit = ?, audit_retention_days = ?, next_audit_retention_days = ?,
        next_audit_retention_from = ?
      where id = ?`,
    args: [
      limits.seats,
      limits.projectLimit,
      limits.roleLimit,
      limits.serviceAccountLimit,
      retention.auditRetentionDays,
      retention.nextAuditRetentionDays,
      retention.nextAuditRetentionFrom,
      orgId,
    ],
  });
}

/** Collects statements, and runs `PORTION` of them at a time in one transaction. */
function createQueue({ client }: Database) {
  let waiting: Statement[] = [];
  const flush = async () => {
    const batch = waiting;
    waiting = [];
    if (batch.length > 0) await client.batch(batch, "write");
  };
  return {
    flush,
    async add(statement: Statement) {
      waiting.push(statement);
      if (waiting.length >= PORTION) await flush();
    },
  };
}

function insertion(table: string, row: Record<string, InValue>): Statement {
  const columns = Object.keys(row);
  const names = columns.map((column) => `"${column}"`).join(", ");
  const marks = columns.map(() => "?").join(", ");
  return {
    sql: `insert into "${table}" (${names}) values (${marks})`,
    args: Object.values(row),
  };
}

/** Takes the known columns, so that no text of the file becomes a part of an SQL statement. */
function pick(
  row: ExportedRow,
  columns: readonly string[],
): Record<string, InValue> {
  return Object.fromEntries(
    columns.map((column) => [column, decodeValue(row[column] ?? null)]),
  );
}

/**
 * Replaces email addresses by the ids of users here. A user without an account here becomes null.
 * @returns undefined if the row needs a user who has no account here
 */
function withIds(
  row: ExportedRow,
  { columns, users: ofUsers }: ExportedTable,
  users: ReadonlyMap<string, string>,
): Record<string, InValue> | undefined {
  const picked = pick(row, columns);
  for (const [column, { isNeeded }] of ofUsers) {
    const id = users.get(String(row[column])) ?? null;
    if (id === null && isNeeded) return undefined;
    picked[column] = id;
  }
  return picked;
}
