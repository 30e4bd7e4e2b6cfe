import type { Client } from "@libsql/client";

/** The messages of the outbox that are not delivered yet, without dead letters. */
export interface Backlog {
  messages: number;
  /** The age of the oldest one in seconds; 0 if there is none. */
  oldestSeconds: number;
}

export async function readBacklog(
  client: Client,
  now: number,
): Promise<Backlog> {
  const { rows } = await client.execute(
    "select count(*) as messages, min(created_at) as oldest from outbox where done_at is null and failed_at is null",
  );
  const [row] = rows;
  const oldest = Number(row?.oldest ?? now);
  return {
    messages: Number(row?.messages ?? 0),
    oldestSeconds: Math.max(0, now - oldest) / 1000,
  };
}
