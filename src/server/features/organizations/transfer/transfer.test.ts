import { afterAll, describe, expect, test } from "bun:test";
import { readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createSigner } from "#server/kernel/crypto";
import { exportRules } from "#server/core/organizations/tenant-table";
import type { Actor } from "#testing/kit/actor";
import { createServiceAccount } from "#testing/kit/api-keys";
import { png } from "#testing/kit/images";
import { problemOf } from "#testing/kit/problem";
import { ageLastSignIn } from "#testing/kit/sessions";
import { until } from "#testing/kit/until";
import {
  expectStatus,
  startServer,
  type TestOrganization,
  type TestServer,
} from "#testing/kit/server";
import { snapshot, tenantTableNames } from "#testing/kit/snapshot";
import { serverSuite } from "#testing/kit/suite";
import { temporaryFolder } from "#testing/kit/temporary";
import { exportOrganization } from "./export";
import { importOrganization } from "./import";
import { exportedTables } from "./tables";

const here = serverSuite();
const there = serverSuite();
const folder = temporaryFolder();
afterAll(() => folder.remove());

let files = 0;
async function exportFrom(server: TestServer, { id }: TestOrganization) {
  const path = join(folder.path, `${++files}.jsonl`);
  await exportOrganization(server.config.database, id, path);
  return { path, text: readFileSync(path, "utf8") };
}

function importInto(
  { db, config, services }: TestServer,
  path: string,
  options: { slug?: string; isDryRun?: boolean } = {},
) {
  const importer = {
    db,
    signer: createSigner(config.secret, "audit"),
    takesPayments: services.deps.billing.provider !== undefined,
    now: Date.now(),
  };
  return importOrganization(importer, path, { isDryRun: false, ...options });
}

/** Returns everything that is stored about organizations. */
async function storedIn({ db }: TestServer) {
  const tables = await snapshot(db);
  const names = [...(await tenantTableNames(db)), "organizations"];
  return Object.fromEntries(names.map((name) => [name, tables[name]]));
}

/** Signs the same user up at the other installation. */
async function signUpThere({ name, email, password }: Actor): Promise<Actor> {
  const visitor = there.stranger();
  expectStatus(
    await visitor.post("/auth/sign-up", { name, email, password }),
    202,
  );
  const token = await there.mailedToken(email, "verify");
  expectStatus(await visitor.post("/auth/verify-email", { token }), 200);
  return visitor;
}

/** Creates an organization that has rows in every exported table. */
async function filledOrganization() {
  const ana = await here.person("Ana");
  const org = await here.organization(ana, "Acme");
  const path = `/organizations/${org.slug}`;
  const ben = await here.join(ana, org, "member", "Ben");
  const eve = await here.join(ana, org, "viewer", "Eve");
  const role = expectStatus(
    await ana.post(`${path}/roles`, {
      name: "Reviewer",
      basedOn: "viewer",
      permissions: ["project:read", "project:update"],
    }),
    201,
  );
  expectStatus(
    await ana.put(`${path}/members/${eve.id}`, { role: role.body.id }),
    200,
  );
  const project = expectStatus(
    await ben.post(`${path}/projects`, {
      name: "Straße “quoted”",
      // JSON leaves these line separators as they are.
      description: `one\ntwo\u2028three\u2029${"x".repeat(2000)}`,
    }),
    201,
  );
  expectStatus(
    await eve.put(`${path}/projects/${String(project.body.id)}/favourite`, {}),
    204,
  );
  const image = png(64, 64).toString("base64");
  expectStatus(await ana.put(`${path}/logo`, { image }), 200);
  await createServiceAccount(ana, org);
  return { ana, ben, eve, org, path, projectId: String(project.body.id) };
}

test("a table of organizations is exported, or left out for a reason", async () => {
  // The export writes the audit log in its own way. The other tables belong to an installation.
  const special = [
    "audit_log",
    "audit_heads",
    "audit_checkpoints",
    "audit_targets",
    "former_slugs",
  ];
  const leftOut = (await tenantTableNames(here.db)).filter(
    (name) => !exportRules.has(name) && !special.includes(name),
  );
  expect(leftOut).toEqual([]);
  const exported = [...exportRules]
    .filter(([, rule]) => rule === "exported")
    .map(([name]) => name);
  expect(exportedTables.map(({ name }) => name).toSorted()).toEqual(
    exported.toSorted(),
  );
});

test("an export that is imported and exported again is the same file", async () => {
  const { ana, ben, eve, org, path, projectId } = await filledOrganization();
  const first = await exportFrom(here, org);
  const anaThere = await signUpThere(ana);
  const benThere = await signUpThere(ben);
  const eveThere = await signUpThere(eve);

  const dry = await importInto(there, first.path, { isDryRun: true });
  expect(dry).toMatchObject({ members: 3, missing: [] });
  expectStatus(await anaThere.get(path), 404);
  const report = await importInto(there, first.path);
  expect(report).toEqual(dry);
  for (const { name } of exportedTables)
    expect(report.rows[name]).toBeGreaterThan(0);
  const second = await exportFrom(there, org);
  expect(second.text).toBe(first.text);

  // The organization works there: permissions, custom role, favourite, logo and audit log.
  const seen = expectStatus(
    await eveThere.get<"projects.list">(`${path}/projects?favourite=true`),
    200,
  );
  expect(seen.body.items.map(({ id }) => id)).toEqual([projectId]);
  expectStatus(
    await benThere.post(`${path}/invitations`, {
      emails: ["kim@example.com"],
      role: "viewer",
    }),
    403,
  );
  const { logoUrl } = expectStatus(
    await anaThere.get<"organizations.get">(path),
    200,
  ).body;
  const logo = await fetch(new URL(logoUrl ?? "", there.url));
  expect(logo.status).toBe(200);
  expectStatus(
    await anaThere.post(`${path}/projects`, { name: "Made there" }),
    201,
  );
  const verified = expectStatus(
    await anaThere.get<"audit.verify">(`${path}/audit-log/verification`),
    200,
  );
  expect(verified.body.fault).toBeNull();

  // A user who is not a member does not see it, and a second import is refused.
  const stranger = await there.person("Mallory");
  expectStatus(await stranger.get(path), 404);
  expect(importInto(there, first.path)).rejects.toThrow("exists here already");
});

test("an export contains no secret and no other organization", async () => {
  const { ana, org } = await filledOrganization();
  await here.invite(ana, org, "kim@example.com", "viewer");
  const other = await here.organization(ana, "Globex");
  const { text, path: file } = await exportFrom(here, org);
  expect(statSync(file).mode & 0o077).toBe(0);
  const tables = new Set(
    text
      .split("\n")
      .filter((line) => line.startsWith('{"kind":"row"'))
      .map((line) => (JSON.parse(line) as { table: string }).table),
  );
  expect([...tables].toSorted()).toEqual(
    exportedTables.map(({ name }) => name).toSorted(),
  );
  expect(text).not.toContain(other.id);
  const { rows } = await here.db.client.execute(
    "select token_hash from invitations union select secret_hash from api_keys union select password_hash from users",
  );
  expect(rows.length).toBeGreaterThan(3);
  for (const [secret] of rows.map((row) => Object.values(row)))
    if (secret !== null) expect(text).not.toContain(String(secret));
});

describe("a download", () => {
  test("is the same file, and needs a recent authentication", async () => {
    const { ana, ben, org, path } = await filledOrganization();
    const answer = expectStatus(await ana.get(`${path}/export`), 200);
    expect(answer.headers.get("content-type")).toBe(
      "application/jsonl; charset=utf-8",
    );
    expect(answer.headers.get("content-disposition")).toMatch(
      /^attachment; filename="acme[\w-]*\.tenantry\.jsonl"$/,
    );
    const { text } = await exportFrom(here, org);
    expect(answer.text).toBe(text);
    const refused = expectStatus(await ben.get(`${path}/export`), 403);
    expect(problemOf(refused).reason).toBe("PERMISSION_DENIED");
    await ageLastSignIn(here, ana);
    const old = expectStatus(await ana.get(`${path}/export`), 403);
    expect(problemOf(old).reason).toBe("REAUTHENTICATION_REQUIRED");
  });

  test("leaves no file behind, also if the caller stops reading", async () => {
    const { ana, path } = await filledOrganization();
    const headers = { cookie: ana.cookie };
    const response = await fetch(new URL(`/api${path}/export`, here.url), {
      headers,
    });
    await response.body?.cancel();
    await until("the file is deleted", () =>
      readdirSync(tmpdir()).some((name) => name.startsWith("tenantry-export-"))
        ? undefined
        : true,
    );
  });
});

/** Writes a changed export with the hash of the changed lines, as a forger would. */
function forge(path: string, text: string): void {
  const lines = text
    .trimEnd()
    .split("\n")
    .slice(0, -1)
    .map((line) => `${line}\n`);
  const sha256 = new Bun.CryptoHasher("sha256")
    .update(lines.join(""))
    .digest("hex");
  const end = { kind: "end", lines: lines.length, sha256 };
  writeFileSync(path, `${lines.join("")}${JSON.stringify(end)}\n`);
}

describe("an import", () => {
  test("leaves out members without an account, and says who they are", async () => {
    const { ana, ben, eve, org, path } = await filledOrganization();
    const { path: file } = await exportFrom(here, org);
    expect(importInto(there, file)).rejects.toThrow(
      `One of them must sign up first: ${ana.email}`,
    );
    const anaThere = await signUpThere(ana);
    const report = await importInto(there, file);
    expect(report.members).toBe(1);
    expect(report.missing).toEqual([ben.email, eve.email].toSorted());
    const members = expectStatus(
      await anaThere.get<"members.list">(`${path}/members`),
      200,
    );
    expect(members.body.items.map(({ email }) => email)).toEqual([ana.email]);
    const projects = expectStatus(
      await anaThere.get<"projects.list">(`${path}/projects`),
      200,
    );
    expect(projects.body.items).toHaveLength(1);
  });

  test("of a changed or incomplete file stores nothing", async () => {
    const { ana, org } = await filledOrganization();
    const { text } = await exportFrom(here, org);
    await signUpThere(ana);
    const before = await storedIn(there);
    const lines = text.trimEnd().split("\n");
    const changed = {
      "a changed row": text.replace('"member"', '"admin"'),
      "a missing line": lines.toSpliced(4, 1).join("\n"),
      "a missing end": lines.slice(0, -1).join("\n"),
      "a line after the end": `${text}${lines[1]}\n`,
      "half a line": text.slice(0, text.length / 2),
      "no export": "hello\n",
      nothing: "",
    };
    for (const [name, content] of Object.entries(changed)) {
      const path = join(folder.path, `${++files}.jsonl`);
      writeFileSync(path, content);
      expect(importInto(there, path), name).rejects.toThrow(
        /incomplete or was changed|is no export/,
      );
    }
    expect(await storedIn(there)).toEqual(before);
  });

  test("of a file without an organization stores nothing", async () => {
    const { org } = await filledOrganization();
    const { text } = await exportFrom(here, org);
    const before = await storedIn(there);
    const path = join(folder.path, `${++files}.jsonl`);
    forge(path, text.split("\n").toSpliced(1, 1).join("\n"));
    expect(importInto(there, path)).rejects.toThrow(
      /incomplete or was changed/,
    );
    expect(await storedIn(there)).toEqual(before);
  });

  test("of a file with a forged audit log stores nothing", async () => {
    const { ana, org } = await filledOrganization();
    const { text } = await exportFrom(here, org);
    await signUpThere(ana);
    const before = await storedIn(there);
    const path = join(folder.path, `${++files}.jsonl`);
    forge(path, text.replaceAll('"actor_name":"Ben"', '"actor_name":"Eve"'));
    expect(importInto(there, path)).rejects.toThrow(
      /The audit log of the export is not correct: Event \d+ was changed/,
    );
    expect(await storedIn(there)).toEqual(before);
  });

  test("takes another slug if the one in the file is taken", async () => {
    const { ana, org } = await filledOrganization();
    const { path } = await exportFrom(here, org);
    const anaThere = await signUpThere(ana);
    const bob = await there.person("Bob");
    expectStatus(
      await bob.post("/organizations", { name: "Taken", slug: org.slug }),
      201,
    );
    expect(importInto(there, path)).rejects.toThrow(
      `The slug ${org.slug} is taken here`,
    );
    await importInto(there, path, { slug: "acme-imported" });
    expectStatus(await anaThere.get("/organizations/acme-imported"), 200);
  });
});

test("an export is the state of one moment, whatever is written meanwhile", async () => {
  const ana = await here.person("Ana");
  const org = await here.organization(ana, "Busy");
  const list = `/organizations/${org.slug}/projects`;
  let isDone = false;
  const writing = (async () => {
    for (let number = 1; !isDone; number++)
      expectStatus(await ana.post(list, { name: `Project ${number}` }), 201);
  })();
  for (let round = 0; round < 5; round++) {
    const { text } = await exportFrom(here, org);
    const projects = text.split('"table":"projects"').length - 1;
    const events = text.split('"action":"projects.create"').length - 1;
    expect(events).toBe(projects);
  }
  isDone = true;
  await writing;
});

test("the limits of the other installation make members and projects read-only", async () => {
  const free = await startServer();
  try {
    const ana = await here.person("Ana");
    const org = await here.organization(ana, "Large");
    await here.db.client.execute({
      sql: "update organizations set seats = 1000, project_limit = null where id = ?",
      args: [org.id],
    });
    const list = `/organizations/${org.slug}/projects`;
    expectStatus(await ana.post(list, { name: "First" }), 201);
    await here.db.client.execute({
      sql: `with recursive n(i) as (select 1 union all select i + 1 from n where i < 600)
        insert into projects (org_id, id, name, created_at, updated_at)
        select ?, 'prj_' || i, 'Project ' || i, 1, 1 from n`,
      args: [org.id],
    });
    const { path } = await exportFrom(here, org);
    const visitor = free.stranger();
    const { name, email, password } = ana;
    await visitor.post("/auth/sign-up", { name, email, password });
    const token = await free.mailedToken(email, "verify");
    expectStatus(await visitor.post("/auth/verify-email", { token }), 200);
    await importInto(free, path);
    const { rows } = await free.db.client.execute(
      "select count(*) as all_of_them, sum(is_frozen) as frozen, (select project_limit from organizations) as most from projects",
    );
    const [row] = rows;
    expect(row?.all_of_them).toBe(601);
    expect(Number(row?.frozen)).toBe(601 - Number(row?.most));
    expect(Number(row?.frozen)).toBeGreaterThan(0);
  } finally {
    await free.stop();
  }
});
