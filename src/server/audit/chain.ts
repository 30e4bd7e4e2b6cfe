import type { Signer } from "../crypto";
import type { Database } from "../db/client";
import type { UnitOfWork } from "../db/unit-of-work";
import { DomainError } from "../errors";
import { type Head, isHeadSigned, START } from "./link";
import { type Looked, lookAt } from "./look";
import { expireAudit } from "./retention";
import { createTurns } from "./turns";
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
  /**
   * Reads the whole log of an organization.
   * @param anchor what `anchorOf` gave at an earlier look, which the log must still hold
   */
  verify(orgId: string, anchor?: string): Promise<Looked>;
  /** Removes the events that are older than their organization keeps them, as of a moment in milliseconds since 1970 UTC. */
  expire(now: number, signal?: AbortSignal): Promise<void>;
}

/** Where a chain goes on. One whose end somebody else wrote goes on unsigned, so that it keeps showing. */
type End = Head & { isGenuine: boolean };

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
export function createAuditChain(
  db: Database,
  signer: Signer,
  { keepsEverything = false } = {},
): AuditChain {
  const inTurn = createTurns();
  const heads = createHeads(db, signer);

  const tryCommit = async (work: UnitOfWork, origin: AuditOrigin) => {
    const moves: [orgId: string, end: End][] = [];
    const entries = [];
    for (const [orgId, changes] of work.changes) {
      const { isGenuine, ...before } = await heads.read(orgId);
      const row = auditRow(orgId, changes, origin, before, work.now);
      const added = appendStatements(
        isGenuine ? signer : undefined,
        orgId,
        before,
        [row],
      );
      // The head first: who comes too late learns it there, not from a row that is in its place.
      entries.push({ ...added.moveHead, mustChange }, ...added.statements);
      moves.push([orgId, { ...added.head, isGenuine }]);
    }
    await work.commit(db.client, entries);
    for (const [orgId, end] of moves) if (end.isGenuine) heads.keep(orgId, end);
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
    verify: (orgId, anchor) => lookAt(db.client, signer, orgId, anchor),
    async expire(now, signal) {
      if (!keepsEverything) await expireAudit(db.client, signer, now, signal);
    },
  };
}

function mustChange(): DomainError {
  return new HeadMoved();
}

/** The ends of the chains as this process last saw them. The batch checks them, so an old one costs time and no more. */
function createHeads({ client }: Database, signer: Signer) {
  const known = new Map<string, End>();
  const keep = (orgId: string, end: End) => {
    known.delete(orgId);
    known.set(orgId, end);
    const [oldest] = known.keys();
    if (known.size > HEADS_KEPT && oldest !== undefined) known.delete(oldest);
  };
  return {
    keep,
    forget: (orgId: string) => void known.delete(orgId),
    async read(orgId: string): Promise<End> {
      const found = known.get(orgId) ?? (await readEnd(client, signer, orgId));
      // Its operator may sign one that is not genuine at any time.
      if (found.isGenuine) keep(orgId, found);
      return found;
    },
  };
}

/** Where the chain ends; an organization whose log is older than the chain begins it behind its last row. */
async function readEnd(
  client: Database["client"],
  signer: Signer,
  orgId: string,
): Promise<End> {
  const { rows } = await client.execute({
    sql: `select coalesce(head.seq, log.seq) as seq, head.hash, head.signature
      from (select max(
          (select coalesce(max(seq), 0) from audit_log where org_id = ?1),
          (select coalesce(max(seq), 0) from audit_checkpoints where org_id = ?1)) as seq) as log
      left join audit_heads as head on head.org_id = ?1`,
    args: [orgId],
  });
  const [row] = rows;
  if (!row) return { ...START, isGenuine: true };
  const seq = Number(row.seq);
  if (row.hash === null) return { seq, hash: "", isGenuine: true };
  const head = { seq, hash: String(row.hash) };
  const signed = { ...head, signature: String(row.signature) };
  return { ...head, isGenuine: isHeadSigned(signer, "head", orgId, signed) };
}
