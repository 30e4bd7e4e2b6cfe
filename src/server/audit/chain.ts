import type { Signer } from "../crypto";
import type { Database } from "../db/client";
import type { UnitOfWork } from "../db/unit-of-work";
import { DomainError } from "../errors";
import { createTurns } from "./turns";
import { type Head, START } from "./link";
import { appendStatements, type AuditOrigin, auditRow } from "./write";

/** How often another instance may be faster before the mutation is given up as `BUSY`. */
const ATTEMPTS = 20;
const HEADS_KEPT = 1000;

/** Stores mutations together with what the log says of them. */
export interface AuditChain {
  /**
   * Stores the work, and for every organization it changed one row behind the last, in the same batch.
   * @throws the work's own refusals; `BUSY` when the log of the organization is written too often at once
   */
  commit(work: UnitOfWork, origin: AuditOrigin): Promise<void>;
}

/** Thrown by the batch when another instance wrote to the log since its end was read. */
class HeadMoved extends DomainError {
  constructor() {
    super("BUSY", undefined, { retryAfter: 1 });
  }
}

/**
 * Every row's hash covers the one before, so rows of one organization are added in turn. Within this process they wait
 * for each other; of two processes one finds that the end has moved, and adds its row behind the new one.
 */
export function createAuditChain(db: Database, signer: Signer): AuditChain {
  const inTurn = createTurns();
  const heads = createHeads(db);

  const tryCommit = async (work: UnitOfWork, origin: AuditOrigin) => {
    const moves: [orgId: string, head: Head][] = [];
    const entries = [];
    for (const [orgId, changes] of work.changes) {
      const before = await heads.read(orgId);
      const row = auditRow(orgId, changes, origin, before, work.now);
      const added = appendStatements(signer, orgId, before, [row]);
      // The head first: who comes too late learns it there, not from a row that is in its place.
      entries.push({ ...added.moveHead, mustChange }, ...added.statements);
      moves.push([orgId, added.head]);
    }
    await work.commit(db.client, entries);
    for (const [orgId, head] of moves) heads.keep(orgId, head);
  };

  const commitInTurn = async (work: UnitOfWork, origin: AuditOrigin) => {
    for (let attempt = 1; ; attempt++) {
      try {
        return await tryCommit(work, origin);
      } catch (error) {
        for (const orgId of work.changes.keys()) heads.forget(orgId);
        if (!(error instanceof HeadMoved) || attempt === ATTEMPTS) throw error;
        if (db.refresh) await db.refresh();
      }
    }
  };

  return {
    commit(work, origin) {
      const orgIds = [...work.changes.keys()];
      if (orgIds.length === 0) return work.commit(db.client);
      return inTurn(orgIds, () => commitInTurn(work, origin));
    },
  };
}

function mustChange(): DomainError {
  return new HeadMoved();
}

/** The ends of the chains as this process last saw them. The batch checks them, so an old one costs time and no more. */
function createHeads({ client }: Database) {
  const known = new Map<string, Head>();
  const keep = (orgId: string, head: Head) => {
    known.delete(orgId);
    known.set(orgId, head);
    const [oldest] = known.keys();
    if (known.size > HEADS_KEPT && oldest !== undefined) known.delete(oldest);
  };
  return {
    keep,
    forget: (orgId: string) => void known.delete(orgId),
    async read(orgId: string): Promise<Head> {
      const found = known.get(orgId) ?? (await readHead(client, orgId));
      keep(orgId, found);
      return found;
    },
  };
}

/** Where the chain ends; an organization whose log is older than the chain begins it behind its last row. */
async function readHead(
  client: Database["client"],
  orgId: string,
): Promise<Head> {
  const { rows } = await client.execute({
    sql: `select coalesce(head.seq, log.seq) as seq, coalesce(head.hash, '') as hash
      from (select coalesce(max(seq), 0) as seq from audit_log where org_id = ?) as log
      left join audit_heads as head on head.org_id = ?`,
    args: [orgId, orgId],
  });
  const [row] = rows;
  return row ? { seq: Number(row.seq), hash: String(row.hash) } : START;
}
