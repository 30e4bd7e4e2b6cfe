/** The stored head of an organization's audit chain; null while the chain has no events. */
export type StoredHead = {
  seq: number;
  hash: string;
  signature: string;
} | null;

/** The versions of organizations, for mutations that decide on their rows. */
export interface Versions {
  /**
   * Locks organizations for a mutation: others of this process wait.
   * @returns a function that releases the lock
   */
  lock(orgIds: readonly string[]): Promise<() => void>;
  /** Returns one head for each id, in the same order. */
  readHeads(orgIds: readonly string[]): Promise<StoredHead[]>;
}

/**
 * SQL for the head of a row's organization: a mutation reads it in one statement with the rows that it decides on.
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
