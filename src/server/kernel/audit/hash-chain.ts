import { hashToken, type Signer } from "#server/kernel/crypto";

/** A row of the log as it is stored: the order of the fields is that of the hash. */
export interface AuditRow {
  orgId: string;
  seq: number;
  id: string;
  at: number;
  action: string;
  actorKind: string;
  actorId: string | null;
  actorName: string | null;
  /** JSON text, exactly as stored. */
  changes: string;
  requestId: string | null;
  address: string | null;
}

/** The end of an organization's chain; before the first row, `seq` 0 and no hash. */
export interface Head {
  seq: number;
  hash: string;
}

export const START: Head = { seq: 0, hash: "" };

/** A head as it is stored. */
export type SignedHead = Head & { signature: string };

/** SHA-256 over the hash before and everything the row says, base64url. */
export function linkHash(before: string, row: AuditRow): string {
  return hashToken(
    JSON.stringify([
      before,
      row.orgId,
      row.seq,
      row.id,
      row.at,
      row.action,
      row.actorKind,
      row.actorId,
      row.actorName,
      row.changes,
      row.requestId,
      row.address,
    ]),
  );
}

/** What is signed of a head and of a checkpoint. */
export function signHead(
  signer: Signer,
  kind: "head" | "checkpoint",
  orgId: string,
  head: Head,
): string {
  return signer.sign(headText(kind, orgId, head));
}

export function isHeadSigned(
  signer: Signer,
  kind: "head" | "checkpoint",
  orgId: string,
  { signature, ...head }: SignedHead,
): boolean {
  return signer.isSigned(headText(kind, orgId, head), signature);
}

function headText(kind: string, orgId: string, { seq, hash }: Head): string {
  return JSON.stringify([kind, orgId, seq, hash]);
}
