import {
  and,
  asc,
  desc,
  gt,
  gte,
  lte,
  type Placeholder,
  sql,
} from "drizzle-orm";
import { type Plan, PLANS } from "#shared/plans";
import { apiKeys } from "#server/core/api-keys/table";
import {
  addDays,
  dayOf,
  lengthOf,
  monthOf,
} from "#server/core/api-usage/calendar";
import { apiUsage } from "#server/core/api-usage/table";
import { invalidField } from "#server/kernel/errors";
import type { TenantDb } from "#server/kernel/db/tenant-db";
import { defineQuery } from "#server/kernel/db/tenant-reader";
import { iso } from "#server/kernel/inputs";
import type { Usage } from "./schemas";

const MOST_DAYS = 92;
const MOST_KEYS = 50;

/** The first and the last day, such as `2026-12-03`. */
type Period = Record<"from" | "to", string>;

type Counts = Record<"calls" | "writes" | "refused", number>;

const NONE: Counts = { calls: 0, writes: 0, refused: 0 };

const sums = {
  calls: sql<number>`sum(${apiUsage.calls})`,
  writes: sql<number>`sum(${apiUsage.writes})`,
  refused: sql<number>`sum(${apiUsage.refused})`,
};

const isWithin = (value: (name: "from" | "to") => Placeholder) =>
  and(gte(apiUsage.day, value("from")), lte(apiUsage.day, value("to")));

const totalBetween = defineQuery<Period>()((db, value) =>
  db
    .select(apiUsage, {
      calls: sql<number>`coalesce(sum(${apiUsage.calls}), 0)`,
    })
    .where(isWithin(value)),
);

const countsByDay = defineQuery<Period>()((db, value) =>
  db
    .select(apiUsage, { date: apiUsage.day, ...sums })
    .where(isWithin(value))
    .groupBy(apiUsage.day),
);

const busiestKeys = defineQuery<Period & { limit: number }>()((db, value) =>
  db
    .select(apiUsage, {
      id: apiUsage.keyId,
      ...sums,
      /** How many keys there are without the limit. */
      all: sql<number>`count(*) over ()`,
    })
    .where(isWithin(value))
    .groupBy(apiUsage.keyId)
    .orderBy(desc(sums.calls), desc(sums.refused), asc(apiUsage.keyId))
    .limit(value("limit")),
);

const daysOfKeys = defineQuery<Period & { ids: string }>()((db, value) =>
  db
    .select(apiUsage, {
      keyId: apiUsage.keyId,
      date: apiUsage.day,
      calls: apiUsage.calls,
    })
    .where(
      and(
        isWithin(value),
        gt(apiUsage.calls, 0),
        sql`${apiUsage.keyId} in (select value from json_each(${value("ids")}))`,
      ),
    )
    .orderBy(asc(apiUsage.day)),
);

// A column of a subquery without the name of its table would mean the column of the inner table.
const own = sql.raw("api_keys.org_id");

const namesOfKeys = defineQuery<{ ids: string }>()((db, value) =>
  db
    .select(apiKeys, {
      id: apiKeys.id,
      name: apiKeys.name,
      revokedAt: apiKeys.revokedAt,
      userId: apiKeys.userId,
      serviceAccountId: apiKeys.serviceAccountId,
      userName: sql<
        string | null
      >`(select u.name from users u where u.id = ${apiKeys.userId})`,
      accountName: sql<
        string | null
      >`(select s.name from service_accounts s where s.org_id = ${own} and s.id = ${apiKeys.serviceAccountId})`,
    })
    .where(
      sql`${apiKeys.id} in (select value from json_each(${value("ids")}))`,
    ),
);

/**
 * Reads how much an organization has used the API: in the current month, and on each day and with each key of a period.
 * @param requested by default the current month until today; a longer period is shortened to its last 92 days
 */
export async function readUsage(
  db: TenantDb,
  requested: Partial<Period>,
  { now, plan, hasLimits }: { now: number; plan: Plan; hasLimits: boolean },
): Promise<Usage> {
  const month = monthOf(now);
  const period = periodOf(requested, dayOf(now), month.firstDay);
  const ofMonth = { from: month.firstDay, to: month.lastDay };
  const [total, byDay, keys] = await Promise.all([
    db.all(totalBetween, ofMonth),
    db.all(countsByDay, period),
    db.all(busiestKeys, { ...period, limit: MOST_KEYS }),
  ]);
  const days = daysOf(period, byDay);
  return {
    month: {
      calls: total[0]?.calls ?? 0,
      limit: hasLimits ? PLANS[plan].apiCalls : null,
      resetsAt: iso(month.endsAt),
    },
    period: { ...period, ...sumOf(days) },
    days,
    keys: await describeKeys(db, period, keys),
    otherKeys: (keys[0]?.all ?? 0) - keys.length,
  };
}

function periodOf(
  requested: Partial<Period>,
  today: string,
  firstOfMonth: string,
): Period {
  const { from = firstOfMonth, to = today } = requested;
  if (requested.from !== undefined && from > to)
    throw invalidField("from", "DAYS_REVERSED");
  const last = earlierOf(to, today);
  const first = earlierOf(from, last);
  const earliest = addDays(last, 1 - MOST_DAYS);
  return { from: first > earliest ? first : earliest, to: last };
}

function earlierOf(one: string, other: string): string {
  return one < other ? one : other;
}

function daysOf(
  { from, to }: Period,
  counted: (Counts & { date: string })[],
): (Counts & { date: string })[] {
  const byDate = new Map(counted.map((day) => [day.date, day]));
  return Array.from({ length: lengthOf(from, to) }, (_, index) => {
    const date = addDays(from, index);
    return byDate.get(date) ?? { date, ...NONE };
  });
}

function sumOf(days: readonly Counts[]): Counts {
  return days.reduce(
    (sum, { calls, writes, refused }) => ({
      calls: sum.calls + calls,
      writes: sum.writes + writes,
      refused: sum.refused + refused,
    }),
    NONE,
  );
}

async function describeKeys(
  db: TenantDb,
  period: Period,
  keys: (Counts & { id: string })[],
): Promise<Usage["keys"]> {
  if (keys.length === 0) return [];
  const ids = JSON.stringify(keys.map(({ id }) => id));
  const [days, known] = await Promise.all([
    db.all(daysOfKeys, { ...period, ids }),
    db.all(namesOfKeys, { ids }),
  ]);
  const byKey = Map.groupBy(days, ({ keyId }) => keyId);
  return keys.map(({ id, calls, writes, refused }) => {
    const key = known.find((row) => row.id === id);
    return {
      id,
      name: key?.name ?? null,
      isRevoked: !key || key.revokedAt !== null,
      owner: key ? ownerOf(key) : null,
      calls,
      writes,
      refused,
      days: (byKey.get(id) ?? []).map((day) => ({
        date: day.date,
        calls: day.calls,
      })),
    };
  });
}

function ownerOf(key: {
  userId: string | null;
  serviceAccountId: string | null;
  userName: string | null;
  accountName: string | null;
}): Usage["keys"][number]["owner"] {
  const { userId, serviceAccountId, userName, accountName } = key;
  if (userId !== null && userName !== null)
    return { kind: "user", id: userId, name: userName };
  return serviceAccountId !== null && accountName !== null
    ? { kind: "service", id: serviceAccountId, name: accountName }
    : null;
}
