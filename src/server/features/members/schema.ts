import { sql } from "drizzle-orm";
import {
  index,
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
  },
  (table) => [
    primaryKey({ columns: [table.orgId, table.id] }),
    uniqueIndex("memberships_org_user").on(table.orgId, table.userId),
    index("memberships_user").on(table.userId),
    index("memberships_admins")
      .on(table.orgId)
      .where(sql`role = 'admin'`),
  ],
);
