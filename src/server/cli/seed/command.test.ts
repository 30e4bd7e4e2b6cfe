import { afterAll, expect, test } from "bun:test";
import { join, resolve } from "node:path";
import { temporaryFolder } from "#testing/kit/temporary";
import { openDatabase } from "#server/kernel/db/client";

const folder = temporaryFolder();
const root = resolve(import.meta.dir, "../../../..");

afterAll(() => folder.remove());

test("seed --demo refuses a database that is not empty", async () => {
  const DATABASE_URL = `file:${join(folder.path, "twice.db")}`;
  const first = await seed({ DATABASE_URL });
  expect([first.code, first.err]).toEqual([0, ""]);
  expect(await seed({ DATABASE_URL })).toEqual({
    code: 1,
    out: "",
    err: "tenantry: DATABASE_URL: the database is not empty\n",
  });
});

test("seed --demo adds nothing in production", async () => {
  const DATABASE_URL = `file:${join(folder.path, "production.db")}`;
  const refusal = await seed({
    DATABASE_URL,
    ENVIRONMENT: "production",
    APP_SECRET: "a-secret-of-at-least-32-characters",
    PUBLIC_URL: "https://tenantry.example",
  });
  expect(refusal).toEqual({
    code: 1,
    out: "",
    err: "tenantry: ENVIRONMENT: sample data is never added in production\n",
  });
  const db = await openDatabase({ url: DATABASE_URL });
  const { rows } = await db.client.execute("select name from sqlite_master");
  db.close();
  expect(rows).toHaveLength(0);
});

test("seed --demo adds nothing where other machines reach the program", async () => {
  const DATABASE_URL = `file:${join(folder.path, "public.db")}`;
  const refusal = await seed({
    DATABASE_URL,
    PUBLIC_URL: "https://preview.example.com",
    DEV_PAGES: "public",
  });
  expect(refusal).toEqual({
    code: 1,
    out: "",
    err: "tenantry: PUBLIC_URL: must be on this machine, such as http://localhost:3000, where sample people are added: everyone knows their password\n",
  });
  const db = await openDatabase({ url: DATABASE_URL });
  const { rows } = await db.client.execute("select name from sqlite_master");
  db.close();
  expect(rows).toHaveLength(0);
});

async function seed(env: Record<string, string>) {
  const { PATH, TMPDIR } = process.env;
  const child = Bun.spawn([process.execPath, "src/main.ts", "seed", "--demo"], {
    cwd: root,
    env: { PATH, TMPDIR, ...env },
    stderr: "pipe",
  });
  const [out, err, code] = await Promise.all([
    new Response(child.stdout).text(),
    new Response(child.stderr).text(),
    child.exited,
  ]);
  return { code, out, err };
}
