import { afterAll, expect, test } from "bun:test";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { lockDatabase } from "./lock";

const folder = mkdtempSync(join(tmpdir(), "lock-"));
afterAll(() => rmSync(folder, { recursive: true }));

const inUse = (path: string) =>
  `${path} is in use by another Tenantry server. Stop that server, or choose another database file.`;

/** Starts a second process that takes the lock, prints the result, and runs until it is killed or its input ends. */
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

test("a second process cannot take the lock until it is released", async () => {
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

test("a killed process leaves no lock", async () => {
  const path = join(folder, "killed.db");
  const holder = spawnHolder(path);
  expect(await firstLine(holder.stdout)).toBe("locked");
  expect(() => lockDatabase(path)).toThrow(inUse(path));
  holder.kill("SIGKILL");
  await holder.exited;
  lockDatabase(path).release();
});

test("a process cannot take a lock twice, and each database file has its own lock", () => {
  const path = join(folder, "twice.db");
  const lock = lockDatabase(path);
  const other = lockDatabase(join(folder, "other.db"));
  expect(() => lockDatabase(path)).toThrow(inUse(path));
  lock.release();
  lockDatabase(path).release();
  other.release();
});

test("the error names a folder that does not exist", () => {
  const path = join(folder, "nowhere", "a.db");
  expect(() => lockDatabase(path)).toThrow(`${path}-lock cannot be locked`);
});
