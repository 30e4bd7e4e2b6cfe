import { and, desc, eq, getTableColumns, isNull, lt, sql } from "drizzle-orm";
import type { SQLiteColumn } from "drizzle-orm/sqlite-core";
import { isId } from "#shared/id";
import { can } from "#shared/permissions";
import { apiKeys } from "#server/core/api-keys/table";
import type { Caller } from "#server/core/caller";
import { organizations } from "#server/core/organizations/table";
import { users } from "#server/core/users/table";
import type { Database } from "#server/kernel/db/client";
import type { TenantDb } from "#server/kernel/db/tenant-db";
import { defineQuery } from "#server/kernel/db/tenant-reader";
import { permissionDenied } from "#server/kernel/errors";
import { toPage } from "#server/kernel/inputs";
import { toApiKey } from "./schemas";

/** SQL for the name of the owner of a key: a member or a service account. */
export const ownerNameSql = sql<string>`coalesce(
  (select u.name from users as u where u.id = api_keys.user_id),
  (select a.name from service_accounts as a where a.org_id = api_keys.org_id and a.id = api_keys.service_account_id), '')`;

/** SQL for the role of the service account that owns a key; null for a personal key. */
const accountRoleSql = sql<
  string | null
>`(select a.role from service_accounts as a where a.org_id = api_keys.org_id and a.id = api_keys.service_account_id)`;

const fields = { ...getTableColumns(apiKeys), ownerName: ownerNameSql };

interface Page extends Record<string, unknown> {
  cursor: string;
  limit: number;
}

const newestKeys = defineQuery<Page>()((db, value) =>
  db
    .select(apiKeys, fields)
    .where(and(lt(apiKeys.id, value("cursor")), isNull(apiKeys.revokedAt)))
    .orderBy(desc(apiKeys.id))
    .limit(value("limit")),
);

/**
 * Defines the query of the newest keys of one owner. The plus signs make SQLite search by the owner: by the id, it would
 * read the keys of all other owners as well.
 */
function newestKeysOf(owner: SQLiteColumn) {
  return defineQuery<Page & { owner: string }>()((db, value) =>
    db
      .select(apiKeys, fields)
      .where(
        and(
          eq(owner, value("owner")),
          sql`+${apiKeys.id} < ${value("cursor")}`,
          isNull(apiKeys.revokedAt),
        ),
      )
      .orderBy(sql`+${apiKeys.id} desc`)
      .limit(value("limit")),
  );
}

const newestKeysOfUser = newestKeysOf(apiKeys.userId);
const newestKeysOfAccount = newestKeysOf(apiKeys.serviceAccountId);

const keyById = defineQuery<{ id: string }>()((db, value) =>
  db
    .select(apiKeys, { ...fields, accountRole: accountRoleSql })
    .where(and(eq(apiKeys.id, value("id")), isNull(apiKeys.revokedAt))),
);

/** Reads a key that is not revoked, with the name of its owner and the role of its service account. */
export async function findKey(db: TenantDb, id: string) {
  const [key] = await db.all(keyById, { id });
  return key;
}

export type FoundKey = NonNullable<Awaited<ReturnType<typeof findKey>>>;

/**
 * Lists the keys that are not revoked, newest first.
 * @param owner `me`, `all`, or the id of a user or of a service account
 * @throws DomainError PERMISSION_DENIED when the caller may only see their own keys
 */
export async function listKeys(
  db: TenantDb,
  { id: callerId, grants }: Pick<Caller, "id" | "grants">,
  {
    owner = "me",
    limit,
    cursor,
  }: { owner?: string; limit: number; cursor?: string },
) {
  const isOwn = owner === "me" || owner === callerId;
  if (!isOwn && !can(grants, "apiKey:manage"))
    throw permissionDenied(["apiKey:manage"]);
  const page = { cursor: cursor ?? "key_~", limit: limit + 1 };
  const rows = await (owner === "all"
    ? db.all(newestKeys, page)
    : isId("serviceAccount", owner)
      ? db.all(newestKeysOfAccount, { ...page, owner })
      : db.all(newestKeysOfUser, { ...page, owner: isOwn ? callerId : owner }));
  return toPage(
    rows,
    limit,
    (row) => row.id,
    (row) => toApiKey(row, row.ownerName, db.now),
  );
}

/** Lists the personal keys of a user in all organizations, newest first. */
export async function listOwnKeys(
  { drizzle }: Database,
  userId: string,
  { limit, cursor }: { limit: number; cursor?: string },
  now: number,
) {
  const rows = await drizzle
    .select({
      key: apiKeys,
      ownerName: users.name,
      organization: {
        id: organizations.id,
        slug: organizations.slug,
        name: organizations.name,
      },
    })
    .from(apiKeys)
    .innerJoin(users, eq(users.id, apiKeys.userId))
    .innerJoin(
      organizations,
      and(eq(organizations.id, apiKeys.orgId), isNull(organizations.deletedAt)),
    )
    .where(
      and(
        eq(apiKeys.userId, userId),
        lt(apiKeys.id, cursor ?? "key_~"),
        isNull(apiKeys.revokedAt),
      ),
    )
    .orderBy(desc(apiKeys.id))
    .limit(limit + 1);
  return toPage(
    rows,
    limit,
    ({ key }) => key.id,
    ({ key, ownerName, organization }) => ({
      ...toApiKey(key, ownerName, now),
      organization,
    }),
  );
}
