import { expect, test } from "bun:test";
import { newId } from "#shared/id";
import { addOrganization } from "#testing/kit/database";
import { databaseSuite } from "#testing/kit/suite";

const db = databaseSuite();

async function addEvent(orgId: string, seq: number, changes: unknown) {
  await db.client.execute({
    sql: "insert into audit_log (org_id, id, seq, at, action, actor_kind, changes) values (?, ?, ?, 1, 'test', 'user', ?)",
    args: [orgId, newId("event"), seq, JSON.stringify(changes)],
  });
}

async function targetsOf(orgId: string): Promise<unknown[][]> {
  const { rows } = await db.client.execute({
    sql: "select seq, target from audit_targets where org_id = ? order by seq, target",
    args: [orgId],
  });
  return rows.map(({ seq, target }) => [seq, target]);
}

test("every changed row of an event is a target, and a member is one by the id of the user", async () => {
  const { orgId } = await addOrganization(db);
  await addEvent(orgId, 1, [
    { table: "projects", id: "prj_1", before: null, after: { id: "prj_1" } },
    {
      table: "memberships",
      id: "mem_1",
      before: null,
      after: { userId: "usr_1" },
    },
    {
      table: "memberships",
      id: "mem_2",
      before: { userId: "usr_2" },
      after: null,
    },
  ]);
  await addEvent(orgId, 2, [
    { table: "projects", id: "prj_1", before: {}, after: {} },
    { table: "projects", id: "prj_1", before: {}, after: {} },
    { table: "projects", id: "*", before: {}, after: {} },
  ]);
  await addEvent(orgId, 3, []);
  expect(await targetsOf(orgId)).toEqual([
    [1, "prj_1"],
    [1, "usr_1"],
    [1, "usr_2"],
    [2, "prj_1"],
  ]);
});

test("the targets of an event are deleted with the event, and those of other events stay", async () => {
  const { orgId } = await addOrganization(db);
  const change = { table: "projects", id: "prj_1", before: {}, after: {} };
  await addEvent(orgId, 1, [change]);
  await addEvent(orgId, 2, [change]);
  await db.client.batch(
    [
      {
        sql: "insert into audit_checkpoints (org_id, seq, hash, signature, created_at) values (?, 1, '', '', 0)",
        args: [orgId],
      },
      {
        sql: "delete from audit_log where org_id = ? and seq <= 1",
        args: [orgId],
      },
    ],
    "write",
  );
  expect(await targetsOf(orgId)).toEqual([[2, "prj_1"]]);
});
