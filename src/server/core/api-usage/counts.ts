import { dayOf, type Month } from "./calendar";

/** What an API key did on one day. */
export interface DayOfKey {
  orgId: string;
  keyId: string;
  day: string;
  calls: number;
  writes: number;
  refused: number;
}

export type Counted = "calls" | "writes" | "refused";

/** The counts that are not stored yet. */
export interface Counts {
  add(
    of: { orgId: string; keyId: string; at: number },
    ...counted: Counted[]
  ): void;
  /** Returns the counts and forgets them. */
  take(): DayOfKey[];
  /** Adds counts again that could not be stored. */
  putBack(days: readonly DayOfKey[]): void;
  /** Returns the calls of an organization in a month. */
  callsOf(orgId: string, month: Month): number;
}

export function createCounts(): Counts {
  const days = new Map<string, DayOfKey>();
  const dayFor = (orgId: string, keyId: string, day: string): DayOfKey => {
    const name = `${day} ${keyId}`;
    let found = days.get(name);
    if (!found) {
      found = { orgId, keyId, day, calls: 0, writes: 0, refused: 0 };
      days.set(name, found);
    }
    return found;
  };
  return {
    add({ orgId, keyId, at }, ...counted) {
      const day = dayFor(orgId, keyId, dayOf(at));
      for (const name of counted) day[name]++;
    },
    take() {
      const taken = [...days.values()];
      days.clear();
      return taken;
    },
    putBack(failed) {
      for (const { orgId, keyId, day, ...counts } of failed) {
        const row = dayFor(orgId, keyId, day);
        row.calls += counts.calls;
        row.writes += counts.writes;
        row.refused += counts.refused;
      }
    },
    callsOf(orgId, { firstDay, lastDay }) {
      let sum = 0;
      for (const row of days.values())
        if (row.orgId === orgId && firstDay <= row.day && row.day <= lastDay)
          sum += row.calls;
      return sum;
    },
  };
}
