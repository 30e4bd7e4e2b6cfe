import { beforeAll, describe, expect, test } from "bun:test";
import type { Actor } from "#testing/kit/actor";
import { expectStatus, type TestOrganization } from "#testing/kit/server";
import { serverSuite } from "#testing/kit/suite";
import { createSigner } from "#server/kernel/crypto";
import { linkHash } from "./hash-chain";
import { anchorOf, holdsAnchor } from "./verify-with-anchor";
import { signAudit } from "./sign";
import { toAuditRow, verifyAudit } from "./verify";

const server = serverSuite();
let ana: Actor;
beforeAll(async () => {
  ana = await server.person("Ana");
});

const signer = () => createSigner(server.config.secret, "audit");
const verify = (orgId: string) =>
  verifyAudit(server.db.client, signer(), orgId);

/** An organization with five events: it was created, and four projects were. */
async function withEvents(): Promise<TestOrganization> {
  const org = await server.organization(ana);
  for (const name of ["One", "Two", "Three", "Four"])
    expectStatus(
      await ana.post(`/organizations/${org.slug}/projects`, { name }),
      201,
    );
  return org;
}

/** What somebody with the database file in hand does: the triggers do not stop them. */
async function tamper(sql: string, orgId: string): Promise<void> {
  const triggers = ["audit_log_no_update", "audit_log_no_delete"];
  const { rows } = await server.db.client.execute(
    `select sql from sqlite_master where name in ('${triggers.join("', '")}')`,
  );
  await server.db.client.batch([
    ...triggers.map((name) => `drop trigger ${name}`),
    { sql, args: [orgId] },
    ...rows.map((row) => String(row.sql)),
  ]);
}

test("every event of an organization is a link of one chain", async () => {
  const org = await withEvents();
  expect(await verify(org.id)).toMatchObject({
    rows: 5,
    unchained: 0,
    head: { seq: 5 },
    fault: null,
  });
});

test("events written at the same moment are links of one chain too", async () => {
  const org = await server.organization(ana);
  const answers = await Promise.all(
    Array.from({ length: 30 }, (_, index) =>
      ana.post(`/organizations/${org.slug}/projects`, { name: `P${index}` }),
    ),
  );
  expect(answers.map(({ status }) => status)).toEqual(Array(30).fill(201));
  expect(await verify(org.id)).toMatchObject({ rows: 31, fault: null });
});

test("a refused change leaves no link and no gap", async () => {
  const org = await withEvents();
  const leave = `/organizations/${org.slug}/members/${ana.id}`;
  expectStatus(await ana.delete(leave), 409);
  expect(await verify(org.id)).toMatchObject({ rows: 5, fault: null });
});

describe("whoever has the file in hand is found out:", () => {
  const attempts: Record<string, [sql: string, fault: object]> = {
    "another actor": [
      "update audit_log set actor_name = 'Somebody' where org_id = ? and seq = 3",
      { kind: "changed", seq: 3 },
    ],
    "another moment": [
      "update audit_log set at = at + 1 where org_id = ? and seq = 1",
      { kind: "changed", seq: 1 },
    ],
    "another content": [
      "update audit_log set changes = replace(changes, 'Two', 'Too') where org_id = ? and seq = 3",
      { kind: "changed", seq: 3 },
    ],
    "a hash taken away": [
      "update audit_log set hash = null where org_id = ? and seq = 1",
      { kind: "changed", seq: 2 },
    ],
    "all hashes taken away": [
      "update audit_log set hash = null where org_id = ?",
      { kind: "tail", seq: 6 },
    ],
    "a row in the middle gone": [
      "delete from audit_log where org_id = ? and seq = 3",
      { kind: "missing", seq: 3 },
    ],
    "the beginning gone": [
      "delete from audit_log where org_id = ? and seq < 3",
      { kind: "missing", seq: 1 },
    ],
    "the end gone": [
      "delete from audit_log where org_id = ? and seq > 3",
      { kind: "tail", seq: 4 },
    ],
    "everything gone": [
      "delete from audit_log where org_id = ?",
      { kind: "tail", seq: 1 },
    ],
    "an end that is signed no more": [
      "update audit_heads set seq = 3 where org_id = ?",
      { kind: "signature", seq: 3 },
    ],
    "no end": [
      "delete from audit_heads where org_id = ?",
      { kind: "tail", seq: 5 },
    ],
    "a beginning that the program did not sign": [
      "insert into audit_checkpoints select org_id, 2, hash, signature, 1 from audit_heads where org_id = ?",
      { kind: "signature", seq: 2 },
    ],
  };
  for (const [name, [sql, fault]] of Object.entries(attempts))
    test(name, async () => {
      const org = await withEvents();
      await tamper(sql, org.id);
      const found = await verify(org.id);
      expect(found.fault).toMatchObject(fault);
    });

  test("an end cut off together with an older signed end, by what was noted elsewhere", async () => {
    const org = await withEvents();
    const { client } = server.db;
    const copy = "create temp table old_heads as select * from audit_heads";
    await client.execute(`${copy} where org_id = '${org.id}'`);
    const path = `/organizations/${org.slug}/projects`;
    expectStatus(await ana.post(path, { name: "Five" }), 201);
    const noted = anchorOf((await verify(org.id)).head);
    expect(await holdsAnchor(client, org.id, noted)).toBe(true);

    await tamper("delete from audit_log where org_id = ? and seq > 5", org.id);
    await client.execute(
      "insert or replace into audit_heads select * from old_heads",
    );
    await client.execute("drop table old_heads");
    expect((await verify(org.id)).fault).toBeNull();
    expect(await holdsAnchor(client, org.id, noted)).toBe(false);
  });
});

test("a chain that was written anew is not signed by the next change", async () => {
  const org = await withEvents();
  await tamper(
    "update audit_log set actor_name = 'Somebody' where org_id = ? and seq = 5",
    org.id,
  );
  const { client } = server.db;
  const { rows } = await client.execute({
    sql: "select * from audit_log where org_id = ? order by seq desc limit 2",
    args: [org.id],
  });
  const [last, before] = rows;
  if (!last || !before) throw new Error("There are five events.");
  const hash = linkHash(String(before.hash), toAuditRow(org.id, last));
  await tamper(
    `update audit_log set hash = '${hash}' where org_id = ? and seq = 5`,
    org.id,
  );
  await client.execute({
    sql: "update audit_heads set hash = ? where org_id = ?",
    args: [hash, org.id],
  });
  expect((await verify(org.id)).fault?.kind).toBe("signature");
  const path = `/organizations/${org.slug}/projects`;
  for (const name of ["Five", "Six"])
    expectStatus(await ana.post(path, { name }), 201);
  expect((await verify(org.id)).fault).toEqual({ kind: "signature", seq: 7 });
});

test("a log that is older than the chain goes on behind its last row", async () => {
  const org = await withEvents();
  await tamper("update audit_log set hash = null where org_id = ?", org.id);
  await tamper("delete from audit_heads where org_id = ?", org.id);
  // As after an upgrade: what this process knew of the end is no longer so.
  const path = `/organizations/${org.slug}/projects`;
  expectStatus(await ana.post(path, { name: "Five" }), 201);
  expect(await verify(org.id)).toMatchObject({
    rows: 1,
    unchained: 5,
    fault: null,
  });
});

test("an end that its operator signed anew is gone on from, signed, by a server that ran meanwhile", async () => {
  const org = await withEvents();
  const add = async (name: string) =>
    expectStatus(
      await ana.post(`/organizations/${org.slug}/projects`, { name }),
      201,
    );
  // Another end than this process knew, signed with another secret, as after a restored backup.
  await tamper("delete from audit_log where org_id = ? and seq = 5", org.id);
  const { rows } = await server.db.client.execute({
    sql: "select hash from audit_log where org_id = ? and seq = 4",
    args: [org.id],
  });
  await server.db.client.execute({
    sql: "update audit_heads set seq = 4, hash = ?, signature = 'of another secret' where org_id = ?",
    args: [String(rows[0]?.hash), org.id],
  });
  await add("Unsigned");
  expect((await verify(org.id)).fault).toMatchObject({ kind: "signature" });
  await signAudit(server.db.client, signer(), org.id, {
    previous: [],
    unsigned: true,
  });
  await add("Signed");
  expect(await verify(org.id)).toMatchObject({ rows: 6, fault: null });
});
