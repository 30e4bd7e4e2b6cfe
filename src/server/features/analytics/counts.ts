import { type SQL, sql } from "drizzle-orm";
import { yieldToRequests } from "#server/kernel/db/portions";
import type { TenantDb } from "#server/kernel/db/tenant-db";
import { defineQuery } from "#server/kernel/db/tenant-reader";
import { JOIN_ACTIONS } from "#server/features/members/audit-actions";
import { memberships } from "#server/core/memberships/table";
import type { Day } from "./days";

/** The current numbers and settings of an organization. */
export interface CurrentNumbers {
  timeZone: string;
  members: number;
  withSeat: number;
  openInvitations: number;
  expiredInvitations: number;
  projects: number;
  activeProjects: number;
  seats: number | null;
  projectLimit: number | null;
  /** When the oldest audit event happened; null when the audit log is empty. */
  firstEventAt: number | null;
}

export interface EventCounts {
  joined: number;
  left: number;
  projectsCreated: number;
  projectsDeleted: number;
  events: number;
}

/** Audit actions of which each event removes one member. */
const LEAVING = ["account.delete", "members.remove"];
/** Audit actions of which one event can remove several members. */
const BULK = ["members.updateMany"];

// Drizzle omits the table name of a column when a query selects from one table. In a subquery, `org_id` alone would
// mean the column of the inner table.
const own = sql.raw("memberships.org_id");
const named = (actions: readonly string[]) =>
  sql.raw(actions.map((action) => `'${action}'`).join(", "));
const field = (name: string) =>
  sql.raw(
    `(select o.${name} from organizations as o where o.id = memberships.org_id)`,
  );

// Each number is a subquery that uses an index, so the query reads only one row of `memberships`.
const current = defineQuery<{ now: number }>()((db, value) =>
  db
    .select(memberships, {
      timeZone: sql<
        string | null
      >`json_extract(${field("settings")}, '$.timezone')`,
      seats: sql<number | null>`${field("seats")}`,
      projectLimit: sql<number | null>`${field("project_limit")}`,
      firstEventAt: sql<
        number | null
      >`(select a.at from audit_log as a where a.org_id = ${own} order by a.at limit 1)`,
      members: sql<number>`(select count(*) from memberships as m where m.org_id = ${own})`,
      withSeat: sql<number>`(select count(*) from memberships as m where m.org_id = ${own} and m.suspended_at is null)`,
      openInvitations: sql<number>`(select count(*) from invitations as i where i.org_id = ${own} and i.status = 'pending')`,
      expiredInvitations: sql<number>`(select count(*) from invitations as i where i.org_id = ${own} and i.status = 'pending' and i.expires_at <= ${value("now")})`,
      projects: sql<number>`(select count(*) from projects as p where p.org_id = ${own})`,
      activeProjects: sql<number>`(select count(*) from projects as p where p.org_id = ${own} and p.status = 'active')`,
    })
    .limit(1),
);

export async function readCurrentNumbers(
  db: TenantDb,
  now: number,
): Promise<CurrentNumbers> {
  const [row] = await db.all(current, { now });
  if (!row) throw new Error("An organization has no member at all.");
  return { ...row, timeZone: row.timeZone ?? "UTC" };
}

/** SQL that counts the events with these actions in the time span `d`. It uses the index by action. */
function entries(
  actions: readonly string[],
  counted: SQL = sql`count(*)`,
): SQL {
  return sql`(select ${counted} from audit_log as a where a.org_id = ${own} and a.action in (${named(actions)}) and a.at >= d.value ->> 0 and a.at < d.value ->> 1)`;
}

const removedAtOnce = sql`coalesce(sum((select count(*) from json_each(a.changes) as c where c.value ->> 'table' = 'memberships' and c.value ->> 'after' is null)), 0)`;

// The numbers of audit events have no gaps, so the number of the last event before a moment is the count of all events
// before it: one index lookup. When the clocks of two instances differ, a later event can have a smaller number; a
// negative count then becomes 0.
const before = (moment: SQL) =>
  sql`coalesce((select a.seq from audit_log as a where a.org_id = ${own} and a.at < ${moment} order by a.at desc, a.seq desc limit 1), 0)`;

const happened = defineQuery<{ spans: string }>()((db, value) =>
  db
    .select(memberships, {
      rows: sql<string>`(select json_group_array(json_array(
        ${entries(JOIN_ACTIONS)},
        ${entries(LEAVING)} + ${entries(BULK, removedAtOnce)},
        ${entries(["projects.create"])},
        ${entries(["projects.delete"])},
        max(0, ${before(sql`d.value ->> 1`)} - ${before(sql`d.value ->> 0`)})
      )) from json_each(${value("spans")}) as d)`,
    })
    .limit(1),
);

/**
 * How many time spans one SQL statement counts. The days of a usual period, the days of the period before it and the
 * time after both fit.
 */
const SPANS_AT_ONCE = 62;

/** @returns the counts of each time span, in the order of `spans` */
export async function countSpans(
  db: TenantDb,
  spans: readonly Pick<Day, "from" | "to">[],
): Promise<EventCounts[]> {
  const counted: EventCounts[] = [];
  for (let first = 0; first < spans.length; first += SPANS_AT_ONCE) {
    await yieldToRequests();
    const portion = spans.slice(first, first + SPANS_AT_ONCE);
    counted.push(...(await countPortion(db, portion)));
  }
  return counted;
}

async function countPortion(
  db: TenantDb,
  spans: readonly Pick<Day, "from" | "to">[],
): Promise<EventCounts[]> {
  const text = JSON.stringify(spans.map(({ from, to }) => [from, to]));
  const [row] = await db.all(happened, { spans: text });
  const counts = JSON.parse(row?.rows ?? "[]") as number[][];
  return counts.map(
    ([
      joined = 0,
      left = 0,
      projectsCreated = 0,
      projectsDeleted = 0,
      events = 0,
    ]) => ({
      joined,
      left,
      projectsCreated,
      projectsDeleted,
      events,
    }),
  );
}
