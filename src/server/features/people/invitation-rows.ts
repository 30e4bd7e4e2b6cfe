import { and, eq, type Placeholder, type SQL, sql } from "drizzle-orm";
import { roleNameOf } from "#server/core/roles/grants";
import { users } from "#server/core/users/table";
import type { TenantDb } from "#server/kernel/db/tenant-db";
import { defineQuery, ORG_PLACEHOLDER } from "#server/kernel/db/tenant-reader";
import { iso } from "#server/kernel/inputs";
import {
  invitationFields,
  toListedInvitation,
} from "#server/features/invitations/list";
import { invitations } from "#server/features/invitations/table";
import { normalizeEmail } from "#shared/fields";
import {
  type Order,
  type PeopleFilter,
  type PeopleSort,
  PERSON_STATUSES,
  type Viewer,
} from "./filter";
import { roleKeySql } from "./role-key";
import { keepQueries, type PersonRow, type Window } from "./rows";

const fields = {
  ...invitationFields,
  roleKey: sql<string>`${roleKeySql("invitations")}`,
};

const INVITED = PERSON_STATUSES.indexOf("invited");
const EXPIRED = PERSON_STATUSES.indexOf("expired");

/** Behind all members, in both orders: invitations have no activity and no projects. */
const LAST: Record<Order, number> = { asc: Number.MAX_SAFE_INTEGER, desc: -1 };

/** What invitations are sorted by, as SQL in a query in which `i` is the invitation. */
function keySql(
  { sort, order }: Pick<Shape, "sort" | "order">,
  now: Placeholder,
): SQL {
  switch (sort) {
    case "name":
      return sql`i.email`;
    case "role":
      return roleKeySql("i");
    case "status":
      return sql`iif(i.expires_at > ${now}, ${sql.raw(`${INVITED}, ${EXPIRED}`)})`;
    case "joined":
      return sql`i.created_at`;
    case "lastActive":
    case "projects":
      // The sum is an expression. A number alone would name a column in an ORDER BY.
      return sql.raw(`0 + ${LAST[order]}`);
  }
}

interface Shape {
  sort: PeopleSort;
  order: Order;
  isFirst: boolean;
  hasWords: boolean;
  hasRole: boolean;
  status: "invited" | "expired" | undefined;
}

interface Values extends Record<string, unknown> {
  key: string | number | null;
  id: string | null;
  limit: number;
  role: string | null;
  address: string;
  now: number;
}

const queryFor = keepQueries((shape: Shape) =>
  defineQuery<Values>()((db, value) =>
    db
      .join(invitations, users, eq(users.id, invitations.invitedBy), fields)
      .where(sql`${invitations.id} in ${idsOf(shape, value)}`),
  ),
);

function idsOf(
  shape: Shape,
  value: (name: keyof Values & string) => Placeholder,
): SQL {
  const { order, isFirst, hasWords, hasRole, status } = shape;
  const key = keySql(shape, value("now"));
  const [direction, beyond] =
    order === "asc" ? [sql`asc`, sql`>`] : [sql`desc`, sql`<`];
  const conditions = and(
    sql`i.org_id = ${sql.placeholder(ORG_PLACEHOLDER)}`,
    sql`i.status = 'pending'`,
    isFirst
      ? undefined
      : sql`(${key}, i.id) ${beyond} (${value("key")}, ${value("id")})`,
    hasRole ? sql`i.role = ${value("role")}` : undefined,
    status &&
      (status === "invited"
        ? sql`i.expires_at > ${value("now")}`
        : sql`i.expires_at <= ${value("now")}`),
    hasWords ? sql`instr(i.email, ${value("address")}) > 0` : undefined,
  );
  return sql`(select i.id from invitations as i where ${conditions}
    order by ${key} ${direction}, i.id ${direction} limit ${value("limit")})`;
}

/** Reads a part of the sorted list of the invitations that wait for an answer or can be sent again, in any order. */
export async function readInvitationRows(
  db: TenantDb,
  { seesInvitations }: Viewer,
  filter: PeopleFilter,
  { limit, after }: Window,
): Promise<PersonRow[]> {
  const { status, sort, order, role, twoFactor, inactiveDays } = filter;
  const isOfMembers = twoFactor !== undefined || inactiveDays !== undefined;
  if (!seesInvitations || isOfMembers) return [];
  if (status !== undefined && status !== "invited" && status !== "expired")
    return [];
  const words = filter.q?.trim() ?? "";
  const query = queryFor({
    sort,
    order,
    isFirst: after === undefined,
    hasWords: words !== "",
    hasRole: role !== undefined,
    status,
  });
  const rows = await db.all(query, {
    key: after?.key ?? null,
    id: after?.id ?? null,
    limit,
    role: role ?? null,
    address: normalizeEmail(words),
    now: db.now,
  });
  return rows.map((row) => toRow(row, filter, db.now));
}

type InvitationRow = Parameters<typeof toListedInvitation>[0] & {
  invitedBy: string;
  invitedByAccount: string | null;
  roleKey: string;
};

function toRow(
  row: InvitationRow,
  { sort, order }: Pick<PeopleFilter, "sort" | "order">,
  now: number,
): PersonRow {
  const { isSent, isVoid } = toListedInvitation(row, now);
  const status = row.expiresAt > now ? "invited" : "expired";
  const keys: Record<PeopleSort, string | number> = {
    name: row.email,
    role: row.roleKey,
    status: PERSON_STATUSES.indexOf(status),
    joined: row.createdAt,
    lastActive: LAST[order],
    projects: LAST[order],
  };
  return {
    key: keys[sort],
    id: row.id,
    person: {
      kind: "invitation",
      id: row.id,
      name: null,
      email: row.email,
      avatarUrl: null,
      role: row.role,
      roleName: roleNameOf(row.role, row.customName),
      status,
      suspendedAt: null,
      joinedAt: null,
      invitedAt: iso(row.createdAt),
      expiresAt: iso(row.expiresAt),
      invitedBy: {
        userId: row.invitedByAccount === null ? row.invitedBy : null,
        name: row.inviterName,
      },
      isSent,
      isVoid,
      lastActiveAt: null,
      hasTwoFactor: null,
      projects: null,
    },
  };
}
