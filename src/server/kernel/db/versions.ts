/** The end of an organization's audit chain as it is stored; null where the chain has not begun. */
export type StoredHead = {
  seq: number;
  hash: string;
  signature: string;
} | null;

/** Gives mutations the versions of the organizations that they decide on. */
export interface Versions {
  /**
   * Waits until no other mutation of this process works on one of the organizations.
   * @returns what ends the turn
   */
  lock(orgIds: readonly string[]): Promise<() => void>;
  /** One head for each id, in the same order. */
  readHeads(orgIds: readonly string[]): Promise<StoredHead[]>;
}

/**
 * The head of a row's organization, for a read that also reads rows that the mutation decides on.
 * @param orgId SQL that names the column
 */
export function headSql(orgId: string): string {
  return `(select json_array(seq, hash, signature) from audit_heads where org_id = ${orgId})`;
}

export function parseHead(text: string | null): StoredHead {
  if (text === null) return null;
  const [seq, hash, signature] = JSON.parse(text) as [number, string, string];
  return { seq, hash, signature };
}
