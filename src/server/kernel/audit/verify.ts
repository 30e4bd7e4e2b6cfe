import type { Client, Row } from "@libsql/client";
import type { Signer } from "#server/kernel/crypto";
import { yieldToRequests } from "#server/kernel/db/portions";
import {
  type AuditRow,
  type Head,
  isHeadSigned,
  hashEvent,
  type SignedHead,
  START,
} from "./hash-chain";
import { readSigned } from "./signed-heads";

const PAGE = 500;

/** A fault of an audit log, with the number of the event at which verification found it. */
export type Fault =
  /** This event or the event before it was changed. */
  | { kind: "changed"; seq: number; id: string }
  /** Events are missing, or events were added between others. */
  | { kind: "missing"; seq: number }
  /** The signed head is not the last event: events were removed or added at the end. */
  | { kind: "tail"; seq: number }
  /** The signature of the head or the checkpoint is invalid. */
  | { kind: "signature"; seq: number };

export interface Verification {
  /** How many events have a correct hash. */
  rows: number;
  /** How many events at the beginning have no hash, because they were stored before hash chains existed. */
  unchained: number;
  /**
   * The last verified event. If the operator keeps it outside of the database as an anchor, a later verification
   * detects that the log was replaced.
   */
  head: Head;
  fault: Fault | null;
}

/** Verifies the audit log of an organization from its start up to the first fault. */
export async function verifyAudit(
  client: Client,
  signer: Signer,
  orgId: string,
): Promise<Verification> {
  for (;;) {
    const checkpoint = await readSigned(client, "checkpoint", orgId);
    const found = await verifyFrom(client, signer, orgId, checkpoint);
    if (!found.fault) return found;
    // If retention deleted events during the verification, the fault may only be that these events are missing. The log
    // is then verified again.
    const present = await readSigned(client, "checkpoint", orgId);
    if (present?.seq === checkpoint?.seq) return found;
  }
}

async function verifyFrom(
  client: Client,
  signer: Signer,
  orgId: string,
  checkpoint: SignedHead | undefined,
): Promise<Verification> {
  const walk = new ChainWalk(orgId, checkpoint ?? START);
  if (checkpoint && !isHeadSigned(signer, "checkpoint", orgId, checkpoint))
    return walk.result({ kind: "signature", seq: checkpoint.seq });
  for (;;) {
    await yieldToRequests();
    const rows = await readPage(client, orgId, walk.head.seq);
    for (const row of rows) {
      const fault = walk.step(row);
      if (fault) return walk.result(fault);
    }
    if (rows.length < PAGE) {
      const fault = await faultAtEnd(client, signer, orgId, walk);
      // Events that were added after this page was read look like a fault at the end, so another page is read first.
      if (!fault || rows.length === 0) return walk.result(fault);
    }
  }
}

class ChainWalk {
  rows = 0;
  unchained = 0;
  head: Head;

  constructor(
    readonly orgId: string,
    checkpoint: Head,
  ) {
    this.head = { seq: checkpoint.seq, hash: checkpoint.hash };
  }

  step(stored: Row): Fault | undefined {
    const row = toAuditRow(this.orgId, stored);
    const { seq, id } = row;
    if (seq !== this.head.seq + 1)
      return { kind: "missing", seq: this.head.seq + 1 };
    if (stored.hash === null && this.head.hash === "") {
      this.unchained++;
      this.head = { seq, hash: "" };
      return undefined;
    }
    const hash = hashEvent(this.head.hash, row);
    if (stored.hash !== hash) return { kind: "changed", seq, id };
    this.rows++;
    this.head = { seq, hash };
    return undefined;
  }

  result(fault: Fault | null): Verification {
    const { rows, unchained, head } = this;
    return { rows, unchained, head, fault };
  }
}

async function faultAtEnd(
  client: Client,
  signer: Signer,
  orgId: string,
  { head }: ChainWalk,
): Promise<Fault | null> {
  const signed = await readSigned(client, "head", orgId);
  // A log that was written before hash chains existed has no head.
  if (!signed) return head.hash === "" ? null : { kind: "tail", seq: head.seq };
  if (!isHeadSigned(signer, "head", orgId, signed))
    return { kind: "signature", seq: signed.seq };
  const isEnd = signed.seq === head.seq && signed.hash === head.hash;
  const first = Math.min(signed.seq, head.seq) + 1;
  return isEnd ? null : { kind: "tail", seq: first };
}

async function readPage(
  client: Client,
  orgId: string,
  after: number,
): Promise<Row[]> {
  const { rows } = await client.execute({
    sql: `select seq, id, at, action, actor_kind, actor_id, actor_name, actor_key_id, actor_steward_id, changes, request_id, address, hash
      from audit_log where org_id = ? and seq > ? order by seq limit ${PAGE}`,
    args: [orgId, after],
  });
  return rows;
}

export function toAuditRow(orgId: string, row: Row): AuditRow {
  return {
    orgId,
    seq: Number(row.seq),
    id: String(row.id),
    at: Number(row.at),
    action: String(row.action),
    actorKind: String(row.actor_kind),
    actorId: textOrNull(row.actor_id),
    actorName: textOrNull(row.actor_name),
    actorKeyId: textOrNull(row.actor_key_id),
    actorStewardId: textOrNull(row.actor_steward_id),
    changes: String(row.changes),
    requestId: textOrNull(row.request_id),
    address: textOrNull(row.address),
  };
}

function textOrNull(value: unknown): string | null {
  return typeof value === "string" ? value : null;
}
