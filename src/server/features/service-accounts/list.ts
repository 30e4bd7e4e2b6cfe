import { desc, eq, getTableColumns, lt, sql } from "drizzle-orm";
import { customNameSql, customPermissionsSql } from "#server/core/roles/grants";
import { serviceAccounts } from "#server/core/service-accounts/table";
import type { TenantDb } from "#server/kernel/db/tenant-db";
import { defineQuery } from "#server/kernel/db/tenant-reader";
import { DomainError } from "#server/kernel/errors";
import { toPage } from "#server/kernel/inputs";
import { toServiceAccount } from "./schemas";

const steward = (column: "name" | "email") =>
  sql<
    string | null
  >`(select u.${sql.raw(column)} from users as u where u.id = service_accounts.steward_id)`;

const fields = {
  ...getTableColumns(serviceAccounts),
  customName: customNameSql(serviceAccounts),
  customPermissions: customPermissionsSql(serviceAccounts),
  stewardName: steward("name"),
  stewardEmail: steward("email"),
  keys: sql<number>`(select count(*) from api_keys as k where k.org_id = service_accounts.org_id
    and k.service_account_id = service_accounts.id and k.revoked_at is null)`,
};

const newestAccounts = defineQuery<{ cursor: string; limit: number }>()(
  (db, value) =>
    db
      .select(serviceAccounts, fields)
      .where(lt(serviceAccounts.id, value("cursor")))
      .orderBy(desc(serviceAccounts.id))
      .limit(value("limit")),
);

const accountById = defineQuery<{ id: string }>()((db, value) =>
  db.select(serviceAccounts, fields).where(eq(serviceAccounts.id, value("id"))),
);

export async function listAccounts(
  db: TenantDb,
  { limit, cursor }: { limit: number; cursor?: string },
) {
  const rows = await db.all(newestAccounts, {
    cursor: cursor ?? "svc_~",
    limit: limit + 1,
  });
  return toPage(rows, limit, (row) => row.id, toServiceAccount);
}

export async function getAccount(db: TenantDb, id: string) {
  return toServiceAccount(await requireAccount(db, id));
}

/** @throws DomainError NOT_FOUND */
export async function requireAccount(db: TenantDb, id: string) {
  const [account] = await db.all(accountById, { id });
  if (!account) throw new DomainError("NOT_FOUND");
  return account;
}
