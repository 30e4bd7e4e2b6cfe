import type { Client } from "@libsql/client";
import type { Failure } from "./failure";

/** A message that this process may deliver until its lease expires. */
export interface LeasedMessage {
  id: string;
  topic: string;
  payload: string;
  /** The number of attempts, including the present one. */
  attempts: number;
  /** The moment after which the message must not be delivered; null for no limit. */
  expiresAt: number | null;
}

/** The operations of the dispatcher on the outbox table. Several processes may use the table at the same time. */
export interface Queue {
  /**
   * Leases the oldest due messages. Only the first open message of each subject can be leased, and later messages of
   * the subject wait for it.
   */
  lease(limit: number): Promise<LeasedMessage[]>;
  /** Marks the message as delivered, and erases its payload, which may contain a token. */
  markDelivered(id: string): Promise<void>;
  /** Makes the message due again after `wait` milliseconds, or at its expiry if that is earlier. */
  retryLater(id: string, error: string, wait: number): Promise<void>;
  /** Gives the message up. If the message has an expiry, its payload contains a token and is erased. */
  markDead(id: string, failure: Failure, error: string): Promise<void>;
  release(ids: readonly string[]): Promise<void>;
  /** Ends all leases. Only a process that uses the database alone may call this. */
  releaseAll(): Promise<void>;
}

const LEASE_MS = 60_000;

const LEASE = `update outbox set leased_until = ?, attempts = attempts + 1
  where id in (
    select id from outbox as o
    where done_at is null and failed_at is null and due_at <= ? and coalesce(leased_until, 0) <= ?
      and not exists (
        select 1 from outbox as earlier
        where earlier.subject = o.subject and earlier.id < o.id
          and earlier.done_at is null and earlier.failed_at is null)
    order by due_at limit ?)
  returning id, topic, payload, attempts, expires_at`;

// Only open messages are changed, because a process whose lease has expired must not change a message that another
// process has finished.
const IS_OPEN = "done_at is null and failed_at is null";

export function createQueue(client: Client, now: () => number): Queue {
  const run = async (sql: string, ...args: (string | number | null)[]) => {
    await client.execute({ sql, args });
  };
  return {
    async lease(limit) {
      const at = now();
      const args = [at + LEASE_MS, at, at, limit];
      const { rows } = await client.execute({ sql: LEASE, args });
      return rows.map((row) => ({
        id: String(row.id),
        topic: String(row.topic),
        payload: String(row.payload),
        attempts: Number(row.attempts),
        expiresAt: row.expires_at === null ? null : Number(row.expires_at),
      }));
    },
    markDelivered: (id) =>
      run(
        `update outbox set done_at = ?, leased_until = null, payload = null, last_error = null where id = ? and ${IS_OPEN}`,
        now(),
        id,
      ),
    retryLater: (id, error, wait) =>
      run(
        `update outbox set due_at = min(?, coalesce(expires_at, ?)), leased_until = null, last_error = ? where id = ? and ${IS_OPEN}`,
        now() + wait,
        now() + wait,
        error,
        id,
      ),
    markDead: (id, failure, error) =>
      run(
        `update outbox set failed_at = ?, failure = ?, last_error = ?, leased_until = null,
          payload = iif(expires_at is null, payload, null) where id = ? and ${IS_OPEN}`,
        now(),
        failure,
        error,
        id,
      ),
    release: (ids) =>
      run(
        "update outbox set leased_until = null where done_at is null and id in (select value from json_each(?))",
        JSON.stringify(ids),
      ),
    releaseAll: () =>
      run("update outbox set leased_until = null where done_at is null"),
  };
}
