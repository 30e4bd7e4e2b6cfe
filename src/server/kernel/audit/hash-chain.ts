import { hashToken, type Signer } from "#server/kernel/crypto";

/** A stored audit event. Its hash covers all fields. */
export interface AuditRow {
  orgId: string;
  seq: number;
  id: string;
  at: number;
  action: string;
  actorKind: string;
  actorId: string | null;
  actorName: string | null;
  actorKeyId: string | null;
  actorStewardId: string | null;
  /** The changed rows as JSON, exactly as the database stores the text. */
  changes: string;
  requestId: string | null;
  address: string | null;
}

/** The last event of an organization's audit chain. Before the first event `seq` is 0 and `hash` is empty. */
export interface Head {
  seq: number;
  hash: string;
}

export const START: Head = { seq: 0, hash: "" };

export type SignedHead = Head & { signature: string };

/** Returns the SHA-256 of the hash of the event before and of all fields of this event, as base64url. */
export function hashEvent(before: string, row: AuditRow): string {
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
      // Events without an API key have the same hash as before these fields existed.
      ...(row.actorKeyId === null ? [] : [row.actorKeyId, row.actorStewardId]),
    ]),
  );
}

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
