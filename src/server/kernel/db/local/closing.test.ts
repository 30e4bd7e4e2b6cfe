import { describe, expect, test } from "bun:test";
import { readdirSync, readlinkSync } from "node:fs";
import { join } from "node:path";
import { createLocalClient } from "./client";
import { refusal, turn, useLocalClient, values } from "./test-client";

const here = useLocalClient();

describe("closing", () => {
  test("makes every call fail until the client reconnects", async () => {
    here.client.close();
    here.client.close();
    expect(here.client.closed).toBe(true);
    const calls = [
      here.client.execute("select 1"),
      here.client.batch(["select 1"]),
      here.client.migrate(["select 1"]),
      here.client.executeMultiple("select 1"),
      here.client.transaction(),
      here.client.sync(),
    ];
    expect(new Set(await Promise.all(calls.map(refusal)))).toEqual(
      new Set(["CLIENT_CLOSED"]),
    );
    here.client.reconnect();
    expect(await values(here.client, "select 1")).toEqual([[1]]);
    await expect(here.client.sync()).rejects.toThrow("SyncNotSupported");
  });

  test("rolls back an open transaction and leaves nothing in the write-ahead log", async () => {
    await here.client.execute("pragma journal_mode = wal");
    await here.client.execute("create table t (a integer)");
    const transaction = await here.client.transaction("write");
    await transaction.execute("insert into t values (1)");
    here.client.close();
    expect(transaction.closed).toBe(true);
    const copy = join(here.folder, "copy.db");
    await Bun.write(copy, Bun.file(here.path));
    const next = createLocalClient({ path: copy });
    await next.execute("insert into t values (2)");
    expect(
      (await next.execute("select a from t")).rows.map((row) => row.a),
    ).toEqual([2]);
    next.close();
    const same = createLocalClient({ path: here.path });
    await same.batch(["insert into t values (3)"], "write");
    same.close();
  });

  test.if(process.platform === "linux")("closes the files", async () => {
    for (let n = 0; n < 20; n++)
      await openAndClose(join(here.folder, `released-${n}.db`));
    for (let n = 0; n < 10; n++) await turn();
    // A few files may still be open, because the stack may still refer to their statements.
    expect(openFiles("released-").length).toBeLessThan(10);
  });

  test("the error names a file that cannot be opened", () => {
    const lost = join(here.folder, "no", "such", "folder.db");
    expect(() => createLocalClient({ path: lost })).toThrow(
      `SQLITE_CANTOPEN: the database ${lost} cannot be opened`,
    );
  });
});

async function openAndClose(path: string): Promise<void> {
  const short = createLocalClient({ path });
  await short.execute("pragma journal_mode = wal");
  for (let n = 0; n < 20; n++)
    await short.execute(`select ${n}, type from sqlite_master`);
  short.close();
}

function openFiles(name: string): string[] {
  return readdirSync("/proc/self/fd")
    .map(target)
    .filter((file) => file.includes(name));
}

function target(descriptor: string): string {
  try {
    return readlinkSync(`/proc/self/fd/${descriptor}`);
  } catch {
    return "";
  }
}
