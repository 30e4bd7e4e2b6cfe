import type { Signer } from "#server/kernel/crypto";
import type { Database } from "#server/kernel/db/client";
import type {
  AttemptStatement,
  UnitOfWork,
} from "#server/kernel/db/unit-of-work";
import type { StoredHead, Versions } from "#server/kernel/db/versions";
import { conflictRetry, DomainError } from "#server/kernel/errors";
import { type Head, isHeadSigned, type SignedHead, START } from "./hash-chain";
import {
  type AnchoredVerification,
  verifyWithAnchor,
} from "./verify-with-anchor";
import { type Shortening, shortenLog } from "./shorten";
import { appendStatements, type AuditOrigin, auditRow } from "./write";

/** How often another instance may extend a log first before the mutation is given up as `BUSY`. */
const ATTEMPTS = 20;
const HEADS_KEPT = 1000;

/** Stores mutations together with what the log says of them. */
export interface AuditChain {
  /**
   * Stores the work, and for every organization it changed one row behind the last, in the same batch. Every organization
   * whose version the work has read must still have that version.
   * @throws the work's own refusals; `BUSY`, to be run again, when another mutation of a read organization came first
   */
  commit(work: UnitOfWork, origin: AuditOrigin): Promise<void>;
  /** Whether this process has stored a later version of the organization since the head was read. */
  isOutdated(orgId: string, head: StoredHead): boolean;
  /**
   * Reads the whole log of an organization.
   * @param anchor what `anchorOf` gave at an earlier look, which the log must still hold
   */
  verify(orgId: string, anchor?: string): Promise<AnchoredVerification>;
  /** Removes the events of an organization from before a moment. */
  shorten(shortening: Shortening, signal?: AbortSignal): Promise<void>;
}

/** Where a chain goes on. One whose end somebody else wrote goes on unsigned, so that it keeps showing. */
type End = Head & { isGenuine: boolean };

/** Thrown by the batch when the end of a log has moved that the mutation did not decide on. */
class EndMoved extends DomainError {
  constructor() {
    super("BUSY", undefined, { retryAfter: 1 });
  }
}

/**
 * Every row's hash covers the one before, so rows of one organization are added one after another. A mutation that has
 * read the version of its organization is stored behind that version or not at all. Where the version does not matter
 * (`UnitOfWork.appendUnversioned`) the row is added behind whatever is the end by then.
 */
export function createAuditChain(
  db: Database,
  signer: Signer,
  versions: Versions,
): AuditChain {
  const known = createKnownEnds();

  const endOf = async (work: UnitOfWork, orgId: string): Promise<End> => {
    const version = work.versions.get(orgId);
    if (version === undefined) {
      if (work.unversioned.has(orgId))
        return known.get(orgId) ?? readEnd(db.client, signer, orgId);
      throw new Error(`${orgId} is changed without its version.`);
    }
    // A log that is older than the chain has no head yet. The chain begins behind its last row.
    if (version === null) return unbegunEnd(orgId);
    return (
      known.matching(orgId, version) ?? verifiedEnd(signer, orgId, version)
    );
  };

  const unbegunEnd = async (orgId: string) => {
    const end = await readEnd(db.client, signer, orgId);
    if (end.hash !== "") throw conflictRetry();
    return end;
  };

  const tryCommit = async (work: UnitOfWork, origin: AuditOrigin) => {
    const ends: [orgId: string, end: End][] = [];
    const tail = {
      versions: unchangedVersions(work),
      last: [] as AttemptStatement[],
    };
    for (const [orgId, changes] of work.changes) {
      const { isGenuine, ...before } = await endOf(work, orgId);
      const row = auditRow(orgId, changes, origin, before, work.now);
      const key = isGenuine ? signer : undefined;
      const added = appendStatements(key, orgId, before, [row]);
      if (work.versions.has(orgId))
        tail.versions.push({ ...added.moveHead, onUnchanged: conflictRetry });
      // Behind the rows: the batch may make the organization. Before its own row, which would fail in another's place.
      else tail.last.push({ ...added.moveHead, onUnchanged: endMoved });
      tail.last.push(...added.statements);
      ends.push([orgId, { ...added.head, isGenuine }]);
    }
    await work.commit(db.client, tail);
    for (const [orgId, end] of ends) known.keep(orgId, end);
  };

  const commitAtAnyEnd = async (work: UnitOfWork, origin: AuditOrigin) => {
    for (let attempt = 1; ; attempt++) {
      try {
        return await tryCommit(work, origin);
      } catch (error) {
        for (const orgId of work.changes.keys()) known.forget(orgId);
        if (!(error instanceof EndMoved) || attempt === ATTEMPTS) throw error;
        await Bun.sleep(Math.random() * attempt);
        if (db.refresh) await db.refresh();
      }
    }
  };

  return {
    async commit(work, origin) {
      const isVersioned = work.unversioned.size === 0;
      if (work.holdsLock || isVersioned) return commitAtAnyEnd(work, origin);
      const endTurn = await versions.lock([...work.unversioned]);
      return commitAtAnyEnd(work, origin).finally(endTurn);
    },
    isOutdated: (orgId, head) => known.seqOf(orgId) > (head?.seq ?? 0),
    verify: (orgId, anchor) =>
      verifyWithAnchor(db.client, signer, orgId, anchor),
    shorten: (shortening, signal) =>
      shortenLog(db.client, signer, shortening, signal),
  };
}

/** Guards for the organizations that the mutation has read and does not change. */
function unchangedVersions(work: UnitOfWork): AttemptStatement[] {
  return [...work.versions].flatMap(([orgId, head]) =>
    work.changes.has(orgId)
      ? []
      : {
          sql: "insert into guard (ok) select (select hash from audit_heads where org_id = ?) is ?",
          args: [orgId, head?.hash ?? null],
          onViolation: conflictRetry,
        },
  );
}

function endMoved(): DomainError {
  return new EndMoved();
}

/** The ends of the chains as this process stored them last. The batch checks them, so an old one costs time and no more. */
function createKnownEnds() {
  const ends = new Map<string, End>();
  return {
    get: (orgId: string) => ends.get(orgId),
    seqOf: (orgId: string) => ends.get(orgId)?.seq ?? 0,
    /** The end, if it is the given version: then its signature need not be looked at again. */
    matching(orgId: string, { seq, hash }: Head): End | undefined {
      const end = ends.get(orgId);
      return end?.seq === seq && end.hash === hash ? end : undefined;
    },
    keep(orgId: string, end: End) {
      ends.delete(orgId);
      // Its operator may sign one that is not genuine at any time.
      if (!end.isGenuine) return;
      ends.set(orgId, end);
      const [oldest] = ends.keys();
      if (ends.size > HEADS_KEPT && oldest !== undefined) ends.delete(oldest);
    },
    forget: (orgId: string) => void ends.delete(orgId),
  };
}

function verifiedEnd(signer: Signer, orgId: string, head: SignedHead): End {
  const { seq, hash } = head;
  return { seq, hash, isGenuine: isHeadSigned(signer, "head", orgId, head) };
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
  const signature = String(row.signature);
  return verifiedEnd(signer, orgId, { ...head, signature });
}
