import { sql } from "drizzle-orm";
import {
  check,
  foreignKey,
  index,
  integer,
  sqliteTable,
  text,
  uniqueIndex,
} from "drizzle-orm/sqlite-core";
import { users } from "#server/core/users/table";
import { tenantTable } from "#server/core/organizations/tenant-table";
import { moment } from "#server/kernel/db/columns";

export const memberships = tenantTable(
  "memberships",
  "exported",
  {
    userId: text("user_id")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    role: text("role").notNull(),
    joinedAt: moment("joined_at").notNull(),
    /** When the member was suspended; null while the member has access. */
    suspendedAt: moment("suspended_at"),
    /** Whether the member is read-only because the organization has too few seats. Triggers set this column. */
    isFrozen: integer("is_frozen", { mode: "boolean" })
      .notNull()
      .default(false),
    /** Whether an admin chose that this member keeps a seat when the organization has too few. */
    keepsSeat: integer("keeps_seat", { mode: "boolean" })
      .notNull()
      .default(false),
  },
  (table) => [
    index("memberships_frozen")
      .on(table.orgId)
      .where(sql`is_frozen = 1`),
    index("memberships_suspended")
      .on(table.orgId, table.id)
      .where(sql`suspended_at is not null`),
    uniqueIndex("memberships_org_user").on(table.orgId, table.userId),
    index("memberships_user").on(table.userId),
    index("memberships_role").on(table.orgId, table.role, table.id),
    index("memberships_admins")
      .on(table.orgId)
      .where(sql`role = 'admin'`),
  ],
);

/**
 * What the list of people sorts members by. The `id` is that of the membership. A trigger adds the row with the
 * membership. These columns are not in `memberships`, because a write there makes cached rows of callers outdated.
 */
export const people = tenantTable(
  "people",
  { leftOut: "triggers fill them with the memberships" },
  {
    /** The name of the user. A trigger copies it, because an index cannot contain a column of another table. */
    name: text("name").notNull(),
    /** The name in lower case and without accents. A trigger sets it. */
    sortName: text("sort_name").notNull().default(""),
    /** Whether the user has a second factor. Triggers set it. */
    hasTwoFactor: integer("has_two_factor", { mode: "boolean" })
      .notNull()
      .default(false),
    /** When the member last used the organization in a session, to the hour; at first, when they joined. */
    lastActiveAt: moment("last_active_at").notNull(),
  },
  (table) => [
    foreignKey({
      columns: [table.orgId, table.id],
      foreignColumns: [memberships.orgId, memberships.id],
    }).onDelete("cascade"),
    index("people_name").on(table.orgId, table.sortName, table.id),
    index("people_without_two_factor")
      .on(table.orgId)
      .where(sql`has_two_factor = 0`),
    index("people_last_active").on(table.orgId, table.lastActiveAt, table.id),
  ],
);

/**
 * Users who were removed from an organization, or who left it or deleted their account while suspended. They cannot
 * join again through an invitation link or a verified domain, only through an invitation to their email address.
 */
export const formerMembers = tenantTable(
  "former_members",
  { leftOut: "their hashes are made with a key of this installation" },
  {
    /** The user; null after the account was deleted. */
    userId: text("user_id").references(() => users.id, {
      onDelete: "set null",
    }),
    /** The hash of the email address, made by `hashAddress`; null while the account still exists. */
    addressHash: text("address_hash"),
    removedAt: moment("removed_at").notNull(),
  },
  (table) => [
    uniqueIndex("former_members_org_user").on(table.orgId, table.userId),
    index("former_members_org_address").on(table.orgId, table.addressHash),
    index("former_members_user").on(table.userId),
    check(
      "former_members_remember",
      sql`user_id is not null or address_hash is not null`,
    ),
  ],
);

/**
 * The key of the hashes in `former_members.address_hash`. A migration creates the only row, and the key never changes:
 * the hashes must stay valid after a change of `APP_SECRET`.
 */
export const addressKeys = sqliteTable("address_keys", {
  id: text("id").primaryKey(),
  /** The key: 32 random bytes in hexadecimal. */
  key: text("key").notNull(),
});
