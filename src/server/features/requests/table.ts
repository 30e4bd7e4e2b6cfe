import { index, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import type { Permission } from "#shared/permissions";
import { users } from "#server/core/users/table";
import { tenantTable } from "#server/core/organizations/tenant-table";
import { moment } from "#server/kernel/db/columns";

export const REQUEST_KINDS = ["role", "seat"] as const;
export type RequestKind = (typeof REQUEST_KINDS)[number];

/**
 * The open requests of members: for a role with a permission that they lack, or for a seat. A member has at most one
 * request of each kind. The row is deleted when the request ends.
 */
export const accessRequests = tenantTable(
  "access_requests",
  { leftOut: "a request is only open for 30 days" },
  {
    userId: text("user_id")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    kind: text("kind").$type<RequestKind>().notNull(),
    /** The permission that the member lacks; null for a request for a seat. */
    permission: text("permission").$type<Permission>(),
    /** What the member wrote to the admins, without links; null if nothing. */
    privateMessage: text("private_message"),
    expiresAt: moment("expires_at").notNull(),
    createdAt: moment("created_at").notNull(),
  },
  (table) => [
    uniqueIndex("access_requests_member").on(
      table.orgId,
      table.userId,
      table.kind,
    ),
    index("access_requests_user").on(table.userId),
  ],
);
