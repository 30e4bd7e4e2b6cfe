import { beforeAll, describe, expect, test } from "bun:test";
import type { Actor } from "#testing/kit/actor";
import { expectStatus, type TestOrganization } from "#testing/kit/server";
import { serverSuite } from "#testing/kit/suite";
import { createSigner } from "#server/kernel/crypto";
import { hashEvent } from "./hash-chain";
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

/** Creates an organization whose audit log has five events: its own creation and the creation of four projects. */
async function withEvents(): Promise<TestOrganization> {
  const org = await server.organization(ana);
  for (const name of ["One", "Two", "Three", "Four"])
    expectStatus(
      await ana.post(`/organizations/${org.slug}/projects`, { name }),
      201,
    );
  return org;
}

/** Changes the audit log while its triggers are dropped, as an attacker with access to the database file can. */
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

test("the events of an organization form one chain", async () => {
  const org = await withEvents();
  expect(await verify(org.id)).toMatchObject({
    rows: 5,
    unchained: 0,
    head: { seq: 5 },
    fault: null,
  });
});

test("events of concurrent requests form one chain", async () => {
  const org = await server.organization(ana);
  const answers = await Promise.all(
    Array.from({ length: 30 }, (_, index) =>
      ana.post(`/organizations/${org.slug}/projects`, { name: `P${index}` }),
    ),
  );
  expect(answers.map(({ status }) => status)).toEqual(Array(30).fill(201));
  expect(await verify(org.id)).toMatchObject({ rows: 31, fault: null });
});

test("a refused change adds no event and leaves no gap", async () => {
  const org = await withEvents();
  const leave = `/organizations/${org.slug}/members/${ana.id}`;
  expectStatus(await ana.delete(leave), 409);
  expect(await verify(org.id)).toMatchObject({ rows: 5, fault: null });
});

describe("verification finds", () => {
  const attempts: Record<string, [sql: string, fault: object]> = {
    "a changed actor": [
      "update audit_log set actor_name = 'Mallory' where org_id = ? and seq = 3",
      { kind: "changed", seq: 3 },
    ],
    "a changed moment": [
      "update audit_log set at = at + 1 where org_id = ? and seq = 1",
      { kind: "changed", seq: 1 },
    ],
    "changed content": [
      "update audit_log set changes = replace(changes, 'Two', 'Too') where org_id = ? and seq = 3",
      { kind: "changed", seq: 3 },
    ],
    "a removed hash": [
      "update audit_log set hash = null where org_id = ? and seq = 1",
      { kind: "changed", seq: 2 },
    ],
    "removed hashes of all events": [
      "update audit_log set hash = null where org_id = ?",
      { kind: "tail", seq: 6 },
    ],
    "a missing event in the middle": [
      "delete from audit_log where org_id = ? and seq = 3",
      { kind: "missing", seq: 3 },
    ],
    "missing events at the beginning": [
      "delete from audit_log where org_id = ? and seq < 3",
      { kind: "missing", seq: 1 },
    ],
    "missing events at the end": [
      "delete from audit_log where org_id = ? and seq > 3",
      { kind: "tail", seq: 4 },
    ],
    "a log without events": [
      "delete from audit_log where org_id = ?",
      { kind: "tail", seq: 1 },
    ],
    "a head with an invalid signature": [
      "update audit_heads set seq = 3 where org_id = ?",
      { kind: "signature", seq: 3 },
    ],
    "a missing head": [
      "delete from audit_heads where org_id = ?",
      { kind: "tail", seq: 5 },
    ],
    "a checkpoint with an invalid signature": [
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

  test("by its anchor, a log that was cut off and got an older signed head", async () => {
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

test("the next change does not sign a rewritten chain", async () => {
  const org = await withEvents();
  await tamper(
    "update audit_log set actor_name = 'Mallory' where org_id = ? and seq = 5",
    org.id,
  );
  const { client } = server.db;
  const { rows } = await client.execute({
    sql: "select * from audit_log where org_id = ? order by seq desc limit 2",
    args: [org.id],
  });
  const [last, before] = rows;
  if (!last || !before) throw new Error("There are five events.");
  const hash = hashEvent(String(before.hash), toAuditRow(org.id, last));
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

test("a log from before the chain continues after its last event", async () => {
  const org = await withEvents();
  await tamper("update audit_log set hash = null where org_id = ?", org.id);
  await tamper("delete from audit_heads where org_id = ?", org.id);
  // The log now looks like a log from before hash chains existed, but the server still caches its former head.
  const path = `/organizations/${org.slug}/projects`;
  expectStatus(await ana.post(path, { name: "Five" }), 201);
  expect(await verify(org.id)).toMatchObject({
    rows: 1,
    unchained: 5,
    fault: null,
  });
});

test("a running server signs new heads after the operator has signed the head again", async () => {
  const org = await withEvents();
  const add = async (name: string) =>
    expectStatus(
      await ana.post(`/organizations/${org.slug}/projects`, { name }),
      201,
    );
  // The database gets a head that the server has not cached and that another secret signed, as after restoring a
  // backup.
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
