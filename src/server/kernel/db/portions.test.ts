import { expect, test } from "bun:test";
import { databaseSuite } from "#testing/kit/suite";
import { expectPortions, watchClient } from "#testing/kit/watch-client";
import { deleteInPortions, PORTION } from "./portions";

const ROWS = 2 * PORTION + 500;
const REPLACED = "session-replaced";
const KEPT = "session-kept";

const db = databaseSuite();

const fill = (type: string, rows: number) =>
  db.client.execute({
    sql: `with recursive n(i) as (select 1 union all select i + 1 from n where i < ?2)
      insert into billing_events (provider, id, type, received_at) select 'fake', ?1 || i, ?1, 0 from n`,
    args: [type, rows],
  });

async function countOf(type: string): Promise<number> {
  const { rows } = await db.client.execute({
    sql: "select count(*) from billing_events where type = ?",
    args: [type],
  });
  return Number(rows[0]?.[0]);
}

const condition = { sql: "type = ?", args: [REPLACED] };

test("a long deletion runs in portions, each in its own turn of the event loop, and keeps other rows", async () => {
  await fill(REPLACED, ROWS);
  await fill(KEPT, 10);
  const watched = watchClient(db.client);
  await deleteInPortions(watched.client, "billing_events", condition);
  watched.stop();
  expectPortions(watched.calls, ROWS);
  expect(await countOf(REPLACED)).toBe(0);
  expect(await countOf(KEPT)).toBe(10);
});

test("the next run finishes a deletion that was ended between two portions", async () => {
  await fill(REPLACED, ROWS);
  const ended = new AbortController();
  const watched = watchClient(db.client, () => ended.abort());
  await deleteInPortions(
    watched.client,
    "billing_events",
    condition,
    ended.signal,
  );
  watched.stop();
  expect(await countOf(REPLACED)).toBe(ROWS - PORTION);
  await deleteInPortions(db.client, "billing_events", condition);
  expect(await countOf(REPLACED)).toBe(0);
});

test("two deletions of the same rows at once take turns and both succeed", async () => {
  await fill(REPLACED, ROWS);
  const watched = watchClient(db.client);
  const run = () =>
    deleteInPortions(watched.client, "billing_events", condition);
  await Promise.all([run(), run()]);
  watched.stop();
  expect(await countOf(REPLACED)).toBe(0);
  expectPortions(watched.calls, ROWS);
});
