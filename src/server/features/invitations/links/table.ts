import { sql } from "drizzle-orm";
import { check, index, integer, text } from "drizzle-orm/sqlite-core";
import { users } from "#server/core/users/table";
import { tenantTable } from "#server/core/organizations/tenant-table";
import { moment } from "#server/kernel/db/columns";

/**
 * Invitation links: anyone who has the link can join the organization, within the limits of the link. Only the hash of
 * the link's token is stored.
 */
export const invitationLinks = tenantTable(
  "invitation_links",
  { leftOut: "they lead to this installation" },
  {
    role: text("role").notNull(),
    tokenHash: text("token_hash").notNull().unique(),
    /** How many users can join by the link; null for no limit. */
    maxUses: integer("max_uses", { mode: "number" }),
    uses: integer("uses", { mode: "number" }).notNull().default(0),
    /**
     * The domains to which the link is restricted: only users with an email address at one of them can join. An empty
     * list means any domain.
     */
    domains: text("domains", { mode: "json" }).$type<string[]>().notNull(),
    createdBy: text("created_by")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    expiresAt: moment("expires_at").notNull(),
    revokedAt: moment("revoked_at"),
    createdAt: moment("created_at").notNull(),
  },
  (table) => [
    index("invitation_links_created_by").on(table.createdBy),
    check(
      "invitation_links_uses",
      sql`${table.maxUses} is null or ${table.uses} <= ${table.maxUses}`,
    ),
  ],
);
