import type { Client } from "@libsql/client";
import type { Logger } from "pino";
import { deleteInPortions } from "./kernel/db/portions";
import type { Statement } from "./kernel/db/statement";

const FIRST_RUN_AFTER_MS = 1000;
const HOUR_MS = 60 * 60 * 1000;
const DAY_MS = 24 * HOUR_MS;
const DELIVERED_KEPT_MS = 7 * DAY_MS;
/** Long enough for an operator to see what did not leave. */
const DEAD_LETTERS_KEPT_MS = 30 * DAY_MS;
/** Much longer than a payment service tells of something again. */
const EVENTS_KEPT_MS = 90 * DAY_MS;
/** An app whose first code was never given. */
const UNCONFIRMED_KEPT_MS = DAY_MS;
/** As long as a browser keeps its cookie. */
const DEVICE_KEPT_MS = 365 * DAY_MS;
/** What says itself until when it may be used. */
const TABLES_WITH_EXPIRY = [
  "sign_ups",
  "email_verifications",
  "password_resets",
  "idempotency_keys",
  "sign_in_challenges",
  "passkey_challenges",
  "email_changes",
];

/**
 * What is done every hour; `now` is in milliseconds since 1970 UTC. A long chore ends between two portions when the
 * signal says so, and the next run goes on.
 */
export type Job = (now: number, signal: AbortSignal) => Promise<void>;

/** Takes away, now and every hour, what nobody can use any more. */
export function startHousekeeping(
  jobs: readonly Job[],
  log: Logger,
  now: () => number,
): { stop(): void } {
  const ended = new AbortController();
  const run = async () => {
    for (const job of jobs) {
      if (ended.signal.aborted) return;
      // One that fails, perhaps because the database is away, is tried again in an hour and holds up no other.
      await job(now(), ended.signal).catch((error: unknown) =>
        log.warn({ err: error }, "housekeeping"),
      );
    }
  };
  // The start answers requests first.
  const first = setTimeout(run, FIRST_RUN_AFTER_MS);
  const timer = setInterval(run, HOUR_MS);
  first.unref();
  timer.unref();
  return {
    stop() {
      clearTimeout(first);
      clearInterval(timer);
      ended.abort();
    },
  };
}

/**
 * Ended sessions, what has expired, authenticator apps that were never confirmed, browsers not seen for a year, what was
 * delivered a week ago or given up a month ago, and what a payment service told three months ago.
 */
export async function deleteExpired(
  client: Client,
  now: number,
  signal?: AbortSignal,
): Promise<void> {
  for (const [table, condition] of expiredRows(now))
    await deleteInPortions(client, table, condition, signal);
}

function expiredRows(now: number): [table: string, condition: Statement][] {
  return [
    [
      "sessions",
      {
        sql: "idle_expires_at <= ? or absolute_expires_at <= ?",
        args: [now, now],
      },
    ],
    ...TABLES_WITH_EXPIRY.map((table): [string, Statement] => [
      table,
      { sql: "expires_at <= ?", args: [now] },
    ]),
    [
      "totp_secrets",
      {
        sql: "confirmed_at is null and created_at <= ?",
        args: [now - UNCONFIRMED_KEPT_MS],
      },
    ],
    [
      "known_devices",
      {
        // The last one stays: without any, the next sign-in would pass for the first, and nobody be told of it.
        sql: `last_used_at <= ? and exists (
          select 1 from known_devices newer where newer.user_id = known_devices.user_id
          and (newer.last_used_at, newer.id) > (known_devices.last_used_at, known_devices.id))`,
        args: [now - DEVICE_KEPT_MS],
      },
    ],
    [
      "outbox",
      {
        sql: "done_at <= ? or failed_at <= ?",
        args: [now - DELIVERED_KEPT_MS, now - DEAD_LETTERS_KEPT_MS],
      },
    ],
    [
      "billing_events",
      { sql: "received_at <= ?", args: [now - EVENTS_KEPT_MS] },
    ],
  ];
}
