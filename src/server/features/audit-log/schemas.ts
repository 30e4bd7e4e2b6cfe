import { z } from "zod";
import type { auditLog } from "#server/kernel/audit/table";
import { iso } from "#server/kernel/inputs";
import { idOf, moment, named } from "#server/kernel/shapes";
import type { NamedRole } from "./role-names";

/**
 * A row before or after a change, with one field per column. A value over 2 KiB is replaced by `{ cut: true, sha256,
 * length, beginning }`.
 */
const rowShape = z.record(z.string(), z.unknown()).nullable();

export const auditEventShape = named(
  "AuditEvent",
  z.object({
    id: idOf("event"),
    seq: z
      .int()
      .describe(
        "The number of the event within its organization: 1, 2, 3 … without gaps.",
      ),
    at: moment,
    action: z
      .string()
      .describe(
        "The procedure that caused the event, for example `members.updateRole`.",
      ),
    actor: z.object({
      kind: z
        .enum(["user", "key", "service", "agent", "system"])
        .describe(
          "`key`: a member's API key; `service`: a service account; `agent`: an AI agent with an API key.",
        ),
      id: z
        .string()
        .nullable()
        .describe("The ID of the user or of the service account."),
      name: z
        .string()
        .nullable()
        .describe(
          "The name of the user or of the service account at the time of the event.",
        ),
      keyId: idOf("apiKey")
        .nullable()
        .describe("The API key with which the change was made."),
      stewardId: idOf("user")
        .nullable()
        .describe("The user who was the steward of the service account."),
    }),
    changes: z.array(
      z.object({
        table: z.string(),
        id: z.string(),
        before: rowShape,
        after: rowShape,
      }),
    ),
    roles: z
      .array(z.object({ id: idOf("role"), name: z.string() }))
      .describe(
        "The custom roles that the changes mention, with their names at the time of the event. A role can be missing if it was changed very often since.",
      ),
    requestId: z.string().nullable(),
    address: z.string().nullable(),
    hash: z
      .string()
      .nullable()
      .describe(
        "SHA-256 of this event together with the hash of the event before it. Null for events that are older than the audit chain.",
      ),
  }),
);

export type AuditEvent = z.infer<typeof auditEventShape>;

export function toAuditEvent(
  row: typeof auditLog.$inferSelect,
  roles: NamedRole[],
): AuditEvent {
  const { id, seq, at, action, changes, requestId, address, hash } = row;
  const actor = {
    kind: row.actorKind,
    id: row.actorId,
    name: row.actorName,
    keyId: row.actorKeyId,
    stewardId: row.actorStewardId,
  };
  return {
    id,
    seq,
    at: iso(at),
    action,
    actor,
    changes,
    roles,
    requestId,
    address,
    hash,
  };
}

export const changeNoteShape = named(
  "ChangeNote",
  z.object({
    target: z.string(),
    seq: auditEventShape.shape.seq,
    at: moment,
    action: auditEventShape.shape.action,
    actor: auditEventShape.shape.actor.pick({
      kind: true,
      id: true,
      name: true,
    }),
  }),
);

export type ChangeNote = z.infer<typeof changeNoteShape>;

export function toChangeNote({
  seq,
  at,
  action,
  actorKind: kind,
  actorId: id,
  actorName: name,
}: Pick<
  typeof auditLog.$inferSelect,
  "seq" | "at" | "action" | "actorKind" | "actorId" | "actorName"
>): Omit<ChangeNote, "target"> {
  return { seq, at: iso(at), action, actor: { kind, id, name } };
}

export const retentionShape = named(
  "AuditRetention",
  z.object({
    days: z
      .int()
      .nullable()
      .describe(
        "How many days events are kept; null when they are kept forever.",
      ),
    next: z
      .object({ days: z.int(), from: moment })
      .nullable()
      .describe(
        "The reduction that follows a change to a smaller plan; null when none is scheduled.",
      ),
  }),
);

export type AuditRetention = z.infer<typeof retentionShape>;

export const verificationShape = named(
  "AuditVerification",
  z.object({
    rows: z.int().describe("The number of verified events."),
    unchained: z
      .int()
      .describe(
        "The number of events that are older than the audit chain and therefore cannot be verified.",
      ),
    anchor: z
      .string()
      .describe(
        "The anchor of this verification. Keep it outside the database and pass it to a later verification.",
      ),
    fault: z
      .object({
        kind: z.enum(["changed", "missing", "tail", "signature", "anchor"]),
        seq: z
          .int()
          .describe(
            "The number of the first event that does not match the audit chain.",
          ),
        message: z.string(),
      })
      .nullable(),
  }),
);

export type AuditVerification = z.infer<typeof verificationShape>;
