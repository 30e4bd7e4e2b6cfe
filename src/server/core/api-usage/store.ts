import type { Database } from "#server/kernel/db/client";
import type { Month } from "./calendar";
import type { DayOfKey } from "./counts";

/** How many days of keys one statement stores. */
const ROWS = 500;

// An organization can be deleted before its counts are stored. Its rows then have no organization and are left out.
const ADD = `insert into api_usage (org_id, id, day, key_id, calls, writes, refused)
  select o.id, r.value ->> 'day' || ' ' || (r.value ->> 'keyId'), r.value ->> 'day', r.value ->> 'keyId',
    r.value ->> 'calls', r.value ->> 'writes', r.value ->> 'refused'
  from json_each(?) r join organizations o on o.id = r.value ->> 'orgId'
  where true
  on conflict (org_id, id) do update set
    calls = calls + excluded.calls, writes = writes + excluded.writes, refused = refused + excluded.refused`;

/** Adds counts to those that are stored, in one batch. */
export async function storeCounts(
  { client }: Pick<Database, "client">,
  days: readonly DayOfKey[],
): Promise<void> {
  const portions = [];
  for (let start = 0; start < days.length; start += ROWS)
    portions.push(days.slice(start, start + ROWS));
  await client.batch(
    portions.map((portion) => ({ sql: ADD, args: [JSON.stringify(portion)] })),
    "write",
  );
}

/** Reads the stored calls of an organization in a month. A replica may be too old for it, so the primary is asked. */
export async function readCalls(
  { client, primary = client }: Pick<Database, "client" | "primary">,
  orgId: string,
  { firstDay, lastDay }: Month,
): Promise<number> {
  const { rows } = await primary.execute({
    sql: "select coalesce(sum(calls), 0) from api_usage where org_id = ? and day between ? and ?",
    args: [orgId, firstDay, lastDay],
  });
  return Number(rows[0]?.[0]);
}
