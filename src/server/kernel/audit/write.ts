import { newId } from "#shared/id";
import type { Signer } from "#server/kernel/crypto";
import type { Statement } from "#server/kernel/db/statement";
import type { Change } from "#server/kernel/db/unit-of-work";
import { cutLongValue } from "./cut-value";
import type { ActorKind } from "./table";
import { type AuditRow, type Head, hashEvent, signHead } from "./hash-chain";

/** Who makes a change, as the audit log stores it. */
export interface Actor {
  kind: ActorKind;
  id: string | null;
  name: string | null;
  /** The API key with which the change is made. */
  keyId?: string;
  /** The steward of the service account that makes the change. */
  stewardId?: string | null;
}

export interface AuditOrigin {
  actor: Actor;
  action: string;
  requestId: string | null;
  address: string | null;
}

const INSERT = `insert into "audit_log"
  ("org_id", "seq", "id", "at", "action", "actor_kind", "actor_id", "actor_name", "actor_key_id", "actor_steward_id", "changes", "request_id", "address", "hash")
  values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`;

const FIRST_HEAD = `insert into "audit_heads" ("seq", "hash", "signature", "org_id") values (?, ?, ?, ?)`;
const NEXT_HEAD = `update "audit_heads" set "seq" = ?, "hash" = ?, "signature" = ? where "org_id" = ? and "seq" = ? and "hash" = ?`;

/** Makes the audit event for the changes of one organization. The event follows the given head. */
export function auditRow(
  orgId: string,
  changes: readonly Change[],
  { actor, action, requestId, address }: AuditOrigin,
  { seq }: Head,
  at: number,
): AuditRow {
  return {
    orgId,
    seq: seq + 1,
    id: newId("event"),
    at,
    action,
    actorKind: actor.kind,
    actorId: actor.id,
    actorName: actor.name,
    actorKeyId: actor.keyId ?? null,
    actorStewardId: actor.stewardId ?? null,
    changes: JSON.stringify(changes.map(stored)),
    requestId,
    address,
  };
}

/**
 * Makes the statements that add events to an audit chain. `moveHead` only stores the new head if `before` is still the
 * current head.
 * @param signer undefined when the current head has an invalid signature, because a valid new signature would hide the
 * tampering
 */
export function appendStatements(
  signer: Signer | undefined,
  orgId: string,
  before: Head,
  rows: readonly AuditRow[],
): { statements: Statement[]; moveHead: Statement; head: Head } {
  let head = before;
  const statements = rows.map((row) => {
    head = { seq: row.seq, hash: hashEvent(head.hash, row) };
    return insertRow(row, head.hash);
  });
  const signature = signer ? signHead(signer, "head", orgId, head) : "";
  const moved = [head.seq, head.hash, signature, orgId];
  const moveHead =
    before.hash === ""
      ? { sql: FIRST_HEAD, args: moved }
      : { sql: NEXT_HEAD, args: [...moved, before.seq, before.hash] };
  return { statements, moveHead, head };
}

function insertRow(row: AuditRow, hash: string): Statement {
  return {
    sql: INSERT,
    args: [
      row.orgId,
      row.seq,
      row.id,
      row.at,
      row.action,
      row.actorKind,
      row.actorId,
      row.actorName,
      row.actorKeyId,
      row.actorStewardId,
      row.changes,
      row.requestId,
      row.address,
      hash,
    ],
  };
}

function stored({ table, id, before, after }: Change): Change {
  return { table, id, before: storedRow(before), after: storedRow(after) };
}

// Audit events contain no hashes, because a stolen log must not reveal them. They contain no images, because images are
// too large. Of a column whose name starts with "private" they contain only whether it has a value.
function storedRow(row: Change["before"]): Change["before"] {
  if (!row) return null;
  const kept: Record<string, unknown> = {};
  for (const key of Object.keys(row)) {
    const value = row[key];
    if (key.endsWith("Hash") || value instanceof Uint8Array) continue;
    const isHidden = key.startsWith("private") && value !== null;
    kept[key] = isHidden ? true : cutLongValue(value);
  }
  return kept;
}
