import {
  and,
  asc,
  desc,
  eq,
  gt,
  gte,
  inArray,
  lt,
  lte,
  type SQL,
  sql,
} from "drizzle-orm";
import type { SQLiteColumn } from "drizzle-orm/sqlite-core";
import { firstByAction } from "#server/kernel/audit/by-action";
import { auditLog } from "#server/kernel/audit/table";
import { yieldToRequests } from "#server/kernel/db/portions";
import type { TenantDb } from "#server/kernel/db/tenant-db";
import { permissionDenied } from "#server/kernel/errors";
import { toPage } from "#server/kernel/inputs";
import { nameRoles } from "./role-names";
import { type AuditEvent, toAuditEvent } from "./schemas";
import { newestOf } from "./targets";

/** The value of `actor` that selects the events that the server itself caused. */
export const SYSTEM = "system";

/** Selects audit events. `from` and `to` are times in ISO 8601, and both are included. */
export interface AuditFilter {
  /** The id of the user who caused the events, or `SYSTEM` for events that the server caused. */
  actor?: string;
  actions?: readonly string[];
  from?: string;
  to?: string;
}

/** Lists audit events, newest first. With `target`, only those that changed this row or this part of the organization. */
export async function listEvents(
  db: TenantDb,
  filter: AuditFilter & { seq?: number; target?: string },
  page: { limit: number; cursor?: string },
) {
  const { limit } = page;
  const rows = await (filter.target === undefined
    ? readPage(db, filter, page)
    : readPageOf(db, filter.target, filter, page));
  const rolesOf = await nameRoles(db, rows);
  return toPage(rows, limit, cursorOf, (row) =>
    toAuditEvent(row, rolesOf(row)),
  );
}

function readPage(
  db: TenantDb,
  filter: AuditFilter & { seq?: number },
  { limit, cursor }: { limit: number; cursor?: string },
) {
  const place = and(numbered(filter.seq), before(cursor));
  const page = { place, order: "newest first", limit: limit + 1 } as const;
  return readEvents(db, filter, page);
}

/** The events of one target are in the order of their numbers, in which its index has them. */
function readPageOf(
  db: TenantDb,
  target: string,
  filter: AuditFilter & { seq?: number },
  { limit, cursor }: { limit: number; cursor?: string },
) {
  const newest = newestOf(db, target, {
    before: Number(cursor?.split(".")[1] ?? Number.MAX_SAFE_INTEGER),
    limit: limit + 1,
    condition: and(isSelected(filter), numbered(filter.seq)),
  });
  return (
    db
      .from(auditLog)
      .where(sql`${auditLog.seq} in (${newest})`)
      // The plus sign keeps SQLite from reading the whole log in this order.
      .orderBy(sql`+${auditLog.seq} desc`)
  );
}

const CHUNK = 500;

/**
 * Reads all events up to now, oldest first, and yields them in chunks, so that a long log does not fill the memory.
 * Filtered events are ordered by time, because only the order by time has an index.
 * @param isStillAllowed called before each further chunk, because an export can take hours and the caller can lose the
 * permission during that time
 */
export async function* streamEvents(
  db: TenantDb,
  filter: AuditFilter,
  isStillAllowed: () => Promise<boolean>,
): AsyncGenerator<AuditEvent[]> {
  const isFiltered = [
    filter.actor,
    filter.actions,
    filter.from,
    filter.to,
  ].some((value) => value !== undefined);
  const order = isFiltered ? "oldest first" : "by number";
  const after = isFiltered ? laterThan : numberedAfter;
  // The plus sign keeps SQLite from using the index by event number. With that index, SQLite would read the whole log
  // and sort it.
  const upToNow = sql`+${auditLog.seq} <= ${await newestSeq(db)}`;
  for (let last: Place | undefined; ;) {
    await yieldToRequests();
    if (last && !(await isStillAllowed()))
      throw permissionDenied(["audit:read"]);
    const place = and(upToNow, last && after(last));
    const rows = await readEvents(db, filter, { place, order, limit: CHUNK });
    const rolesOf = await nameRoles(db, rows);
    yield rows.map((row) => toAuditEvent(row, rolesOf(row)));
    last = rows.at(-1);
    if (rows.length < CHUNK || !last) return;
  }
}

interface Page {
  /** A condition on the columns `at` and `seq`. */
  place: SQL | undefined;
  order: "newest first" | "oldest first" | "by number";
  limit: number;
}

function readEvents(
  db: TenantDb,
  filter: AuditFilter,
  { place, order, limit }: Page,
) {
  const { at, seq } = auditLog;
  const { actions } = filter;
  const actorId = actorIdOf(filter);
  const inPeriod = and(isInPeriod(filter), place);
  const isMerged = actions ? actions.length > 1 : actorId !== undefined;
  if (isMerged && order !== "by number") {
    const { orgId } = db;
    const first = { orgId, actorId, actions, place: inPeriod, order, limit };
    // The plus sign stops SQLite from sorting through the index on `at`, because that may read the whole log.
    const columns = ORDERS[order](sql`+${at}`, seq);
    return db
      .from(auditLog)
      .where(sql`${seq} in (${firstByAction(first)})`)
      .orderBy(...columns);
  }
  return db
    .from(auditLog)
    .where(and(isSelected(filter), place))
    .orderBy(...ORDERS[order](at, seq))
    .limit(limit);
}

function isSelected(filter: AuditFilter): SQL | undefined {
  const { actions } = filter;
  const actorId = actorIdOf(filter);
  return and(
    actorId === undefined ? undefined : sql`${auditLog.actorId} is ${actorId}`,
    actions === undefined ? undefined : inArray(auditLog.action, [...actions]),
    isInPeriod(filter),
  );
}

/** The id of the selected actor; null for the server, undefined for all actors. */
function actorIdOf({ actor }: AuditFilter): string | null | undefined {
  return actor === SYSTEM ? null : actor;
}

function isInPeriod({ from, to }: AuditFilter): SQL | undefined {
  const { at } = auditLog;
  return and(
    from === undefined ? undefined : gte(at, Date.parse(from)),
    to === undefined ? undefined : lte(at, Date.parse(to)),
  );
}

type OrderOf = (at: SQL | SQLiteColumn, seq: SQLiteColumn) => SQL[];

const ORDERS: Record<Page["order"], OrderOf> = {
  "newest first": (at, seq) => [desc(at), desc(seq)],
  "oldest first": (at, seq) => [asc(at), asc(seq)],
  "by number": (_, seq) => [asc(seq)],
};

async function newestSeq(db: TenantDb): Promise<number> {
  const seq = sql<number | null>`max(${auditLog.seq})`;
  const [newest] = await db.select(auditLog, { seq });
  return newest?.seq ?? 0;
}

interface Place {
  at: number;
  seq: number;
}

function numberedAfter({ seq }: Place): SQL {
  return gt(auditLog.seq, seq);
}

function laterThan({ at, seq }: Place): SQL | undefined {
  return and(
    gte(auditLog.at, at),
    sql`(${gt(auditLog.at, at)} or ${gt(auditLog.seq, seq)})`,
  );
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
