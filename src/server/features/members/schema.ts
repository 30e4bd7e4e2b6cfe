import { sql } from "drizzle-orm";
import {
  index,
  integer,
  primaryKey,
  sqliteTable,
  text,
  uniqueIndex,
} from "drizzle-orm/sqlite-core";
import { users } from "../../auth/schema";
import { moment, orgColumn } from "../../db/columns";
import { organizations } from "../organizations/schema";

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

/** Who was removed: no link and no domain brings them back, only an invitation to their address. */
export const formerMembers = sqliteTable(
  "former_members",
  {
    orgId: orgColumn().references(() => organizations.id, {
      onDelete: "cascade",
    }),
    id: text("id").notNull(),
    userId: text("user_id")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    removedAt: moment("removed_at").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.orgId, table.id] }),
    uniqueIndex("former_members_org_user").on(table.orgId, table.userId),
    index("former_members_user").on(table.userId),
  ],
);
