import type { UnitOfWork, Change } from "../db/unit-of-work";
import { newId } from "../../shared/id";

/** Who did it, as the audit log names them. */
export interface Actor {
  kind: "user" | "system";
  id: string | null;
  name: string | null;
}

export interface AuditOrigin {
  actor: Actor;
  action: string;
  requestId: string | null;
  address: string | null;
}

const INSERT = `insert into "audit_log"
  ("org_id", "id", "seq", "at", "action", "actor_kind", "actor_id", "actor_name", "changes", "request_id", "address")
  values (?, ?, (select coalesce(max("seq"), 0) + 1 from "audit_log" where "org_id" = ?), ?, ?, ?, ?, ?, ?, ?, ?)`;

/** Adds one row per organization that the mutation changed, in the mutation's own batch. */
export function writeAudit(work: UnitOfWork, origin: AuditOrigin): void {
  const { actor, action, requestId, address } = origin;
  for (const [orgId, changes] of work.changes) {
    work.write({
      sql: INSERT,
      args: [
        orgId,
        newId("event"),
        orgId,
        work.now,
        action,
        actor.kind,
        actor.id,
        actor.name,
        JSON.stringify(changes.map(withoutSecrets)),
        requestId,
        address,
      ],
    });
  }
}

function withoutSecrets(change: Change): Change {
  return {
    ...change,
    before: publicPart(change.before),
    after: publicPart(change.after),
  };
}

// Hashes are no use to a reader of the log, and a stolen log should not carry them.
function publicPart(row: Change["before"]): Change["before"] {
  return (
    row &&
    Object.fromEntries(
      Object.entries(row).filter(([key]) => !key.endsWith("Hash")),
    )
  );
}
