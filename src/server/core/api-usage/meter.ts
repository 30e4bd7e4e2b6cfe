import type { Logger } from "pino";
import type { Database } from "#server/kernel/db/client";
import { findDatabaseUnavailable } from "#server/kernel/db/database-unavailable";
import { DomainError } from "#server/kernel/errors";
import type { Totals } from "#server/kernel/rate-limits/totals";
import { type Month, monthOf } from "./calendar";
import { createCounts } from "./counts";
import { readCalls, storeCounts } from "./store";

/** How long counts stay in memory at most. A process that is killed loses the counts of this time. */
const FLUSH_MS = 5_000;
const MAX_ORGANIZATIONS = 10_000;
/** The shares of a limit at which the admins are notified, in percent. */
const NOTICES = [100, 80] as const;

export type UsagePercent = (typeof NOTICES)[number];

/** An organization has used a share of its API calls of a month. */
export interface UsageNotice {
  orgId: string;
  percent: UsagePercent;
  limit: number;
  month: Month;
}

/** The key and the organization of a call. */
export interface MeteredKey {
  orgId: string;
  keyId: string;
}

/** A call that has its place below the limit. End it with exactly one of the two functions. */
export interface Reservation {
  count(isWrite: boolean): void;
  giveBack(): void;
}

/** Counts the calls with API keys, and stores the counts every few seconds. */
export interface Meter {
  /**
   * Reserves a call before it runs, so that concurrent calls cannot exceed the limit together.
   * @param limit the largest number of calls in a calendar month; null if there is none
   * @throws DomainError API_CALL_LIMIT
   */
  reserve(key: MeteredKey, limit: number | null): Promise<Reservation>;
  /** Counts a call that was refused. It does not count towards the limit. */
  refuse(key: MeteredKey): void;
  /** Stores the counts now. */
  flush(): Promise<void>;
  /** Stores the counts, and stops to store them every few seconds. */
  stop(): Promise<void>;
}

interface Options {
  db: Database;
  log: Logger;
  now: () => number;
  totals: Totals;
  notify: (notice: UsageNotice) => void;
}

/** The calls of an organization in a month. */
interface MonthOfOrganization {
  month: Month;
  /** The calls that have ended and those that are reserved; undefined until the stored calls were read. */
  total: number | undefined;
  loading: Promise<void> | undefined;
  reserved: number;
  /** The last notice, so that this process makes each notice once. */
  noticed: string;
}

export function createMeter({ db, log, now, totals, notify }: Options): Meter {
  const counts = createCounts();
  const organizations = new Map<string, MonthOfOrganization>();
  let timer: NodeJS.Timeout | undefined;
  let isStopped = false;
  // Storing and reading take turns, so that a read misses no counts that are just being stored, and finds none twice.
  let turn: Promise<void> = Promise.resolve();
  const inTurn = (task: () => Promise<void>) => {
    const done = turn.then(task);
    turn = done.catch(() => {});
    return done;
  };

  const flushLater = () => {
    if (isStopped) return;
    timer ??= setTimeout(flush, FLUSH_MS).unref();
  };

  const flush = () => {
    clearTimeout(timer);
    timer = undefined;
    return inTurn(async () => {
      const days = counts.take();
      if (days.length === 0) return;
      try {
        await storeCounts(db, days);
      } catch (error) {
        log.warn({ err: error }, "the usage of the API was not stored");
        // If the counts may be stored, they are dropped: storing them twice would take calls from the organization.
        if (findDatabaseUnavailable(error)?.mayBeStored) return;
        counts.putBack(days);
        flushLater();
      }
    });
  };

  const monthFor = (orgId: string, at: number): MonthOfOrganization => {
    const known = organizations.get(orgId);
    if (known && at < known.month.endsAt) return known;
    if (organizations.size >= MAX_ORGANIZATIONS) forgetIdle(organizations);
    const state = {
      month: monthOf(at),
      total: undefined,
      loading: undefined,
      reserved: 0,
      noticed: "",
    };
    organizations.set(orgId, state);
    return state;
  };

  const load = (orgId: string, state: MonthOfOrganization) =>
    (state.loading ??= inTurn(async () => {
      const stored = await readCalls(db, orgId, state.month);
      state.total =
        stored + counts.callsOf(orgId, state.month) + state.reserved;
    }).finally(() => {
      state.loading = undefined;
    }));

  const add = (state: MonthOfOrganization, units: 1 | -1) => {
    state.reserved += units;
    if (state.total !== undefined) state.total += units;
  };

  const noticeUse = (
    orgId: string,
    state: MonthOfOrganization,
    { total, limit }: { total: number; limit: number },
  ) => {
    const percent = NOTICES.find((share) => total * 100 >= limit * share);
    const name = `${percent} % of ${limit}`;
    if (percent === undefined || state.noticed === name) return;
    state.noticed = name;
    notify({ orgId, percent, limit, month: state.month });
  };

  /** Reserves a call in this process, and with Redis for all instances; returns the calls of the month. */
  const reserveWithin = async (
    orgId: string,
    state: MonthOfOrganization,
    limit: number,
  ): Promise<number> => {
    if (state.total === undefined) await load(orgId, state);
    const { endsAt } = state.month;
    const atLeast = state.total ?? 0;
    if (atLeast >= limit) throw limitReached(limit, endsAt);
    const known = { limit, atLeast, endsAt };
    const shared = await totals.add(totalOf(orgId, state), known);
    // Without Redis, other calls of this process can have reached the limit meanwhile.
    const own = state.total ?? 0;
    if (shared ? !shared.isAdded : own >= limit)
      throw limitReached(limit, endsAt);
    add(state, 1);
    return Math.max(own + 1, shared?.total ?? 0);
  };

  return {
    async reserve({ orgId, keyId }, limit) {
      const at = now();
      const state = monthFor(orgId, at);
      const total =
        limit === null
          ? (add(state, 1), 0)
          : await reserveWithin(orgId, state, limit);
      return {
        count(isWrite) {
          state.reserved--;
          const of = { orgId, keyId, at };
          if (isWrite) counts.add(of, "calls", "writes");
          else counts.add(of, "calls");
          flushLater();
          if (limit !== null) noticeUse(orgId, state, { total, limit });
        },
        giveBack() {
          add(state, -1);
          if (limit !== null) void totals.remove(totalOf(orgId, state));
        },
      };
    },
    refuse({ orgId, keyId }) {
      counts.add({ orgId, keyId, at: now() }, "refused");
      flushLater();
    },
    flush,
    async stop() {
      isStopped = true;
      await flush();
    },
  };
}

/** Forgets organizations without running calls. Their calls are read again when they are needed. */
function forgetIdle(organizations: Map<string, MonthOfOrganization>): void {
  for (const [orgId, { reserved }] of organizations)
    if (reserved === 0) organizations.delete(orgId);
}

function totalOf(orgId: string, { month }: MonthOfOrganization): string {
  return `apiCalls ${orgId} ${month.firstDay}`;
}

function limitReached(limit: number, endsAt: number): DomainError {
  const resetsAt = new Date(endsAt).toISOString();
  return new DomainError("API_CALL_LIMIT", { limit, resetsAt });
}
