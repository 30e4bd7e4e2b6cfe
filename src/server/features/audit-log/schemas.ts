import { z } from "zod";
import type { auditLog } from "#server/kernel/audit/table";
import { iso } from "#server/kernel/inputs";

/**
 * A row before or after a change, with one field per column. A value over 2 KiB is replaced by `{ cut: true, sha256,
 * length, beginning }`.
 */
const rowShape = z.record(z.string(), z.unknown()).nullable();

export const auditEventShape = z.object({
  id: z.string(),
  /** The number of the event within its organization: 1, 2, 3 … without gaps. */
  seq: z.number(),
  at: z.string(),
  /** The procedure that caused the event, for example `members.updateRole`. */
  action: z.string(),
  actor: z.object({
    kind: z.enum(["user", "system"]),
    id: z.string().nullable(),
    /** The name of the user at the time of the event. */
    name: z.string().nullable(),
  }),
  changes: z.array(
    z.object({
      table: z.string(),
      id: z.string(),
      before: rowShape,
      after: rowShape,
    }),
  ),
  requestId: z.string().nullable(),
  address: z.string().nullable(),
  /**
   * SHA-256 of this event together with the hash of the event before it. Null for events that are older than the audit
   * chain.
   */
  hash: z.string().nullable(),
});

export type AuditEvent = z.infer<typeof auditEventShape>;

export function toAuditEvent(row: typeof auditLog.$inferSelect): AuditEvent {
  const { id, seq, at, action, changes, requestId, address, hash } = row;
  const actor = { kind: row.actorKind, id: row.actorId, name: row.actorName };
  return {
    id,
    seq,
    at: iso(at),
    action,
    actor,
    changes,
    requestId,
    address,
    hash,
  };
}

export const retentionShape = z.object({
  /** How many days events are kept; null when they are kept forever. */
  days: z.number().nullable(),
  /** The reduction that follows a change to a smaller plan; null when none is scheduled. */
  next: z.object({ days: z.number(), from: z.string() }).nullable(),
});

export type AuditRetention = z.infer<typeof retentionShape>;

export const verificationShape = z.object({
  /** The number of verified events. */
  rows: z.number(),
  /** The number of events that are older than the audit chain and therefore cannot be verified. */
  unchained: z.number(),
  /** The anchor of this verification. Keep it outside the database and pass it to a later verification. */
  anchor: z.string(),
  fault: z
    .object({
      kind: z.enum(["changed", "missing", "tail", "signature", "anchor"]),
      /** The number of the first event that does not match the audit chain. */
      seq: z.number(),
      message: z.string(),
    })
    .nullable(),
});

export type AuditVerification = z.infer<typeof verificationShape>;
