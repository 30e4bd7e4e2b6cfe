import { sql } from "drizzle-orm";
import {
  check,
  index,
  integer,
  primaryKey,
  sqliteTable,
  text,
  uniqueIndex,
} from "drizzle-orm/sqlite-core";
import { users } from "#server/core/users/table";
import { moment, orgColumn } from "#server/kernel/db/columns";
import { organizations } from "#server/core/organizations/table";

export const memberships = sqliteTable(
  "memberships",
  {
    orgId: orgColumn().references(() => organizations.id, {
      onDelete: "cascade",
    }),
    id: text("id").notNull(),
    userId: text("user_id")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    role: text("role").notNull(),
    joinedAt: moment("joined_at").notNull(),
    /** From when on this organization lets the member do nothing; null for everybody else. */
    suspendedAt: moment("suspended_at"),
    /** Whether there is no seat for the member, who may only read then. Triggers decide. */
    isFrozen: integer("is_frozen", { mode: "boolean" })
      .notNull()
      .default(false),
    /** Whether an admin chose the member to keep a seat when there are too few. */
    keepsSeat: integer("keeps_seat", { mode: "boolean" })
      .notNull()
      .default(false),
  },
  (table) => [
    index("memberships_frozen")
      .on(table.orgId)
      .where(sql`is_frozen = 1`),
    primaryKey({ columns: [table.orgId, table.id] }),
    uniqueIndex("memberships_org_user").on(table.orgId, table.userId),
    index("memberships_user").on(table.userId),
    index("memberships_role").on(table.orgId, table.role, table.id),
    index("memberships_admins")
      .on(table.orgId)
      .where(sql`role = 'admin'`),
  ],
);

/**
 * People who were removed, or who left or deleted their account while suspended. No link and no domain lets the account or
 * the address in, only an invitation to the address.
 */
export const formerMembers = sqliteTable(
  "former_members",
  {
    orgId: orgColumn().references(() => organizations.id, {
      onDelete: "cascade",
    }),
    id: text("id").notNull(),
    /** Null once the account is deleted. */
    userId: text("user_id").references(() => users.id, {
      onDelete: "set null",
    }),
    /** As `hashAddress` makes it; null where no address is remembered yet. */
    addressHash: text("address_hash"),
    removedAt: moment("removed_at").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.orgId, table.id] }),
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
 * The key of `former_members.address_hash`: one row, made by its migration and never changed. It stands beside the hashes,
 * since they have to hold as long as the database does, and `APP_SECRET` may be changed.
 */
export const addressKeys = sqliteTable("address_keys", {
  id: text("id").primaryKey(),
  /** 32 random bytes, in hex. */
  key: text("key").notNull(),
});
