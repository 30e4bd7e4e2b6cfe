import {
  index,
  integer,
  primaryKey,
  sqliteTable,
  text,
} from "drizzle-orm/sqlite-core";
import { moment } from "#server/kernel/db/columns";
import type { Change } from "#server/kernel/db/unit-of-work";

/** What happened in an organization. Append-only by trigger; rows outlive the people they name. */
export const auditLog = sqliteTable(
  "audit_log",
  {
    orgId: text("org_id").notNull(),
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
    /** SHA-256 over the row before and this one; null in rows from before there was a chain. */
    hash: text("hash"),
  },
  (table) => [
    primaryKey({ columns: [table.orgId, table.seq] }),
    // One for each way the log is read: newest first, of one action, of one actor, of one action of one actor.
    index("audit_log_at").on(table.orgId, table.at, table.seq),
    index("audit_log_action").on(
      table.orgId,
      table.action,
      table.at,
      table.seq,
    ),
    index("audit_log_actor").on(
      table.orgId,
      table.actorId,
      table.at,
      table.seq,
    ),
    index("audit_log_actor_action").on(
      table.orgId,
      table.actorId,
      table.action,
      table.at,
      table.seq,
    ),
  ],
);

/** Where each organization's chain ends, signed: a cut tail does not fit it. */
export const auditHeads = sqliteTable("audit_heads", {
  orgId: text("org_id").primaryKey(),
  seq: integer("seq", { mode: "number" }).notNull(),
  hash: text("hash").notNull(),
  /** HMAC-SHA256 with a key of the program's secret. */
  signature: text("signature").notNull(),
});

/** Where a chain begins now that the rows up to `seq` were kept long enough, signed as a head is. */
export const auditCheckpoints = sqliteTable("audit_checkpoints", {
  orgId: text("org_id").primaryKey(),
  seq: integer("seq", { mode: "number" }).notNull(),
  hash: text("hash").notNull(),
  signature: text("signature").notNull(),
  createdAt: moment("created_at").notNull(),
});
