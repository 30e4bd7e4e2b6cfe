import type { Client, Row } from "@libsql/client";
import type { Signer } from "#server/kernel/crypto";
import { yieldToRequests } from "#server/kernel/db/portions";
import {
  type AuditRow,
  type Head,
  isHeadSigned,
  linkHash,
  type SignedHead,
  START,
} from "./hash-chain";
import { readSigned } from "./signed-heads";

const PAGE = 500;

/** What is wrong with a log, and at which row it shows. */
export type Fault =
  /** The row does not say what was written, or the one before it does not. */
  | { kind: "changed"; seq: number; id: string }
  /** Rows are gone, or stand where there was none. */
  | { kind: "missing"; seq: number }
  /** The end that was signed is not the end of the log: rows were cut off or put on. */
  | { kind: "tail"; seq: number }
  /** The signed end, or the signed beginning, was not signed with this program's secret. */
  | { kind: "signature"; seq: number };

export interface Verification {
  /** How many rows are as they were written. */
  rows: number;
  /** How many, at the beginning, are from before there was a chain: nothing can be said of them. */
  unchained: number;
  /** The end of the chain. Kept somewhere else, it shows a later look whether the log is still the one it was. */
  head: Head;
  fault: Fault | null;
}

/** Reads an organization's whole log and says where it is not what was written, if anywhere. */
export async function verifyAudit(
  client: Client,
  signer: Signer,
  orgId: string,
): Promise<Verification> {
  for (;;) {
    const begun = await readSigned(client, "checkpoint", orgId);
    const found = await verifyFrom(client, signer, orgId, begun);
    if (!found.fault) return found;
    // Rows that were removed meanwhile, because they were kept long enough, are no fault.
    const present = await readSigned(client, "checkpoint", orgId);
    if (present?.seq === begun?.seq) return found;
  }
}

async function verifyFrom(
  client: Client,
  signer: Signer,
  orgId: string,
  begun: SignedHead | undefined,
): Promise<Verification> {
  const walk = new Walk(orgId, begun ?? START);
  if (begun && !isHeadSigned(signer, "checkpoint", orgId, begun))
    return walk.ended({ kind: "signature", seq: begun.seq });
  for (;;) {
    await yieldToRequests();
    const rows = await readPage(client, orgId, walk.head.seq);
    for (const row of rows) {
      const fault = walk.step(row);
      if (fault) return walk.ended(fault);
    }
    if (rows.length < PAGE) {
      const fault = await faultAtEnd(client, signer, orgId, walk);
      // Events that were added since the page was read are read before the end counts as wrong.
      if (!fault || rows.length === 0) return walk.ended(fault);
    }
  }
}

class Walk {
  rows = 0;
  unchained = 0;
  head: Head;

  constructor(
    readonly orgId: string,
    begun: Head,
  ) {
    this.head = { seq: begun.seq, hash: begun.hash };
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
    const hash = linkHash(this.head.hash, row);
    if (stored.hash !== hash) return { kind: "changed", seq, id };
    this.rows++;
    this.head = { seq, hash };
    return undefined;
  }

  ended(fault: Fault | null): Verification {
    const { rows, unchained, head } = this;
    return { rows, unchained, head, fault };
  }
}

async function faultAtEnd(
  client: Client,
  signer: Signer,
  orgId: string,
  { head }: Walk,
): Promise<Fault | null> {
  const signed = await readSigned(client, "head", orgId);
  // Rows from before there was a chain have no signed end.
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
    sql: `select seq, id, at, action, actor_kind, actor_id, actor_name, changes, request_id, address, hash
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
    changes: String(row.changes),
    requestId: textOrNull(row.request_id),
    address: textOrNull(row.address),
  };
}

function textOrNull(value: unknown): string | null {
  return typeof value === "string" ? value : null;
}
