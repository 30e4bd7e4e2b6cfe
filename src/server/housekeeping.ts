import type { Client } from "@libsql/client";
import type { Logger } from "pino";
import { dayOf } from "./core/api-usage/calendar";
import { deleteInPortions } from "./kernel/db/portions";
import type { Statement } from "./kernel/db/statement";

const FIRST_RUN_AFTER_MS = 100;
const HOUR_MS = 60 * 60 * 1000;
const DAY_MS = 24 * HOUR_MS;
/** How long delivered outbox items are kept. */
const DELIVERED_KEPT_MS = 7 * DAY_MS;
/** How long failed outbox items are kept, so that an operator can see them. */
const DEAD_LETTERS_KEPT_MS = 30 * DAY_MS;
/** How long payment events are kept to recognize repeated ones: much longer than a payment provider repeats them. */
const EVENTS_KEPT_MS = 90 * DAY_MS;
/** For how many months the usage of the API is kept. */
const USAGE_KEPT_MONTHS = 24;
/** How long an authenticator app can stay unconfirmed. */
const UNCONFIRMED_KEPT_MS = DAY_MS;
/** How long an unused device is kept; its cookie lives as long. */
const DEVICE_KEPT_MS = 365 * DAY_MS;
/** How long revoked API keys are kept, so that it can be seen when a leaked key was last used. */
const REVOKED_KEYS_KEPT_MS = 30 * DAY_MS;
/** How long expired API keys are kept. Until then they are listed, and can be rotated. */
const EXPIRED_KEYS_KEPT_MS = 90 * DAY_MS;
/** Tables in which each row has an expiry time. */
const TABLES_WITH_EXPIRY = [
  "sign_ups",
  "email_verifications",
  "password_resets",
  "idempotency_keys",
  "sign_in_challenges",
  "passkey_challenges",
  "email_changes",
  "access_requests",
];

/**
 * A job that runs every hour; `now` is in milliseconds since 1970 UTC. A long job ends early if the signal aborts, and
 * the next run continues its work.
 */
export type Job = (now: number, signal: AbortSignal) => Promise<void>;

export interface Housekeeping {
  /** Resolves after the first run, and when it is stopped before. */
  firstRun: Promise<void>;
  stop(): void;
}

/** Runs the jobs shortly after the start of the server, and then every hour. */
export function startHousekeeping(
  jobs: readonly Job[],
  log: Logger,
  now: () => number,
): Housekeeping {
  const ended = new AbortController();
  const run = async (at: number) => {
    for (const job of jobs) {
      if (ended.signal.aborted) return;
      // A failed job, for example while the database is down, does not stop the other jobs. It runs again in an hour.
      await job(at, ended.signal).catch((error: unknown) =>
        log.warn({ err: error }, "housekeeping"),
      );
    }
  };
  // The first run waits, so that the server can answer requests first. It uses the time of the start, so it deletes
  // only what had expired by then.
  const { promise: firstRun, resolve } = Promise.withResolvers<void>();
  const startedAt = now();
  const first = setTimeout(
    () => void run(startedAt).finally(resolve),
    FIRST_RUN_AFTER_MS,
  );
  const timer = setInterval(() => run(now()), HOUR_MS);
  first.unref();
  timer.unref();
  return {
    firstRun,
    stop() {
      clearTimeout(first);
      clearInterval(timer);
      ended.abort();
      resolve();
    },
  };
}

/**
 * Deletes ended sessions, expired rows, unconfirmed authenticator apps, devices that were not used for a year, outbox
 * items that were delivered a week ago or failed a month ago, API keys that were revoked a month ago or expired three
 * months ago, payment events of three months ago, and the usage of the API of two years ago.
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
        // The last device is kept: without a known device, the next sign-in would count as the first and send no
        // notice.
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
      "api_keys",
      { sql: "revoked_at <= ?", args: [now - REVOKED_KEYS_KEPT_MS] },
    ],
    [
      "api_keys",
      {
        sql: "revoked_at is null and expires_at <= ?",
        args: [now - EXPIRED_KEYS_KEPT_MS],
      },
    ],
    [
      "billing_events",
      { sql: "received_at <= ?", args: [now - EVENTS_KEPT_MS] },
    ],
    ["api_usage", { sql: "day < ?", args: [firstKeptDay(now)] }],
  ];
}

/** Returns the first day of the month that began two years before the current one. */
function firstKeptDay(now: number): string {
  const date = new Date(now);
  const month = date.getUTCMonth() - USAGE_KEPT_MONTHS;
  return dayOf(Date.UTC(date.getUTCFullYear(), month));
}
