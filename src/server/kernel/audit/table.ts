import {
  index,
  integer,
  primaryKey,
  sqliteTable,
  text,
} from "drizzle-orm/sqlite-core";
import { moment } from "#server/kernel/db/columns";
import type { Change } from "#server/kernel/db/unit-of-work";

/**
 * What made a change: a user in a session, a user's API key (`key`), a service account (`service`), an AI agent with an
 * API key (`agent`), or this program.
 */
export type ActorKind = "user" | "key" | "service" | "agent" | "system";

/**
 * The audit events of organizations. Triggers make the table append-only, and events remain when their users are
 * deleted.
 */
export const auditLog = sqliteTable(
  "audit_log",
  {
    orgId: text("org_id").notNull(),
    id: text("id").notNull(),
    /** The number of the event within its organization: 1, 2, 3 … */
    seq: integer("seq", { mode: "number" }).notNull(),
    at: moment("at").notNull(),
    /** The procedure or background task that made the changes, such as `members.updateRole`. */
    action: text("action").notNull(),
    actorKind: text("actor_kind").$type<ActorKind>().notNull(),
    /** The id of the user or of the service account; null for the system. */
    actorId: text("actor_id"),
    actorName: text("actor_name"),
    /** The API key with which the change was made; null for a change in a session. */
    actorKeyId: text("actor_key_id"),
    /** The steward of the service account at that time; null for other actors. */
    actorStewardId: text("actor_steward_id"),
    changes: text("changes", { mode: "json" }).$type<Change[]>().notNull(),
    requestId: text("request_id"),
    address: text("address"),
    /**
     * SHA-256 of this event and the hash of the event before; null for events that were stored before hash chains
     * existed.
     */
    hash: text("hash"),
  },
  (table) => [
    primaryKey({ columns: [table.orgId, table.seq] }),
    // The filters of the audit log use these indexes: by time, by action, and by actor with or without an action
    // (`firstByAction`).
    index("audit_log_at").on(table.orgId, table.at, table.seq),
    index("audit_log_action").on(
      table.orgId,
      table.action,
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

/**
 * Which rows an event changed, so that the events of one row can be read without the others. A trigger adds the rows
 * with their event and deletes them with it.
 */
export const auditTargets = sqliteTable(
  "audit_targets",
  {
    orgId: text("org_id").notNull(),
    /** The id of the changed row; for a membership, the id of its user. */
    target: text("target").notNull(),
    seq: integer("seq", { mode: "number" }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.orgId, table.target, table.seq] })],
);

/**
 * The signed last event of each organization's audit chain. With it, verification detects that events were removed at
 * the end of the log.
 */
export const auditHeads = sqliteTable("audit_heads", {
  orgId: text("org_id").primaryKey(),
  seq: integer("seq", { mode: "number" }).notNull(),
  hash: text("hash").notNull(),
  /** The HMAC-SHA256 of the head, with a key that is derived from APP_SECRET. */
  signature: text("signature").notNull(),
});

/** The last deleted event of each shortened audit chain, signed like the head of a chain. */
export const auditCheckpoints = sqliteTable("audit_checkpoints", {
  orgId: text("org_id").primaryKey(),
  seq: integer("seq", { mode: "number" }).notNull(),
  hash: text("hash").notNull(),
  signature: text("signature").notNull(),
  createdAt: moment("created_at").notNull(),
});
