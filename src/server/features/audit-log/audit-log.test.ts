import { beforeAll, describe, expect, test } from "bun:test";
import type { Actor } from "#testing/kit/actor";
import {
  expectStatus,
  startServer,
  type TestOrganization,
} from "#testing/kit/server";
import { serverSuite } from "#testing/kit/suite";
import { runProgram } from "#testing/kit/process";
import { temporaryFolder } from "#testing/kit/temporary";
import { TenantDb } from "#server/kernel/db/tenant-db";
import { UnitOfWork } from "#server/kernel/db/unit-of-work";
import { organizations } from "#server/core/organizations/table";
import { expireEvents } from "./expire-events";
import { linesOf } from "./export";
import type { AuditEvent, AuditVerification } from "./schemas";

async function* eachOf(event: AuditEvent) {
  yield [event];
}

function anEvent({ name, hash }: { name: string; hash: string }): AuditEvent {
  return {
    seq: 1,
    id: "evt_1",
    at: "2026-01-01T00:00:00.000Z",
    action: "projects.create",
    actor: {
      kind: "user",
      id: "usr_1",
      name,
      keyId: null,
      stewardId: null,
    },
    changes: [],
    roles: [],
    requestId: null,
    address: null,
    hash,
  };
}

const DAY = 24 * 60 * 60 * 1000;

const server = serverSuite({ BILLING: "off" });
let ana: Actor;
let ben: Actor;
let org: TestOrganization;
let path: string;
beforeAll(async () => {
  ana = await server.person("Ana");
  org = await server.organization(ana, "Acme");
  ben = await server.join(ana, org, "member", "Ben");
  path = `/organizations/${org.slug}/audit-log`;
  for (const name of ["One", "=cmd|'/c calc'!A1", 'Three "quoted", with comma'])
    await ben.post(`/organizations/${org.slug}/projects`, { name });
  await ana.put(`/organizations/${org.slug}/members/${ben.id}`, {
    role: "viewer",
  });
});

async function events(query = ""): Promise<AuditEvent[]> {
  const answer = await ana.get<"audit.list">(`${path}${query}`);
  return expectStatus(answer, 200).body.items;
}

const download = async (format: string) =>
  expectStatus(await ana.get(`${path}/export?format=${format}`), 200);

describe("the audit log", () => {
  test("has who changed what, with the values before and after, newest first", async () => {
    const [newest] = await events();
    expect(newest).toMatchObject({
      action: "members.updateRole",
      actor: { kind: "user", id: ana.id, name: "Ana" },
      changes: [
        {
          table: "memberships",
          before: { role: "member" },
          after: { role: "viewer" },
        },
      ],
      address: "127.0.0.1",
    });
    const all = await events();
    const seqs = all.map(({ seq }) => seq);
    expect(seqs).toEqual(seqs.toSorted((a, b) => b - a));
    expect(seqs.at(-1)).toBe(1);
  });

  test("can be filtered by actor, action and time", async () => {
    const byBen = await events(`?actor=${ben.id}`);
    expect(new Set(byBen.map(({ actor }) => actor.name))).toEqual(
      new Set(["Ben"]),
    );
    const created = await events("?action=projects.create");
    expect(created).toHaveLength(3);
    expect(await events(`?action=projects.create&actor=${ana.id}`)).toEqual([]);
    const all = await events();
    const moment = all[2]?.at ?? "";
    const since = await events(`?from=${moment}`);
    const until = await events(`?to=${moment}`);
    expect(since.every(({ at }) => at >= moment)).toBe(true);
    expect(until.every(({ at }) => at <= moment)).toBe(true);
    const both = new Set([...since, ...until].map(({ seq }) => seq));
    expect(both.size).toBe(all.length);
  });

  test("can be filtered by events of the server", async () => {
    const other = await server.organization(ana);
    const work = new UnitOfWork(Date.now());
    work.appendUnversioned(other.id);
    const db = new TenantDb(server.db.drizzle, work, other.id);
    const before = await db.readRoot(organizations);
    const renamed = { name: "Renamed", updatedAt: work.now };
    db.updateRoot(organizations, before, renamed, () => {
      throw new Error("It is there.");
    });
    await server.services.deps.audit.commit(work, {
      actor: { kind: "system", id: null, name: null },
      action: "organizations.update",
      requestId: null,
      address: null,
    });
    const log = `/organizations/${other.slug}/audit-log`;
    const bySystem = expectStatus(
      await ana.get<"audit.list">(`${log}?actor=system`),
      200,
    ).body.items;
    expect(bySystem.map(({ actor }) => actor.kind)).toEqual(["system"]);
    const { text } = expectStatus(
      await ana.get(`${log}/export?format=jsonl&actor=system`),
      200,
    );
    expect(text.trim().split("\n")).toHaveLength(1);
  });

  test("names custom roles as at the time of the event, also after they were renamed and deleted", async () => {
    const own = await server.organization(ana);
    const cleo = await server.join(ana, own, "member", "Cleo");
    const roles = `/organizations/${own.slug}/roles`;
    const create = async (name: string) =>
      expectStatus(
        await ana.post<"roles.create">(roles, {
          name,
          permissions: ["project:read"],
          basedOn: "viewer",
        }),
        201,
      ).body.id;
    const [lead, support] = [await create("Lead"), await create("Support")];
    const give = async (role: string) =>
      expectStatus(
        await ana.put(`/organizations/${own.slug}/members/${cleo.id}`, {
          role,
        }),
        200,
      );
    await give(lead);
    expectStatus(await ana.put(`${roles}/${lead}`, { name: "Chief" }), 200);
    await give("member");
    await give(lead);
    expectStatus(
      await ana.delete(`${roles}/${lead}?replacement=${support}`),
      204,
    );
    const log = `/organizations/${own.slug}/audit-log`;
    const { items } = expectStatus(await ana.get<"audit.list">(log), 200).body;
    expect(
      items
        .filter(({ action }) => /^(members.updateRole|roles)/.test(action))
        .map(({ action, roles: named }) => [
          action,
          ...named.map(({ name }) => name).toSorted(),
        ]),
    ).toEqual([
      ["roles.delete", "Chief", "Support"],
      ["members.updateRole", "Chief"],
      ["members.updateRole", "Chief"],
      ["roles.update"],
      ["members.updateRole", "Lead"],
      ["roles.create"],
      ["roles.create"],
    ]);
    const { text } = expectStatus(
      await ana.get(`${log}/export?format=jsonl`),
      200,
    );
    expect(text).toContain(`"roles":[{"id":"${lead}","name":"Lead"}]`);
  });

  test("has pages without gaps or duplicates", async () => {
    const all = await events();
    const paged: AuditEvent[] = [];
    for (let cursor: string | null = ""; cursor !== null;) {
      const query: string = `?limit=2${cursor ? `&cursor=${cursor}` : ""}`;
      const answer = await ana.get<"audit.list">(`${path}${query}`);
      const { body } = expectStatus(answer, 200);
      paged.push(...body.items);
      cursor = body.nextCursor;
    }
    expect(paged).toEqual(all);
  });

  test("returns one event by its number", async () => {
    const all = await events();
    expect(await events("?seq=2")).toEqual(all.filter(({ seq }) => seq === 2));
    expect(await events("?seq=2000")).toEqual([]);
  });

  test.each([
    "?cursor=evt_1",
    "?from=yesterday",
    "?limit=0",
    "?seq=0",
    "?seq=1.5",
    "?what=1",
  ])("refuses %s", async (query) => {
    expectStatus(await ana.get(`${path}${query}`), 400);
  });
});

describe("the download", () => {
  test("as JSON Lines has every event, oldest first", async () => {
    const { text, headers } = await download("jsonl");
    expect(headers.get("content-type")).toStartWith("application/jsonl");
    expect(headers.get("content-disposition")).toBe(
      `attachment; filename="${org.slug}-audit-log.jsonl"`,
    );
    const lines = text.trimEnd().split("\n");
    const all = await events();
    expect(lines.map((line) => JSON.parse(line) as AuditEvent)).toEqual(
      all.toReversed(),
    );
  });

  test("as CSV runs no formula in a spreadsheet", async () => {
    const { text, headers } = await download("csv");
    expect(headers.get("content-type")).toStartWith("text/csv");
    const lines = text.trimEnd().split("\r\n");
    expect(lines[0]).toStartWith('"seq","id","at","action"');
    expect(lines).toHaveLength((await events()).length + 1);
    expect(text).toContain('Three \\""quoted\\"", with comma');
  });

  test("as CSV describes each event in words", async () => {
    const { text } = await download("csv");
    const [header = "", ...lines] = text.trimEnd().split("\r\n");
    expect(header).toContain('"actor_name","target","summary","changes"');
    const changed = lines.find((line) => line.includes("members.updateRole"));
    expect(changed).toContain(
      ',"Ana","member Ben","Ana changed member Ben: role Member → Viewer",',
    );
    const created = lines.find((line) => line.includes("=cmd|"));
    expect(created).toContain(`,"project =cmd|'/c calc'!A1",`);
    expect(lines[0]).toContain('"organization Acme; member Ana"');
  });

  test("as CSV escapes the texts of users, also with full-width characters, and no hash", () => {
    const lines = (name: string, hash: string) =>
      Array.fromAsync(
        linesOf(eachOf(anEvent({ name, hash })), "csv", async () => (id) => id),
      );
    return Promise.all(
      ["=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"].map(
        async (sign) => {
          const hash = `${sign}${"x".repeat(42)}`;
          const [, line] = await lines(`${sign}1+1`, hash);
          expect(line).toContain(`,"'${sign}1+1",`);
          expect(line).toEndWith(`,"${hash}"\r\n`);
        },
      ),
    );
  });

  test("can be filtered like the list", async () => {
    const query = `?format=jsonl&action=projects.create&actor=${ben.id}`;
    const answer = await ana.get(`${path}/export${query}`);
    expect(expectStatus(answer, 200).text.trimEnd().split("\n")).toHaveLength(
      3,
    );
  });

  test("of a long log is complete", async () => {
    const busy = await server.organization(ana);
    const projects = `/organizations/${busy.slug}/projects`;
    await Promise.all(
      Array.from({ length: 1100 }, (_, index) =>
        ana.post(projects, { name: `Project ${index}` }),
      ),
    );
    const seqsOf = async (filter: string) => {
      const answer = await ana.get(
        `/organizations/${busy.slug}/audit-log/export?format=jsonl${filter}`,
      );
      const lines = expectStatus(answer, 200).text.trimEnd().split("\n");
      return lines.map((line) => (JSON.parse(line) as AuditEvent).seq);
    };
    const all = Array.from({ length: 1101 }, (_, index) => index + 1);
    expect(await seqsOf("")).toEqual(all);
    const narrowed = `&action=projects.create&actor=${ana.id}`;
    const created = await seqsOf(narrowed);
    expect(created.toSorted((a, b) => a - b)).toEqual(all.slice(1));
  });

  test("is refused over tRPC with the REST path", async () => {
    const input = { org: org.slug, format: "csv" };
    const answer = await ana.trpc("query", "audit.export", input);
    expect(answer.status).toBe(405);
    expect(answer.text).toContain(
      "Use GET /api/organizations/{org}/audit-log/export",
    );
  });
});

describe("the verification of the log", () => {
  const look = async (anchor = ""): Promise<AuditVerification> => {
    const query = anchor && `?anchor=${anchor}`;
    const answer = await ana.get<"audit.verify">(
      `${path}/verification${query}`,
    );
    return expectStatus(answer, 200).body;
  };

  test("succeeds for an unchanged log, and returns an anchor", async () => {
    const { rows, anchor, fault } = await look();
    expect({ rows, fault }).toEqual({
      rows: (await events()).length,
      fault: null,
    });
    await ana.post(`/organizations/${org.slug}/projects`, { name: "Later" });
    expect((await look(anchor)).fault).toBeNull();
  });

  test("reports a missing event by its anchor", async () => {
    const { fault } = await look(`3:${"x".repeat(43)}`);
    expect(fault).toMatchObject({ kind: "anchor", seq: 3 });
    expect(fault?.message).toContain("an older or a different one");
  });
});

test("a value over 2 KiB is stored as its hash, length and beginning, and the log still verifies", async () => {
  const long = "漢字".repeat(1500);
  const short = "k".repeat(2048);
  const projects = `/organizations/${org.slug}/projects`;
  const made = await ana.post(projects, { name: "Long", description: short });
  const project = `${projects}/${String(expectStatus(made, 201).body.id)}`;
  const updated = await ana.put(project, { description: long });
  expect(updated.body.description).toBe(long);

  const [newest] = await events();
  const cut = {
    cut: true,
    sha256: new Bun.CryptoHasher("sha256").update(long).digest("hex"),
    length: 9000,
    beginning: "漢字".repeat(100),
  };
  expect(newest?.changes).toMatchObject([
    { before: { description: short }, after: { description: cut } },
  ]);
  for (const format of ["jsonl", "csv"]) {
    const { text } = await download(format);
    expect(text).toContain(cut.sha256);
    expect(text).not.toContain(long);
  }
  const { audit } = server.services.deps;
  expect((await audit.verify(org.id)).finding).toBeNull();
});

test("events older than the plan keeps are deleted, and the rest still verifies", async () => {
  const aged = await startServer();
  try {
    const eve = await aged.person("Eve");
    const old = await aged.organization(eve);
    const projects = `/organizations/${old.slug}/projects`;
    await eve.post(projects, { name: "Old" });
    const { deps } = aged.services;
    const { audit } = deps;
    await expireEvents(deps, Date.now() + 89 * DAY);
    expect(await audit.verify(old.id)).toMatchObject({ rows: 2 });
    await expireEvents(deps, Date.now() + 91 * DAY);
    expect(await audit.verify(old.id)).toMatchObject({
      rows: 0,
      head: { seq: 2 },
      finding: null,
    });
    await eve.post(projects, { name: "New" });
    expect(await audit.verify(old.id)).toMatchObject({
      rows: 1,
      head: { seq: 3 },
      finding: null,
    });
  } finally {
    await aged.stop();
  }
});

test("an operator can verify all logs with one command", async () => {
  const folder = temporaryFolder();
  try {
    const APP_SECRET = "o".repeat(32);
    const environment = {
      DATABASE_URL: `file:${folder.path}/demo.db`,
      APP_SECRET,
    };
    const run = (...args: string[]) =>
      runProgram(folder.path, args, environment);
    expect((await run("seed", "--demo")).exitCode).toBe(0);
    const all = await run("audit", "verify");
    expect(all.exitCode).toBe(0);
    expect(all.output).toMatch(/^acme: \d+ events are unchanged\./m);
    expect(all.output).toMatch(/^globex: \d+ events are unchanged\./m);
    const [anchor = ""] = /\d+:[\w-]{43}/.exec(all.output) ?? [];
    const one = await run(
      "audit",
      "verify",
      "--org",
      "acme",
      "--anchor",
      anchor,
    );
    expect(one.exitCode).toBe(0);
    const otherSecret = { ...environment, APP_SECRET: "x".repeat(32) };
    const other = await runProgram(
      folder.path,
      ["audit", "verify"],
      otherSecret,
    );
    expect(other.exitCode).toBe(1);
    expect(other.output).toContain("APP_SECRET");
    const signed = await runProgram(folder.path, ["audit", "sign"], {
      ...otherSecret,
      APP_SECRET_PREVIOUS: APP_SECRET,
    });
    expect(signed.exitCode).toBe(0);
    const after = await runProgram(
      folder.path,
      ["audit", "verify"],
      otherSecret,
    );
    expect(after.exitCode).toBe(0);
    expect((await run("audit", "verify")).exitCode).toBe(1);
  } finally {
    folder.remove();
  }
});
