import {
  integer,
  primaryKey,
  sqliteTable,
  text,
  uniqueIndex,
} from "drizzle-orm/sqlite-core";
import { moment, orgColumn } from "../db/columns";
import type { Change } from "../db/unit-of-work";

/** What happened in an organization. Append-only by trigger; rows outlive the people they name. */
export const auditLog = sqliteTable(
  "audit_log",
  {
    orgId: orgColumn(),
    id: text("id").notNull(),
    /** 1, 2, 3 … within the organization. */
    seq: integer("seq", { mode: "number" }).notNull(),
    at: moment("at").notNull(),
    /** The procedure, such as `members.updateRole`. */
    action: text("action").notNull(),
    actorKind: text("actor_kind").$type<"user" | "system">().notNull(),
    actorId: text("actor_id"),
    actorName: text("actor_name"),
    changes: text("changes", { mode: "json" }).$type<Change[]>().notNull(),
    requestId: text("request_id"),
    address: text("address"),
  },
  (table) => [
    primaryKey({ columns: [table.orgId, table.id] }),
    uniqueIndex("audit_log_seq").on(table.orgId, table.seq),
  ],
);
