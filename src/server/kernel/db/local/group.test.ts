import { afterEach, beforeEach, describe, expect, spyOn, test } from "bun:test";
import { join } from "node:path";
import { createLocalClient } from "./client";
import { refusal, turn, useLocalClient, values } from "./test-client";

const here = useLocalClient();
const numbers = "select a from t order by a";

async function createTable() {
  await here.client.execute("pragma journal_mode = wal");
  await here.client.execute("create table t (a integer primary key, b blob)");
  await here.client.execute("pragma wal_checkpoint(truncate)");
}

function insert(...keys: number[]) {
  const statements = keys.map((key) => `insert into t (a) values (${key})`);
  return here.client.batch(statements, "write");
}

/**
 * Returns the number of pages that commits have written since the last call. A commit of these small rows writes one
 * page.
 */
async function commits(): Promise<number> {
  const [row] = await values(here.client, "pragma wal_checkpoint(passive)");
  return Number(row?.[1]);
}

/** Makes a clock that advances by `step` milliseconds at each read. */
function createClock(step: number) {
  let time = 0;
  return spyOn(performance, "now").mockImplementation(() => (time += step));
}

// A slow machine must not end a group early.
let clock = createClock(0);
beforeEach(() => void (clock = createClock(0)));
afterEach(() => clock.mockRestore());

describe("batches that start in one turn", () => {
  test("share a commit, at most 32 of them", async () => {
    await createTable();
    const shared = (count: number) =>
      Array.from({ length: count }, (_, n) => insert(count * 1000 + n));
    await Promise.all(shared(32));
    expect(await commits()).toBe(1);
    await Promise.all(shared(70));
    expect(await commits()).toBe(3);
    await insert(1);
    await insert(2);
    expect(await commits()).toBe(2);
  });

  test("get their results and errors after the commit", async () => {
    await createTable();
    const other = createLocalClient({ path: here.path });
    const storedRows = () => values(other, "select count(*) from t");
    const seen = await Promise.all([
      insert(1, 1).catch(storedRows),
      insert(1).then(storedRows),
      insert(2, 1).catch(storedRows),
      insert(2).then(storedRows),
    ]);
    other.close();
    expect(seen).toEqual([[[2]], [[2]], [[2]], [[2]]]);
  });

  test("are divided if they take longer than 10 ms", async () => {
    await createTable();
    createClock(4);
    await Promise.all([1, 2, 3, 4, 5, 6, 7].map((key) => insert(key)));
    expect(await commits()).toBe(3);
    expect(await values(here.client, "select count(*) from t")).toEqual([[7]]);
  });

  test("let other work run between two groups", async () => {
    await createTable();
    createClock(11);
    const order: string[] = [];
    const note = (what: string) => () => void order.push(what);
    const stored = [insert(1).then(note("1")), insert(2).then(note("2"))];
    setImmediate(note("other work"));
    await Promise.all(stored);
    expect(order).toEqual(["1", "other work", "2"]);
  });

  test("are all refused while another connection holds the lock", async () => {
    await createTable();
    const other = createLocalClient({ path: here.path });
    const holder = await other.transaction("write");
    const all = () => [insert(1), insert(2, 2), insert(3)].map(refusal);
    const isBusy = ["SQLITE_BUSY", "SQLITE_BUSY", "SQLITE_BUSY"];
    expect(await Promise.all(all())).toEqual(isBusy);
    await holder.rollback();
    expect(await values(here.client, numbers)).toEqual([]);
    const outcomes = [undefined, "SQLITE_CONSTRAINT", undefined];
    expect(await Promise.all(all())).toEqual(outcomes);
    expect(await values(here.client, numbers)).toEqual([[1], [3]]);
    other.close();
  });

  test("are all refused if a reader prevents the commit", async () => {
    await here.client.execute("create table t (a integer primary key)");
    const other = createLocalClient({ path: here.path });
    const reader = await other.transaction("read");
    await reader.execute(numbers);
    const isBusy = ["SQLITE_BUSY", "SQLITE_BUSY"];
    const refusals = [insert(1), insert(2)].map(refusal);
    expect(await Promise.all(refusals)).toEqual(isBusy);
    await reader.rollback();
    await Promise.all([insert(3), insert(4)]);
    expect(await values(other, numbers)).toEqual([[3], [4]]);
    other.close();
  });
});

describe("a waiting batch", () => {
  test("is not visible to a read that starts before the commit", async () => {
    await createTable();
    const stored = insert(1);
    expect(await values(here.client, numbers)).toEqual([]);
    await stored;
    expect(await values(here.client, numbers)).toEqual([[1]]);
  });

  test("runs before a transaction begins", async () => {
    await createTable();
    const stored = [insert(1), insert(1), insert(2)].map(refusal);
    const transaction = await here.client.transaction("write");
    expect((await transaction.execute(numbers)).rows).toHaveLength(2);
    await transaction.rollback();
    const outcomes = [undefined, "SQLITE_CONSTRAINT", undefined];
    expect(await Promise.all(stored)).toEqual(outcomes);
    expect(await values(here.client, numbers)).toEqual([[1], [2]]);
  });

  test("runs before the client closes or reconnects", async () => {
    await createTable();
    const stored = [insert(1), insert(1), insert(2)].map(refusal);
    here.client.reconnect();
    const later = [insert(3), insert(3)].map(refusal);
    here.client.close();
    const none = insert(4);
    expect(await refusal(none)).toBe("CLIENT_CLOSED");
    const refused = "SQLITE_CONSTRAINT";
    expect(await Promise.all(stored)).toEqual([undefined, refused, undefined]);
    expect(await Promise.all(later)).toEqual([undefined, refused]);
    await turn();
    here.client.reconnect();
    expect(await values(here.client, numbers)).toEqual([[1], [2], [3]]);
  });
});

/**
 * Stores groups of batches until a group is refused, and prints the keys and the outcomes. It runs in a process whose
 * files cannot grow over a limit, so that a commit fails.
 */
const storeUntilRefused = `
  // A slow machine must not end a group early.
  performance.now = () => 0;
  const { createLocalClient } = await import(${JSON.stringify(join(import.meta.dir, "client.ts"))});
  const client = createLocalClient({ path: process.argv[1] });
  await client.execute("pragma journal_mode = wal");
  await client.execute("create table t (a integer primary key, b blob)");
  const store = (a) => client.batch([
    { sql: "insert into t values (?, zeroblob(9000))", args: [a] },
    a % 5 === 4 ? "insert into t (a) values (0)" : "select 1",
  ], "write").then(() => "stored", ({ code, statementIndex }) => code + " " + statementIndex);
  for (let first = 0; ; first += 10) {
    const keys = Array.from({ length: 10 }, (_, n) => first + n);
    const outcomes = await Promise.all(keys.map(store));
    console.log(JSON.stringify(keys.map((key, n) => [key, outcomes[n]])));
    if (outcomes.every((outcome) => outcome !== "stored")) break;
  }`;

test.if(process.platform !== "win32")(
  "a commit that the disk refuses stores no batch of the group",
  async () => {
    const path = join(here.folder, "full.db");
    // A write over the limit sends the signal XFSZ, which would end the process.
    const script = `trap '' XFSZ; ulimit -f 500; exec "$0" -e "$1" "$2"`;
    const child = Bun.spawn(
      ["bash", "-c", script, process.execPath, storeUntilRefused, path],
      { stdio: ["ignore", "pipe", "inherit"] },
    );
    const groups = (await new Response(child.stdout).text())
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line) as [key: number, outcome: string][]);
    const last = groups.pop();
    expect(groups.length).toBeGreaterThan(1);
    for (const outcomes of groups)
      for (const [key, outcome] of outcomes)
        expect(outcome).toBe(key % 5 === 4 ? "SQLITE_CONSTRAINT 1" : "stored");
    expect(new Set(last?.map(([, outcome]) => outcome))).toEqual(
      new Set(["SQLITE_IOERR undefined"]),
    );
    const stored = groups.flat().filter(([, outcome]) => outcome === "stored");
    const later = createLocalClient({ path });
    expect(await values(later, numbers)).toEqual(stored.map(([key]) => [key]));
    later.close();
  },
);
