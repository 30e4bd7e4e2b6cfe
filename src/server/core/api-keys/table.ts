import { sql } from "drizzle-orm";
import {
  check,
  foreignKey,
  index,
  integer,
  text,
  uniqueIndex,
} from "drizzle-orm/sqlite-core";
import type { Permission } from "#shared/permissions";
import { users } from "#server/core/users/table";
import { tenantTable } from "#server/core/organizations/tenant-table";
import { serviceAccounts } from "#server/core/service-accounts/table";
import { moment } from "#server/kernel/db/columns";

/**
 * API keys. A personal key belongs to a member (`userId`) and ends with the membership; any other key belongs to a
 * service account. The secrets are stored as SHA-256 hashes.
 */
export const apiKeys = tenantTable(
  "api_keys",
  { leftOut: "they are secrets" },
  {
    name: text("name").notNull(),
    userId: text("user_id").references(() => users.id, { onDelete: "cascade" }),
    serviceAccountId: text("service_account_id"),
    /** The permissions of the key. A call has those of them that the present role of the owner grants too. */
    scopes: text("scopes", { mode: "json" }).$type<Permission[]>().notNull(),
    /** The last four characters of the key, by which people recognize it. */
    last4: text("last4").notNull(),
    secretHash: text("secret_hash").notNull(),
    /** The hash of the secret before the last rotation, which is valid until `graceUntil`. */
    previousHash: text("previous_hash"),
    graceUntil: moment("grace_until"),
    /** For how many days a secret is valid from its creation or rotation; null if it does not expire. */
    lifetimeDays: integer("lifetime_days", { mode: "number" }),
    expiresAt: moment("expires_at"),
    /** The smallest number of days before the expiry for which the owner was notified by mail; null if not at all. */
    expiryNoticeDays: integer("expiry_notice_days", { mode: "number" }),
    /** When a request last used the key, accurate to a minute. */
    lastUsedAt: moment("last_used_at"),
    /** The user who created or last rotated the key, and so has seen its secret. */
    issuedBy: text("issued_by").references(() => users.id, {
      onDelete: "set null",
    }),
    /** When the admins were notified that the member who has seen the secret left or is suspended. */
    issuerNoticeSentAt: moment("issuer_notice_sent_at"),
    createdAt: moment("created_at").notNull(),
    revokedAt: moment("revoked_at"),
  },
  (table) => [
    // A request names a key only by its id, without its organization.
    uniqueIndex("api_keys_id").on(table.id),
    index("api_keys_user").on(table.userId, table.orgId),
    index("api_keys_service_account").on(table.orgId, table.serviceAccountId),
    index("api_keys_issued_by").on(table.issuedBy),
    index("api_keys_expiring")
      .on(table.expiresAt)
      .where(sql`revoked_at is null and expires_at is not null`),
    index("api_keys_revoked")
      .on(table.revokedAt)
      .where(sql`revoked_at is not null`),
    index("api_keys_listed")
      .on(table.orgId, table.id)
      .where(sql`revoked_at is null`),
    foreignKey({
      columns: [table.orgId, table.serviceAccountId],
      foreignColumns: [serviceAccounts.orgId, serviceAccounts.id],
    }).onDelete("cascade"),
    check(
      "api_keys_one_owner",
      sql`(user_id is null) <> (service_account_id is null)`,
    ),
  ],
);
