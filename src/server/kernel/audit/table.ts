import {
  index,
  integer,
  primaryKey,
  sqliteTable,
  text,
} from "drizzle-orm/sqlite-core";
import { moment } from "#server/kernel/db/columns";
import type { Change } from "#server/kernel/db/unit-of-work";

/** The audit events of organizations. Triggers make it append-only. Events remain when their users are deleted. */
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
    /** SHA-256 of the hash before and this event; null in events from before the chain. */
    hash: text("hash"),
  },
  (table) => [
    primaryKey({ columns: [table.orgId, table.seq] }),
    // One index for each filter of the log: none, by action, by actor, by both.
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

/** The signed head of each organization's chain: verification finds removed events at the end. */
export const auditHeads = sqliteTable("audit_heads", {
  orgId: text("org_id").primaryKey(),
  seq: integer("seq", { mode: "number" }).notNull(),
  hash: text("hash").notNull(),
  /** HMAC-SHA256 with a key that is derived from APP_SECRET. */
  signature: text("signature").notNull(),
});

/** The last deleted event of each shortened chain, signed like a head. */
export const auditCheckpoints = sqliteTable("audit_checkpoints", {
  orgId: text("org_id").primaryKey(),
  seq: integer("seq", { mode: "number" }).notNull(),
  hash: text("hash").notNull(),
  signature: text("signature").notNull(),
  createdAt: moment("created_at").notNull(),
});
