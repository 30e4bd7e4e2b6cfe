/** The stored head of an organization's audit chain; null while the chain has no events. */
export type StoredHead = {
  seq: number;
  hash: string;
  signature: string;
} | null;

/** Reads and locks the versions of organizations for mutations. */
export interface Versions {
  /**
   * Locks organizations for a mutation. Other mutations of this process that lock one of these organizations wait.
   * @returns a function that releases the lock
   */
  lock(orgIds: readonly string[]): Promise<() => void>;
  /** Whether a mutation of this process holds the lock of the organization. */
  isLocked(orgId: string): boolean;
  /** Returns one head for each organization, in the order of the ids. */
  readHeads(orgIds: readonly string[]): Promise<StoredHead[]>;
}

/**
 * Returns SQL that selects the head of a row's organization, so that one statement reads the head together with the
 * row.
 * @param orgId SQL that names the column with the id of the organization
 */
export function headSql(orgId: string): string {
  return `(select json_array(seq, hash, signature) from audit_heads where org_id = ${orgId})`;
}

export function parseHead(text: string | null): StoredHead {
  if (text === null) return null;
  const [seq, hash, signature] = JSON.parse(text) as [number, string, string];
  return { seq, hash, signature };
}
