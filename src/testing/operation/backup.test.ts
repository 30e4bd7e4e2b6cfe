import { afterAll, expect, setDefaultTimeout, test } from "bun:test";
import { copyFileSync, readdirSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { manifestSchema } from "#server/cli/operator/backup/manifest";
import type { Actor } from "../kit/actor";
import { expectStatus } from "../kit/people";
import { runProgram, spawnServer } from "../kit/process";
import { freePort, temporaryFolder } from "../kit/temporary";

// The timeout only stops a test that hangs. It is long, because processes start slowly on a busy machine.
setDefaultTimeout(300_000);

const folder = temporaryFolder();
afterAll(() => folder.remove());

const SECRET = "a secret that is long enough for this test";
const database = join(folder.path, "tenantry.db");
const backup = join(folder.path, "backups", "first.db");
const environment = {
  ENVIRONMENT: "test",
  DATABASE_URL: `file:${database}`,
  APP_SECRET: SECRET,
};

const run = (...args: string[]) => runProgram(folder.path, args, environment);
// Every server has the same address, so that a user keeps their session from one server to the next.
const PORT = String(freePort());
const start = (file = database) =>
  spawnServer(folder.path, {
    APP_SECRET: SECRET,
    DATABASE_URL: `file:${file}`,
    PORT,
  });

/** Creates projects without a pause until `stop` is called, and returns the names of those that were acknowledged. */
function keepWriting(ana: Actor, slug: string) {
  const acknowledged: string[] = [];
  let isStopped = false;
  const done = (async () => {
    for (let number = 1; !isStopped; number++) {
      const name = `Written ${number}`;
      const answer = await ana.post(`/organizations/${slug}/projects`, {
        name,
      });
      if (answer.status !== 201) break;
      acknowledged.push(name);
    }
  })();
  return {
    acknowledged,
    stop() {
      isStopped = true;
      return done;
    },
  };
}

async function namesOf(ana: Actor, slug: string): Promise<string[]> {
  const names: string[] = [];
  let cursor: string | null = "";
  while (cursor !== null) {
    const page: string = cursor && `&cursor=${encodeURIComponent(cursor)}`;
    const { body } = expectStatus(
      await ana.get<"projects.list">(
        `/organizations/${slug}/projects?limit=100${page}`,
      ),
      200,
    );
    names.push(...body.items.map(({ name }) => name));
    cursor = body.nextCursor;
  }
  return names;
}

test("a backup beside a busy server is complete, and restoring it gives the same answers", async () => {
  const server = await start();
  const ana = await server.person("Ana");
  const { slug } = await server.organization(ana, "Acme");
  expectStatus(
    await ana.post(`/organizations/${slug}/projects`, { name: "Before" }),
    201,
  );
  const before = await namesOf(ana, slug);

  const writing = keepWriting(ana, slug);
  const made = await run("backup", backup);
  await writing.stop();
  expect(made.output).toContain(`to ${backup}`);
  expect(made.exitCode).toBe(0);
  const manifest = manifestSchema.parse(
    await Bun.file(`${backup}.json`).json(),
  );
  expect(manifest.rows.organizations).toBe(1);
  expect(manifest.rows.projects).toBeGreaterThanOrEqual(before.length);
  for (const file of [backup, `${backup}.json`])
    expect(statSync(file).mode & 0o077).toBe(0);
  const late = `/organizations/${slug}/projects`;
  expectStatus(await ana.post(late, { name: "After" }), 201);

  expect(await run("backup", backup)).toEqual({
    exitCode: 1,
    output: `tenantry: ${backup} exists already. Choose another name.\n`,
  });
  const refused = await run("restore", backup);
  expect(refused.exitCode).toBe(1);
  expect(refused.output).toContain("in use by another Tenantry server");
  await server.end("SIGKILL");

  const restored = await run("restore", backup);
  expect(restored.output).toContain(
    `Restored the backup of ${manifest.createdAt}.`,
  );
  expect(restored.exitCode).toBe(0);
  const again = await start();
  const names = await namesOf(ana, slug);
  expect(names).toContain("Before");
  expect(names).not.toContain("After");
  expect(names).toHaveLength(manifest.rows.projects ?? 0);
  expect((await run("audit", "verify")).exitCode).toBe(0);
  await again.end("SIGTERM");

  // What was written after the backup is in the file that was kept.
  const kept = readdirSync(folder.path).find((name) =>
    /^tenantry\.db\.before-\d{8}T\d{9}Z$/.test(name),
  );
  const former = await start(join(folder.path, kept ?? ""));
  const all = await namesOf(ana, slug);
  expect(all).toEqual(
    expect.arrayContaining(["After", "Before", ...writing.acknowledged]),
  );
  await former.end("SIGTERM");
});

test("a damaged or unknown backup changes nothing", async () => {
  const other = join(folder.path, "other.db");
  copyFileSync(`${backup}.json`, `${other}.json`);
  const refusalOf = async (file: string) => {
    const { exitCode, output } = await run("restore", file);
    expect(exitCode).toBe(1);
    expect(output.trimEnd().split("\n")).toHaveLength(1);
    return output;
  };
  const files = () => readdirSync(folder.path).toSorted();
  expect(await refusalOf(other)).toContain(`There is no file ${other}`);
  writeFileSync(other, "not a database");
  const before = files();
  expect(await refusalOf(other)).toContain(`${other} is damaged`);
  copyFileSync(backup, other);
  const manifest = manifestSchema.parse(await Bun.file(`${other}.json`).json());
  const newer = { ...manifest, migrations: [...manifest.migrations, "f00"] };
  writeFileSync(`${other}.json`, JSON.stringify(newer));
  expect(await refusalOf(other)).toContain(
    "whose migrations this program does not contain",
  );
  writeFileSync(`${other}.json`, "{}");
  expect(await refusalOf(other)).toContain("is no manifest of a backup");
  expect(files()).toEqual(before);
});

test("a damaged database does not start, and can be replaced by a backup", async () => {
  const bytes = new Uint8Array(await Bun.file(database).arrayBuffer());
  for (const harm of [bytes.slice(0, bytes.length / 2), bytes.fill(90)]) {
    writeFileSync(database, harm);
    const refused = await run("serve");
    expect(refused.exitCode).toBe(1);
    expect(refused.output).toContain("run `tenantry restore <backup>`");
  }
  expect((await run("restore", backup)).exitCode).toBe(0);
  expect((await run("audit", "verify")).exitCode).toBe(0);
});

test("a backup of a database server is refused with the reason", async () => {
  const { exitCode, output } = await runProgram(folder.path, ["backup"], {
    ...environment,
    DATABASE_URL: "libsql://acme.turso.io",
    DATABASE_AUTH_TOKEN: "token",
  });
  expect(exitCode).toBe(1);
  expect(output).toContain("acme.turso.io makes its own backups");
});

test("migrations that a database lacks are listed", async () => {
  const complete = await run("migrate", "--status");
  expect(complete.output).toMatch(/^(\d+) of \1 migrations are applied\.\n$/);
  expect(complete.exitCode).toBe(0);
  const empty = join(folder.path, "empty.db");
  writeFileSync(empty, "");
  const lacking = await runProgram(folder.path, ["migrate", "--status"], {
    ...environment,
    DATABASE_URL: `file:${empty}`,
  });
  expect(lacking.output).toMatch(
    /^0 of \d+ migrations are applied\.\nmissing: 0000_/,
  );
  expect(lacking.exitCode).toBe(1);
});

test("the version is the one of package.json", async () => {
  const { version } = (await Bun.file(
    new URL("../../../package.json", import.meta.url),
  ).json()) as { version: string };
  for (const word of ["version", "--version"])
    expect(await run(word)).toEqual({ exitCode: 0, output: `${version}\n` });
});
