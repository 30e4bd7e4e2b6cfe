import { afterAll, expect, test } from "bun:test";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { lockDatabase } from "./lock";

const folder = mkdtempSync(join(tmpdir(), "lock-"));
afterAll(() => rmSync(folder, { recursive: true }));

const inUse = (path: string) =>
  `${path} is in use by another Tenantry server: stop that one first, or choose another database file.`;

/** A second process which takes the lock, says so, and lives until it is killed or its input ends. */
function spawnHolder(path: string) {
  const module = JSON.stringify(join(import.meta.dir, "lock.ts"));
  const program = `
    const { lockDatabase } = await import(${module});
    try { lockDatabase(${JSON.stringify(path)}); console.log("locked"); } catch (error) { console.log(error.message); }
    Bun.gc(true);
    await Bun.stdin.text();`;
  return Bun.spawn([process.execPath, "-e", program], {
    stdin: "pipe",
    stdout: "pipe",
  });
}

async function firstLine(stdout: ReadableStream<Uint8Array>): Promise<string> {
  const { value } = await stdout.getReader().read();
  return new TextDecoder().decode(value).trim();
}

test("a second process may not have the lock, and gets it after a release", async () => {
  const path = join(folder, "released.db");
  const lock = lockDatabase(path);
  Bun.gc(true);
  const refused = spawnHolder(path);
  expect(await firstLine(refused.stdout)).toBe(inUse(path));
  lock.release();
  lock.release();
  const admitted = spawnHolder(path);
  expect(await firstLine(admitted.stdout)).toBe("locked");
  refused.kill();
  admitted.kill();
  await Promise.all([refused.exited, admitted.exited]);
});

test("a process that was killed leaves no lock", async () => {
  const path = join(folder, "killed.db");
  const holder = spawnHolder(path);
  expect(await firstLine(holder.stdout)).toBe("locked");
  expect(() => lockDatabase(path)).toThrow(inUse(path));
  holder.kill("SIGKILL");
  await holder.exited;
  lockDatabase(path).release();
});

test("one process may not have the lock twice, and files do not share it", () => {
  const path = join(folder, "twice.db");
  const lock = lockDatabase(path);
  const other = lockDatabase(join(folder, "other.db"));
  expect(() => lockDatabase(path)).toThrow(inUse(path));
  lock.release();
  lockDatabase(path).release();
  other.release();
});

test("a folder that does not exist is named", () => {
  const path = join(folder, "nowhere", "a.db");
  expect(() => lockDatabase(path)).toThrow(`${path}-lock cannot be locked`);
});
