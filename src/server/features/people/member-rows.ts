import { and, eq, type Placeholder, type SQL, sql } from "drizzle-orm";
import { memberships } from "#server/core/memberships/table";
import { customNameSql, roleNameOf } from "#server/core/roles/grants";
import { users } from "#server/core/users/table";
import type { TenantDb } from "#server/kernel/db/tenant-db";
import { defineQuery, ORG_PLACEHOLDER } from "#server/kernel/db/tenant-reader";
import { iso } from "#server/kernel/inputs";
import {
  matchesWords,
  type Patterns,
  patternsOf,
} from "#server/features/members/search";
import type { Order, PeopleFilter, PeopleSort, Viewer } from "./filter";
import { roleKeySql } from "./role-key";
import { keepQueries, type PersonRow, type Window } from "./rows";
import type { Inviter, Person } from "./schemas";

const DAY_MS = 24 * 60 * 60 * 1000;

const MEMBER_STATUSES = ["active", "readOnly", "suspended"] as const;
type MemberStatus = (typeof MEMBER_STATUSES)[number];

/**
 * SQL for the user or the service account that sent the invitation which the member accepted last, as JSON. An invitation
 * that was not open when they joined belongs to an earlier membership.
 */
const inviterSql = sql<string | null>`(
  select json_object(
    'userId', iif(sent.invited_by_account is null, sent.invited_by, null),
    'name', coalesce((select account.name from service_accounts as account
      where account.org_id = sent.org_id and account.id = sent.invited_by_account), inviter.name))
  from invitations as sent indexed by invitations_accepted_by join users as inviter on inviter.id = sent.invited_by
  where sent.org_id = memberships.org_id and sent.accepted_by = memberships.user_id
    and memberships.joined_at between sent.created_at and sent.expires_at
  order by sent.id desc limit 1)`;

const projectCountSql = sql<number>`(select count(*) from projects as owned
  where owned.owner_id = memberships.user_id and owned.org_id = memberships.org_id)`;

const fields = {
  membershipId: memberships.id,
  userId: memberships.userId,
  name: users.name,
  email: users.email,
  avatarUrl: users.avatarUrl,
  role: memberships.role,
  customName: customNameSql(memberships),
  roleKey: sql<string>`${roleKeySql("memberships")}`,
  joinedAt: memberships.joinedAt,
  suspendedAt: memberships.suspendedAt,
  isFrozen: memberships.isFrozen,
  sortName: ofPeople<string>("sort_name"),
  lastActiveAt: ofPeople<number>("last_active_at"),
  hasTwoFactor: ofPeople<number>("has_two_factor"),
  projects: projectCountSql,
  inviter: inviterSql,
};

/** SQL for a column of the row by which the member is sorted. */
function ofPeople<T>(
  column: "sort_name" | "last_active_at" | "has_two_factor",
): SQL<T> {
  return sql<T>`(select sorted.${sql.raw(column)} from people as sorted
    where sorted.org_id = memberships.org_id and sorted.id = memberships.id)`;
}

interface MemberRow {
  membershipId: string;
  userId: string;
  name: string;
  email: string;
  avatarUrl: string | null;
  role: string;
  customName: string | null;
  roleKey: string;
  joinedAt: number;
  suspendedAt: number | null;
  isFrozen: boolean;
  sortName: string;
  lastActiveAt: number;
  hasTwoFactor: number;
  projects: number;
  inviter: string | null;
}

/**
 * What members are sorted by: as SQL in a query in which `m` is the membership and `p` its row in `people`, and of a row
 * that was read.
 */
const KEYS: Record<
  PeopleSort,
  { key: SQL; of: (row: MemberRow) => string | number }
> = {
  name: { key: sql`p.sort_name`, of: ({ sortName }) => sortName },
  role: { key: roleKeySql("m"), of: ({ roleKey }) => roleKey },
  status: {
    key: sql`iif(m.suspended_at is null, m.is_frozen, 2)`,
    of: (row) => MEMBER_STATUSES.indexOf(statusOf(row)),
  },
  lastActive: {
    key: sql`p.last_active_at`,
    of: ({ lastActiveAt }) => lastActiveAt,
  },
  joined: { key: sql`m.joined_at`, of: ({ joinedAt }) => joinedAt },
  projects: {
    key: sql`(select count(*) from projects as owned
      where owned.owner_id = m.user_id and owned.org_id = m.org_id)`,
    of: ({ projects }) => projects,
  },
};

const CONDITIONS: Record<MemberStatus, SQL> = {
  active: sql`m.suspended_at is null and m.is_frozen = 0`,
  readOnly: sql`m.suspended_at is null and m.is_frozen = 1`,
  suspended: sql`m.suspended_at is not null`,
};

/** What determines the text of a query. */
interface Shape {
  sort: PeopleSort;
  order: Order;
  isFirst: boolean;
  hasWords: boolean;
  hasRole: boolean;
  status: MemberStatus | undefined;
  twoFactor: "on" | "off" | undefined;
  isInactive: boolean;
}

interface Values extends Patterns {
  key: string | number | null;
  id: string | null;
  limit: number;
  role: string | null;
  inactiveSince: number;
}

const queryFor = keepQueries((shape: Shape) =>
  defineQuery<Values>()((db, value) =>
    db
      .join(memberships, users, eq(users.id, memberships.userId), fields)
      .where(sql`${memberships.id} in ${idsOf(shape, value)}`),
  ),
);

/**
 * SQL for the ids of the memberships of a page. Only this part of the query looks at all members, so it reads nothing
 * that it does not need for the order and the filters.
 */
function idsOf(
  shape: Shape,
  value: (name: keyof Values & string) => Placeholder,
): SQL {
  const { sort, order, isFirst } = shape;
  const { key } = KEYS[sort];
  const { first, tables } = tablesOf(shape);
  const id = sql`${first}.id`;
  const [direction, beyond] =
    order === "asc" ? [sql`asc`, sql`>`] : [sql`desc`, sql`<`];
  const conditions = and(
    sql`${first}.org_id = ${sql.placeholder(ORG_PLACEHOLDER)}`,
    isFirst
      ? undefined
      : sql`(${key}, ${id}) ${beyond} (${value("key")}, ${value("id")})`,
    ...conditionsOf(shape, value),
  );
  return sql`(select ${id} from ${tables} where ${conditions}
    order by ${key} ${direction}, ${id} ${direction} limit ${value("limit")})`;
}

/**
 * SQL for the tables that an order and its filters need. SQLite reads them in this order. A search begins with the
 * names and addresses, which leave few members. Without a search, the indexes of `people` give the order.
 */
function tablesOf({ sort, hasWords, isInactive, twoFactor }: Shape): {
  first: SQL;
  tables: SQL;
} {
  const usesPeople =
    sort === "name" ||
    sort === "lastActive" ||
    isInactive ||
    twoFactor !== undefined;
  const onSameMember = sql`on m.org_id = p.org_id and m.id = p.id`;
  if (usesPeople && !hasWords)
    return {
      first: sql`p`,
      tables: sql`people as p cross join memberships as m ${onSameMember}`,
    };
  const searched = hasWords
    ? sql` cross join users as u on u.id = m.user_id`
    : sql``;
  const sorted = usesPeople
    ? sql` cross join people as p ${onSameMember}`
    : sql``;
  return { first: sql`m`, tables: sql`memberships as m${searched}${sorted}` };
}

function conditionsOf(
  { hasWords, hasRole, status, twoFactor, isInactive }: Shape,
  value: (name: keyof Values & string) => Placeholder,
): (SQL | undefined)[] {
  return [
    hasRole ? sql`m.role = ${value("role")}` : undefined,
    status && CONDITIONS[status],
    // Suspended members cannot be active.
    isInactive
      ? sql`p.last_active_at < ${value("inactiveSince")}${status ? sql`` : sql` and m.suspended_at is null`}`
      : undefined,
    twoFactor &&
      sql`p.has_two_factor = ${sql.raw(twoFactor === "on" ? "1" : "0")}`,
    hasWords
      ? matchesWords({ email: sql`u.email`, name: sql`u.name` }, value)
      : undefined,
  ];
}

/** Reads a part of the sorted list of the members, in any order. */
export async function readMemberRows(
  db: TenantDb,
  viewer: Viewer,
  filter: PeopleFilter,
  { limit, after }: Window,
): Promise<PersonRow[]> {
  const { status, sort, inactiveDays } = filter;
  if (status !== undefined && !isMemberStatus(status)) return [];
  const words = filter.q?.trim() ?? "";
  const query = queryFor({
    sort,
    order: filter.order,
    isFirst: after === undefined,
    hasWords: words !== "",
    hasRole: filter.role !== undefined,
    status,
    twoFactor: filter.twoFactor,
    isInactive: inactiveDays !== undefined,
  });
  const rows = await db.all(query, {
    ...patternsOf(words),
    key: after?.key ?? null,
    id: after?.id ?? null,
    limit,
    role: filter.role ?? null,
    inactiveSince: db.now - (inactiveDays ?? 0) * DAY_MS,
  });
  return rows.map((row) => ({
    key: KEYS[sort].of(row),
    id: row.membershipId,
    person: toPerson(row, viewer),
  }));
}

function isMemberStatus(status: string): status is MemberStatus {
  return (MEMBER_STATUSES as readonly string[]).includes(status);
}

const memberByUser = defineQuery<{ userId: string }>()((db, value) =>
  db
    .join(memberships, users, eq(users.id, memberships.userId), fields)
    .where(eq(memberships.userId, value("userId"))),
);

export async function findMemberRow(
  db: TenantDb,
  userId: string,
): Promise<MemberRow | undefined> {
  const [row] = await db.all(memberByUser, { userId });
  return row;
}

export function toPerson(row: MemberRow, viewer: Viewer): Person {
  return {
    kind: "member",
    id: row.userId,
    name: row.name,
    email: row.email,
    avatarUrl: row.avatarUrl,
    role: row.role,
    roleName: roleNameOf(row.role, row.customName),
    status: statusOf(row),
    suspendedAt: row.suspendedAt === null ? null : iso(row.suspendedAt),
    joinedAt: iso(row.joinedAt),
    invitedAt: null,
    expiresAt: null,
    invitedBy:
      row.inviter === null ? null : (JSON.parse(row.inviter) as Inviter),
    isSent: null,
    isVoid: null,
    lastActiveAt: viewer.seesSecurity ? iso(row.lastActiveAt) : null,
    hasTwoFactor: viewer.seesSecurity ? row.hasTwoFactor === 1 : null,
    projects: viewer.seesProjects ? row.projects : null,
  };
}

function statusOf({ suspendedAt, isFrozen }: MemberRow): MemberStatus {
  if (suspendedAt !== null) return "suspended";
  return isFrozen ? "readOnly" : "active";
}
