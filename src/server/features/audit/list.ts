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
import { auditLog } from "../../audit/schema";
import type { TenantDb } from "../../db/tenant";
import { toPage } from "../../inputs";
import { type AuditEvent, toAuditEvent } from "./shapes";

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
  const { actor: _, ...others } = filter;
  const conditions = [...conditionsOf(others), await byActor(db, filter)];
  const rows = await db
    .from(auditLog)
    .where(and(...conditions, numbered(filter.seq), before(cursor)))
    .orderBy(desc(auditLog.at), desc(auditLog.seq))
    .limit(limit + 1);
  return toPage(rows, limit, cursorOf, toAuditEvent);
}

const FEW = 1000;

/**
 * Of two indexes SQLite takes the actor's. For somebody who did most of a long log, and something that was done seldom,
 * it would read nearly all of it: the plus keeps it from that, so that it takes the action's.
 */
async function byActor(
  db: TenantDb,
  { actor, action }: AuditFilter,
): Promise<SQL | undefined> {
  if (actor === undefined) return undefined;
  const isSeldom =
    actor !== SYSTEM && action !== undefined && (await isRare(db, action));
  return isSeldom ? sql`+${auditLog.actorId} = ${actor}` : actedBy(actor);
}

/** What the program did by itself has an actor without an id. */
function actedBy(actor: string): SQL {
  return actor === SYSTEM
    ? isNull(auditLog.actorId)
    : eq(auditLog.actorId, actor);
}

async function isRare(db: TenantDb, action: string): Promise<boolean> {
  const some = await db
    .select(auditLog, { seq: auditLog.seq })
    .where(eq(auditLog.action, action))
    .limit(FEW);
  return some.length < FEW;
}

const CHUNK = 500;

/** All events that fit, oldest first, read as they are taken: a long log never stands in memory. */
export async function* eachEvent(
  db: TenantDb,
  filter: AuditFilter,
): AsyncGenerator<AuditEvent> {
  for (let last = 0; ;) {
    const rows = await db
      .from(auditLog)
      .where(and(...conditionsOf(filter), gt(auditLog.seq, last)))
      .orderBy(asc(auditLog.seq))
      .limit(CHUNK);
    for (const row of rows) yield toAuditEvent(row);
    const end = rows.at(-1);
    if (rows.length < CHUNK || !end) return;
    last = end.seq;
  }
}

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
function cursorOf({ at, seq }: { at: number; seq: number }): string {
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
