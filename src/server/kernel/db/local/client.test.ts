import { describe, expect, test } from "bun:test";
import { createClient } from "@libsql/client";
import { createLocalClient } from "./client";
import { refusal, turn, useLocalClient, values } from "./test-client";

const here = useLocalClient();

describe("arguments", () => {
  test("an integer is bound as INTEGER, a fraction as REAL", async () => {
    const types = "select typeof(?), typeof(?), typeof(?)";
    expect(await values(here.client, types, [1, 1.5, 2 ** 60])).toEqual([
      ["integer", "real", "real"],
    ]);
    expect(await values(here.client, "select ? / 2, 'n' || ?", [3, 1])).toEqual(
      [[1, "n1"]],
    );
    await here.client.execute("create table texts (a text) strict");
    await here.client.execute({
      sql: "insert into texts values (?)",
      args: [1],
    });
    expect(await values(here.client, "select a from texts")).toEqual([["1"]]);
  });

  test("a run never sees values that an earlier run bound", async () => {
    const both = "select ?1, ?2";
    await values(here.client, both, ["a secret", "another"]);
    expect(await values(here.client, both, ["mine"])).toEqual([["mine", null]]);
    expect(await values(here.client, both)).toEqual([[null, null]]);
    await here.client.execute({
      sql: "select :a, :b",
      args: { b: "a secret" },
    });
    expect(await values(here.client, "select :a, :b", ["mine"])).toEqual([
      ["mine", null],
    ]);
  });

  test("names for a plain ? and invalid dates are refused, and missing arguments are null", async () => {
    const named = here.client.execute({ sql: "select ?", args: { a: 1 } });
    expect(await refusal(named)).toBe(
      "TypeError: named arguments cannot be bound to a plain ? parameter",
    );
    const never = here.client.execute("select ?", [new Date(NaN)]);
    expect(await refusal(never)).toStartWith("RangeError: Only finite numbers");
    expect(
      (await here.client.execute({ sql: "select ? as a" })).rows[0]?.a,
    ).toBeNull();
  });
});

describe("prepared statements", () => {
  test("follow a schema that another connection changes", async () => {
    await here.client.execute("create table t (a text, b text)");
    await here.client.execute("insert into t values ('x', 'y')");
    const other = createClient({ url: `file:${here.path}` });
    const star = async () =>
      (await here.client.execute("select * from t")).toJSON();
    expect(await star()).toMatchObject({
      columns: ["a", "b"],
      rows: [["x", "y"]],
    });
    expect(await values(here.client, "select a from t")).toEqual([["x"]]);
    await other.execute("alter table t add column c text default 'z'");
    await other.execute("alter table t rename column a to renamed");
    expect(await star()).toMatchObject({
      columns: ["renamed", "b", "c"],
      rows: [["x", "y", "z"]],
    });
    expect(await refusal(values(here.client, "select a from t"))).toBe(
      "SQLITE_ERROR",
    );
    await other.execute("alter table t rename column renamed to a");
    expect(await values(here.client, "select a from t")).toEqual([["x"]]);
    other.close();
  });

  test("forget the columns of a schema change that was rolled back", async () => {
    await here.client.execute("create table t (a integer)");
    const types = async () =>
      (await here.client.execute("select a from t")).columnTypes;
    const failing = here.client.batch(
      [
        "drop table t",
        "create table t (a text)",
        "select a from t",
        "nonsense",
      ],
      "write",
    );
    expect(await types()).toEqual(["INTEGER"]);
    expect(await refusal(failing)).toBe("SQLITE_ERROR");
    expect(await types()).toEqual(["INTEGER"]);
  });

  test("still work after a call met a lock", async () => {
    await here.client.execute("create table t (a integer)");
    const write = () =>
      here.client.batch(["insert into t values (1)"], "write");
    await write();
    const other = createClient({ url: `file:${here.path}` });
    const holder = await other.transaction("write");
    expect(await refusal(write())).toBe("SQLITE_BUSY");
    expect(await refusal(here.client.execute("insert into t values (1)"))).toBe(
      "SQLITE_BUSY",
    );
    await holder.rollback();
    await write();
    expect(await values(here.client, "select count(*) from t")).toEqual([[2]]);
    other.close();
  });

  test("return correct rows while a small cache drops them", async () => {
    const few = createLocalClient({ path: here.path, maxStatements: 3 });
    for (let round = 0; round < 3; round++)
      for (let n = 0; n < 2_000; n++) {
        const { rows } = await few.execute({
          sql: `select ? + ${n} as sum`,
          args: [round],
        });
        expect(rows[0]?.sum).toBe(round + n);
        if (n % 200 === 0) await turn();
      }
    few.close();
  });

  test("serve concurrent calls", async () => {
    const calls = Array.from({ length: 200 }, (_, n) =>
      values(here.client, "select ? as n", [n]),
    );
    expect((await Promise.all(calls)).flat(2)).toEqual([...calls.keys()]);
  });

  test("do not use more memory over 50,000 calls", async () => {
    await here.client.execute(
      "create table t (id integer primary key, a text)",
    );
    await here.client.execute(
      "insert into t (a) select hex(randomblob(200)) from pragma_function_list limit 50",
    );
    const read = async (calls: number) => {
      for (let n = 0; n < calls; n++) {
        await here.client.execute("select id, a from t where id = ?", [n % 50]);
        if (n % 100 === 0) await turn();
      }
      Bun.gc(true);
      await turn();
      return process.memoryUsage.rss();
    };
    const before = await read(10_000);
    expect((await read(50_000)) - before).toBeLessThan(32 * 2 ** 20);
  });
});
