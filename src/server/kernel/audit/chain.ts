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

/**
 * The maximum number of attempts to store a mutation while other instances extend the same audit chain. After the last
 * attempt the mutation fails as `BUSY`.
 */
const ATTEMPTS = 20;
const MAX_CACHED_HEADS = 1000;

/** Stores mutations together with their audit events. */
export interface AuditChain {
  /**
   * Stores a unit of work and one audit event for each organization that it changes, in one batch. The batch fails when
   * an organization no longer has the version that the work has read.
   * @throws the errors of the work's statements; a retryable `BUSY` when an organization has another version
   */
  commit(work: UnitOfWork, origin: AuditOrigin): Promise<void>;
  /** Whether the given head is older than the last head that this process stored for the organization. */
  isOutdated(orgId: string, head: StoredHead): boolean;
  /**
   * Verifies the whole audit log of an organization.
   * @param anchor the text of a head that the log must contain, from `anchorOf`
   */
  verify(orgId: string, anchor?: string): Promise<AnchoredVerification>;
  /** Deletes the audit events of an organization that are older than `shortening.before`. */
  shorten(shortening: Shortening, signal?: AbortSignal): Promise<void>;
}

/**
 * The current head of an audit chain. `isSigned` is false when its signature is invalid: new heads then stay unsigned,
 * so that verification keeps reporting the tampering.
 */
type KnownHead = Head & { isSigned: boolean };

/**
 * The error when another mutation has moved the head while an unversioned mutation was being stored. The commit then
 * reads the new head and tries again.
 */
class HeadMoved extends DomainError {
  constructor() {
    super("BUSY", undefined, { retryAfter: 1 });
  }
}

/**
 * Creates the audit chain, in which the hash of each event covers the hash of the event before it. A mutation that has
 * read the version of its organization must extend that version or fails; an unversioned mutation
 * (`UnitOfWork.appendUnversioned`) extends the current head.
 */
export function createAuditChain(
  db: Database,
  signer: Signer,
  versions: Versions,
): AuditChain {
  const cache = createHeadCache();

  const headFor = async (
    work: UnitOfWork,
    orgId: string,
  ): Promise<KnownHead> => {
    const version = work.versions.get(orgId);
    if (version === undefined) {
      if (work.created.has(orgId)) return { ...START, isSigned: true };
      if (work.unversioned.has(orgId))
        return cache.get(orgId) ?? readHead(db.client, signer, orgId);
      throw new Error(`${orgId} is changed without its version.`);
    }
    // A log that was written before hash chains existed has no head. Its chain begins after the last event of the log.
    if (version === null) return headOfUnchainedLog(orgId);
    return (
      cache.matching(orgId, version) ?? checkSignature(signer, orgId, version)
    );
  };

  const headOfUnchainedLog = async (orgId: string) => {
    const head = await readHead(db.client, signer, orgId);
    if (head.hash !== "") throw conflictRetry();
    return head;
  };

  const tryCommit = async (work: UnitOfWork, origin: AuditOrigin) => {
    const heads: [orgId: string, head: KnownHead][] = [];
    const attempt = {
      versions: unchangedVersions(work),
      last: [] as AttemptStatement[],
    };
    for (const [orgId, changes] of work.changes) {
      const before = await headFor(work, orgId);
      const { isSigned } = before;
      const row = auditRow(orgId, changes, origin, before, work.now);
      const key = isSigned ? signer : undefined;
      const added = appendStatements(key, orgId, before, [row]);
      if (work.versions.has(orgId))
        attempt.versions.push({
          ...added.moveHead,
          onUnchanged: conflictRetry,
        });
      // The head is written after the rows of the mutation, because these may create the organization. It is written
      // before the event, because a conflicting event would fail without a retryable error.
      else attempt.last.push({ ...added.moveHead, onUnchanged: headMoved });
      attempt.last.push(...added.statements);
      heads.push([orgId, { ...added.head, isSigned }]);
    }
    await work.commit(db.client, attempt);
    for (const [orgId, head] of heads) cache.keep(orgId, head);
  };

  const commitWithRetries = async (work: UnitOfWork, origin: AuditOrigin) => {
    for (let attempt = 1; ; attempt++) {
      try {
        return await tryCommit(work, origin);
      } catch (error) {
        for (const orgId of work.changes.keys()) cache.forget(orgId);
        if (!(error instanceof HeadMoved) || attempt === ATTEMPTS) throw error;
        await Bun.sleep(Math.random() * attempt);
        if (db.refresh) await db.refresh();
      }
    }
  };

  return {
    async commit(work, origin) {
      const isVersioned = work.unversioned.size === 0;
      if (work.holdsLock || isVersioned) return commitWithRetries(work, origin);
      const unlock = await versions.lock([...work.unversioned]);
      return commitWithRetries(work, origin).finally(unlock);
    },
    isOutdated: (orgId, head) => cache.seqOf(orgId) > (head?.seq ?? 0),
    verify: (orgId, anchor) =>
      verifyWithAnchor(db.client, signer, orgId, anchor),
    shorten: (shortening, signal) =>
      shortenLog(db.client, signer, shortening, signal),
  };
}

/**
 * Makes a guard for each organization that the mutation has read and does not change. The guard requires that the
 * organization still has the version that was read.
 */
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

function headMoved(): DomainError {
  return new HeadMoved();
}

/**
 * Caches the last head that this process stored for each organization. The batch checks the head, so an outdated cached
 * head only causes a retry.
 */
function createHeadCache() {
  const heads = new Map<string, KnownHead>();
  return {
    get: (orgId: string) => heads.get(orgId),
    seqOf: (orgId: string) => heads.get(orgId)?.seq ?? 0,
    /**
     * Returns the cached head if it equals the given version. Only signed heads are cached, so its signature need not
     * be checked again.
     */
    matching(orgId: string, { seq, hash }: Head): KnownHead | undefined {
      const head = heads.get(orgId);
      return head?.seq === seq && head.hash === hash ? head : undefined;
    },
    keep(orgId: string, head: KnownHead) {
      heads.delete(orgId);
      // An unsigned head is not cached, because the operator may sign it in the database at any time.
      if (!head.isSigned) return;
      heads.set(orgId, head);
      const [oldest] = heads.keys();
      if (heads.size > MAX_CACHED_HEADS && oldest !== undefined)
        heads.delete(oldest);
    },
    forget: (orgId: string) => void heads.delete(orgId),
  };
}

function checkSignature(
  signer: Signer,
  orgId: string,
  head: SignedHead,
): KnownHead {
  const { seq, hash } = head;
  return { seq, hash, isSigned: isHeadSigned(signer, "head", orgId, head) };
}

/**
 * Reads the current head of an organization. For a log that was written before hash chains existed, the head has the
 * sequence number of the last event and an empty hash.
 */
async function readHead(
  client: Database["client"],
  signer: Signer,
  orgId: string,
): Promise<KnownHead> {
  const { rows } = await client.execute({
    sql: `select coalesce(head.seq, log.seq) as seq, head.hash, head.signature
      from (select max(
          (select coalesce(max(seq), 0) from audit_log where org_id = ?1),
          (select coalesce(max(seq), 0) from audit_checkpoints where org_id = ?1)) as seq) as log
      left join audit_heads as head on head.org_id = ?1`,
    args: [orgId],
  });
  const [row] = rows;
  if (!row) return { ...START, isSigned: true };
  const seq = Number(row.seq);
  if (row.hash === null) return { seq, hash: "", isSigned: true };
  const head = { seq, hash: String(row.hash) };
  const signature = String(row.signature);
  return checkSignature(signer, orgId, { ...head, signature });
}
