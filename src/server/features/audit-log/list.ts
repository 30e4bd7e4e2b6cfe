import {
  and,
  asc,
  desc,
  eq,
  gt,
  gte,
  isNull,
  lt,
  lte,
  type SQL,
  sql,
} from "drizzle-orm";
import { auditLog } from "#server/kernel/audit/table";
import { yieldToRequests } from "#server/kernel/db/portions";
import type { TenantDb } from "#server/kernel/db/tenant-db";
import { permissionDenied } from "#server/kernel/errors";
import { toPage } from "#server/kernel/inputs";
import { nameRoles } from "./role-names";
import { type AuditEvent, toAuditEvent } from "./schemas";

/** The value of `actor` that selects the events that the server itself caused. */
export const SYSTEM = "system";

/** Selects audit events. `from` and `to` are times in ISO 8601, and both are included. */
export interface AuditFilter {
  /** The id of the user who caused the events, or `SYSTEM` for events that the server caused. */
  actor?: string;
  action?: string;
  from?: string;
  to?: string;
}

/** Lists audit events, newest first. */
export async function listEvents(
  db: TenantDb,
  filter: AuditFilter & { seq?: number },
  { limit, cursor }: { limit: number; cursor?: string },
) {
  const rows = await db
    .from(auditLog)
    .where(and(...conditionsOf(filter), numbered(filter.seq), before(cursor)))
    .orderBy(desc(auditLog.at), desc(auditLog.seq))
    .limit(limit + 1);
  const rolesOf = await nameRoles(db, rows);
  return toPage(rows, limit, cursorOf, (row) =>
    toAuditEvent(row, rolesOf(row)),
  );
}

function actedBy(actor: string): SQL {
  return actor === SYSTEM
    ? isNull(auditLog.actorId)
    : eq(auditLog.actorId, actor);
}

const CHUNK = 500;

/**
 * Reads all events up to now, oldest first, and yields them in chunks, so that a long log does not fill the memory. Filtered events are
 * ordered by time, because only the order by time has an index.
 * @param isStillAllowed called before each further chunk, because an export can take hours and the caller can lose the
 * permission during that time
 */
export async function* streamEvents(
  db: TenantDb,
  filter: AuditFilter,
  isStillAllowed: () => Promise<boolean>,
): AsyncGenerator<AuditEvent[]> {
  const conditions = conditionsOf(filter);
  const order = conditions.length === 0 ? BY_NUMBER : BY_MOMENT;
  // The plus sign keeps SQLite from using the index by event number. With that index, SQLite would read the whole log
  // and sort it.
  const upToNow = sql`+${auditLog.seq} <= ${await newestSeq(db)}`;
  for (let last: Place | undefined; ;) {
    await yieldToRequests();
    if (last && !(await isStillAllowed()))
      throw permissionDenied(["audit:read"]);
    const rows = await db
      .from(auditLog)
      .where(and(...conditions, upToNow, last && order.after(last)))
      .orderBy(...order.columns)
      .limit(CHUNK);
    const rolesOf = await nameRoles(db, rows);
    yield rows.map((row) => toAuditEvent(row, rolesOf(row)));
    last = rows.at(-1);
    if (rows.length < CHUNK || !last) return;
  }
}

async function newestSeq(db: TenantDb): Promise<number> {
  const seq = sql<number | null>`max(${auditLog.seq})`;
  const [newest] = await db.select(auditLog, { seq });
  return newest?.seq ?? 0;
}

interface Place {
  at: number;
  seq: number;
}

const BY_NUMBER = {
  columns: [asc(auditLog.seq)],
  after: ({ seq }: Place): SQL => gt(auditLog.seq, seq),
};

const BY_MOMENT = {
  columns: [asc(auditLog.at), asc(auditLog.seq)],
  after: ({ at, seq }: Place): SQL | undefined =>
    and(
      gte(auditLog.at, at),
      sql`(${gt(auditLog.at, at)} or ${gt(auditLog.seq, seq)})`,
    ),
};

function conditionsOf({ actor, action, from, to }: AuditFilter): SQL[] {
  return [
    ...(actor === undefined ? [] : [actedBy(actor)]),
    ...(action === undefined ? [] : [eq(auditLog.action, action)]),
    ...(from === undefined ? [] : [gte(auditLog.at, Date.parse(from))]),
    ...(to === undefined ? [] : [lte(auditLog.at, Date.parse(to))]),
  ];
}

function numbered(seq: number | undefined): SQL | undefined {
  return seq === undefined ? undefined : eq(auditLog.seq, seq);
}

function cursorOf({ at, seq }: Place): string {
  return `${at}.${seq}`;
}

function before(cursor: string | undefined): SQL | undefined {
  if (cursor === undefined) return undefined;
  const [at, seq] = cursor.split(".").map(Number);
  // The condition on `at` alone lets SQLite start at the position of the cursor in the index.
  return and(
    lte(auditLog.at, Number(at)),
    sql`(${lt(auditLog.at, Number(at))} or ${lt(auditLog.seq, Number(seq))})`,
  );
}
