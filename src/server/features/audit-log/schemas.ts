import { z } from "zod";
import type { auditLog } from "#server/kernel/audit/table";
import { iso } from "#server/kernel/inputs";

/** Column by column; a value over 2 KiB is `{ cut: true, sha256, length, beginning }`. */
const rowShape = z.record(z.string(), z.unknown()).nullable();

/** One thing that happened in an organization. */
export const auditEventShape = z.object({
  id: z.string(),
  /** 1, 2, 3 … within the organization, without a gap. */
  seq: z.number(),
  at: z.string(),
  /** The procedure, such as `members.updateRole`. */
  action: z.string(),
  actor: z.object({
    kind: z.enum(["user", "system"]),
    id: z.string().nullable(),
    /** As it was then. */
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
  /** SHA-256 over the event before and this one; null for events from before there was a chain. */
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

/** How long the log is kept. */
export const retentionShape = z.object({
  /** Null without an end. */
  days: z.number().nullable(),
  /** What a smaller plan makes of it, and from when on; null where nothing is to come. */
  next: z.object({ days: z.number(), from: z.string() }).nullable(),
});

export type AuditRetention = z.infer<typeof retentionShape>;

/** Whether the log is what was written. */
export const verificationShape = z.object({
  /** How many events are as they were written. */
  rows: z.number(),
  /** How many are from before there was a chain: nothing can be said of them. */
  unchained: z.number(),
  /** The end of the chain, to be kept elsewhere and asked for with a later look. */
  anchor: z.string(),
  fault: z
    .object({
      kind: z.enum(["changed", "missing", "tail", "signature", "anchor"]),
      /** The first event that is not what was written. */
      seq: z.number(),
      message: z.string(),
    })
    .nullable(),
});

export type AuditVerification = z.infer<typeof verificationShape>;
