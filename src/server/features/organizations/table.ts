import { blob, integer, uniqueIndex } from "drizzle-orm/sqlite-core";
import { tenantTable } from "#server/core/organizations/tenant-table";
import { moment } from "#server/kernel/db/columns";

/** The logos of organizations. A new logo has a new id and so a new URL, so browsers can cache each logo forever. */
export const logos = tenantTable(
  "logos",
  "exported",
  {
    /** The logo as a square WebP image. */
    image: blob("image", { mode: "buffer" }).notNull(),
    size: integer("size", { mode: "number" }).notNull(),
    createdAt: moment("created_at").notNull(),
  },
  (table) => [
    uniqueIndex("logos_org").on(table.orgId),
    uniqueIndex("logos_id").on(table.id),
  ],
);
