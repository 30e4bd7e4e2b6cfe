import { beforeEach, describe, expect, test } from "bun:test";
import { refusal, useLocalClient, values } from "./test-client";

const here = useLocalClient();

describe("an interactive transaction", () => {
  beforeEach(() =>
    here.client.execute("create table t (a integer primary key)"),
  );

  test("commits or rolls back, and makes other calls fail until then", async () => {
    const kept = await here.client.transaction("write");
    await kept.execute({ sql: "insert into t values (?)", args: [1] });
    expect(await refusal(here.client.execute("select 1"))).toBe(
      "TRANSACTION_ACTIVE",
    );
    expect(await refusal(here.client.batch(["select 1"]))).toBe(
      "TRANSACTION_ACTIVE",
    );
    expect(await refusal(here.client.transaction())).toBe("TRANSACTION_ACTIVE");
    await kept.commit();
    expect(await refusal(kept.execute("select 1"))).toBe("TRANSACTION_CLOSED");
    const undone = await here.client.transaction("deferred");
    await undone.batch([
      "insert into t values (2)",
      "insert into t values (3)",
    ]);
    await undone.executeMultiple(
      "insert into t values (4); insert into t values (5)",
    );
    await undone.rollback();
    const left = await here.client.transaction();
    await left.execute("insert into t values (6)");
    left.close();
    expect([kept.closed, undone.closed, left.closed]).toEqual([
      true,
      true,
      true,
    ]);
    expect(await values(here.client, "select a from t")).toEqual([[1]]);
  });

  test("survives a failed statement, and the error names its place in the batch", async () => {
    const transaction = await here.client.transaction("write");
    const twice = transaction.batch([
      "insert into t values (1)",
      "insert into t values (1)",
    ]);
    await expect(twice).rejects.toMatchObject({
      statementIndex: 1,
      code: "SQLITE_CONSTRAINT",
    });
    await transaction.commit();
    expect(await values(here.client, "select a from t")).toEqual([[1]]);
  });

  test("that SQLite ended cannot write into the next transaction", async () => {
    const ended = await here.client.transaction("write");
    await ended.execute("insert into t values (1)");
    await refusal(ended.execute("insert or rollback into t values (1)"));
    const next = await here.client.transaction("write");
    expect(await refusal(ended.execute("insert into t values (7)"))).toBe(
      "TRANSACTION_CLOSED",
    );
    ended.close();
    await next.execute("insert into t values (2)");
    await next.commit();
    expect(await values(here.client, "select a from t")).toEqual([[2]]);
  });
});
