import type { Client } from "@libsql/client";
import type { Logger } from "pino";

const HOUR_MS = 60 * 60 * 1000;
const DELIVERED_KEPT_MS = 7 * 24 * HOUR_MS;

/** Takes away, now and every hour, what nobody can use any more. */
export function startHousekeeping(
  client: Client,
  log: Logger,
  now: () => number,
): { stop(): void } {
  const run = () =>
    tidyUp(client, now()).catch((error: unknown) =>
      log.warn({ err: error }, "housekeeping"),
    );
  void run();
  const timer = setInterval(run, HOUR_MS);
  timer.unref();
  return { stop: () => clearInterval(timer) };
}

/** Ended sessions, sign-ups nobody confirmed, links nobody used, answers past their day, and what was delivered a week ago. */
export async function tidyUp(client: Client, now: number): Promise<void> {
  await client.batch(
    [
      {
        sql: "delete from sessions where expires_at <= ? or ends_at <= ?",
        args: [now, now],
      },
      { sql: "delete from sign_ups where expires_at <= ?", args: [now] },
      {
        sql: "delete from password_resets where expires_at <= ?",
        args: [now],
      },
      {
        sql: "delete from idempotency_keys where expires_at <= ?",
        args: [now],
      },
      {
        sql: "delete from outbox where done_at <= ?",
        args: [now - DELIVERED_KEPT_MS],
      },
    ],
    "write",
  );
}
