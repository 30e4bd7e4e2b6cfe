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
import { pauseForOthers } from "#server/kernel/db/portions";
import type { TenantDb } from "#server/kernel/db/tenant-db";
import { permissionDenied } from "#server/kernel/errors";
import { toPage } from "#server/kernel/inputs";
import { type AuditEvent, toAuditEvent } from "./schemas";

/** In place of somebody's id: what the program did by itself. */
export const SYSTEM = "system";

/** What narrows the log; moments in ISO 8601, both included. */
export interface AuditFilter {
  /** The id of who did it, or `SYSTEM`. */
  actor?: string;
  action?: string;
  from?: string;
  to?: string;
}

/** The events that fit, newest first. */
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
  return toPage(rows, limit, cursorOf, toAuditEvent);
}

/** What the program did by itself has an actor without an id. */
function actedBy(actor: string): SQL {
  return actor === SYSTEM
    ? isNull(auditLog.actorId)
    : eq(auditLog.actorId, actor);
}

const CHUNK = 500;

/**
 * All events up to now that fit, oldest first, read as they are taken: a long log never stands in memory. The whole log
 * comes as it was numbered; a part of it by the moments, since the indexes find it in that order alone.
 * @param mayGoOn is asked before each further read: a reader may take hours, and lose the right meanwhile
 */
export async function* eachEvent(
  db: TenantDb,
  filter: AuditFilter,
  mayGoOn: () => Promise<boolean>,
): AsyncGenerator<AuditEvent> {
  const conditions = conditionsOf(filter);
  const order = conditions.length === 0 ? BY_NUMBER : BY_MOMENT;
  // Without the plus SQLite takes the bound of the numbers for a reason to read the whole log, and sorts it.
  const upToNow = sql`+${auditLog.seq} <= ${await newestSeq(db)}`;
  for (let last: Place | undefined; ;) {
    await pauseForOthers();
    if (last && !(await mayGoOn())) throw permissionDenied(["audit:read"]);
    const rows = await db
      .from(auditLog)
      .where(and(...conditions, upToNow, last && order.after(last)))
      .orderBy(...order.columns)
      .limit(CHUNK);
    for (const row of rows) yield toAuditEvent(row);
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

/** Where the page before ended: its moment and, within that, its place. */
function cursorOf({ at, seq }: Place): string {
  return `${at}.${seq}`;
}

function before(cursor: string | undefined): SQL | undefined {
  if (cursor === undefined) return undefined;
  const [at, seq] = cursor.split(".").map(Number);
  // The first condition alone lets SQLite begin at the right place of the index.
  return and(
    lte(auditLog.at, Number(at)),
    sql`(${lt(auditLog.at, Number(at))} or ${lt(auditLog.seq, Number(seq))})`,
  );
}
