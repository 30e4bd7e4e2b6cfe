import { beforeAll, describe, expect, test } from "bun:test";
import { newId } from "#shared/id";
import { addOrganization } from "#testing/kit/database";
import type { Actor } from "#testing/kit/actor";
import { expectStatus, type TestOrganization } from "#testing/kit/server";
import { databaseSuite, serverSuite } from "#testing/kit/suite";

const db = databaseSuite();
const server = serverSuite();

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

describe("the history", () => {
  let ada: Actor;
  let ben: Actor;
  let org: TestOrganization;
  let path: string;
  beforeAll(async () => {
    ada = await server.person("Ada");
    org = await server.organization(ada);
    path = `/organizations/${org.slug}`;
    ben = await server.join(ada, org, "member", "Ben");
  });

  const eventsOf = async (query: string) => {
    const answer = await ada.get<"audit.list">(`${path}/audit-log?${query}`);
    return expectStatus(answer, 200).body;
  };
  const actionsOf = async (query: string) =>
    (await eventsOf(query)).items.map(({ action }) => action);
  const latestOf = async (...targets: string[]) => {
    const list = targets.join(",");
    const answer = await ada.get<"audit.latest">(
      `${path}/audit-log/latest?targets=${list}`,
    );
    const { items } = expectStatus(answer, 200).body;
    return Object.fromEntries(
      items.map(({ target, action, actor }) => [target, [action, actor.name]]),
    );
  };

  test("of a project has its events in pages, and those of no other project", async () => {
    const create = (name: string) =>
      ada.post<"projects.create">(`${path}/projects`, { name });
    const { id } = expectStatus(await create("One"), 201).body;
    const other = expectStatus(await create("Two"), 201).body;
    for (const name of ["Three", "Four"])
      expectStatus(await ben.put(`${path}/projects/${id}`, { name }), 200);
    expectStatus(
      await ada.put(`${path}/projects/${other.id}`, { name: "Five" }),
      200,
    );
    const first = await eventsOf(`target=${id}&limit=2`);
    expect(first.items.map(({ action }) => action)).toEqual([
      "projects.update",
      "projects.update",
    ]);
    const rest = await eventsOf(
      `target=${id}&limit=2&cursor=${String(first.nextCursor)}`,
    );
    expect(rest.items.map(({ action }) => action)).toEqual(["projects.create"]);
    expect(rest.nextCursor).toBeNull();
    expect(await actionsOf(`target=${id}&actor=${ada.id}`)).toEqual([
      "projects.create",
    ]);
    expect(await latestOf(id, other.id, newId("project"))).toEqual({
      [id]: ["projects.update", "Ben"],
      [other.id]: ["projects.update", "Ada"],
    });
  });

  test("of a member has the changes of many members at once", async () => {
    const max = await server.join(ada, org, "member", "Max");
    const many = { userIds: [ben.id, max.id], action: "suspend" };
    expectStatus(await ada.post(`${path}/members/bulk`, many), 200);
    expectStatus(await ada.post(`${path}/members/${max.id}/reactivate`), 200);
    expect(await latestOf(ben.id, max.id)).toEqual({
      [ben.id]: ["members.updateMany", "Ada"],
      [max.id]: ["members.reactivate", "Ada"],
    });
    expect(await actionsOf(`target=${ben.id}`)).toContain("members.updateMany");
  });

  test("of the organization is that of its parts", async () => {
    expectStatus(await ada.put(path, { name: "Renamed" }), 200);
    const settings = { timezone: "Europe/Berlin" };
    expectStatus(await ada.put(path, { settings }), 200);
    expectStatus(
      await ada.post(`${path}/subscription/trial`, { plan: "team" }),
      200,
    );
    expect(await actionsOf("target=organization.name")).toEqual([
      "organizations.update",
      "organizations.create",
    ]);
    const [changed] = (await eventsOf("target=organization.settings")).items;
    expect(changed?.changes[0]?.after).toMatchObject({ settings });
    expect(await latestOf("organization.plan", "organization.slug")).toEqual({
      "organization.plan": ["billing.startTrial", "Ada"],
      "organization.slug": ["organizations.create", "Ada"],
    });
  });

  test("of another organization is empty", async () => {
    const eve = await server.person("Eve");
    const other = await server.organization(eve);
    const { rows } = await server.db.client.execute({
      sql: "select target from audit_targets where org_id = ?",
      args: [org.id],
    });
    const targets = rows.map(({ target }) => String(target)).slice(0, 50);
    const answer = await eve.get<"audit.latest">(
      `/organizations/${other.slug}/audit-log/latest?targets=${targets.join(",")}`,
    );
    expect(expectStatus(answer, 200).body.items).toEqual([]);
  });

  test("is only for those who can read the audit log", async () => {
    const max = await server.join(ada, org, "member");
    expectStatus(
      await max.get(`${path}/audit-log/latest?targets=organization.name`),
      403,
    );
  });
});
