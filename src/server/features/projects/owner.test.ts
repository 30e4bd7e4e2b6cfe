import { beforeAll, beforeEach, describe, expect, test } from "bun:test";
import type { InStatement } from "@libsql/client";
import { newId } from "#shared/id";
import { insertStatement } from "#server/kernel/db/statement";
import {
  addMember,
  addOrganization,
  addUser,
  expectRefused,
} from "#testing/kit/database";
import type { Actor } from "#testing/kit/actor";
import { problemOf } from "#testing/kit/problem";
import { expectStatus, type TestOrganization } from "#testing/kit/server";
import { databaseSuite, serverSuite } from "#testing/kit/suite";
import { projectFavourites, projects } from "./table";

const db = databaseSuite();
const server = serverSuite();

describe("in the database", () => {
  let orgId: string;
  let ownerId: string;
  beforeEach(async () => {
    ({ orgId } = await addOrganization(db));
    ownerId = newId("user");
    await run(addUser(ownerId), addMember(orgId, ownerId, "member"));
  });

  const run = (...statements: InStatement[]) =>
    db.client.batch(statements, "write");

  const addProject = (id: string, owner: string | null) =>
    insertStatement(projects, {
      orgId,
      id,
      name: "Atlas",
      ownerId: owner,
      createdAt: 1,
      updatedAt: 1,
    });

  const addFavourite = (userId: string, projectId: string) =>
    insertStatement(projectFavourites, {
      orgId,
      id: newId("favourite"),
      userId,
      projectId,
      createdAt: 1,
    });

  const removeMember = (): InStatement => ({
    sql: "delete from memberships where org_id = ? and user_id = ?",
    args: [orgId, ownerId],
  });

  const rowOf = async (id: string) => {
    const { rows } = await db.client.execute({
      sql: "select owner_id, (select count(*) from project_favourites where project_id = p.id) as stars from projects as p where id = ?",
      args: [id],
    });
    return { owner: rows[0]?.owner_id, stars: Number(rows[0]?.stars) };
  };

  test("a project loses its owner and their star when the owner leaves", async () => {
    const id = newId("project");
    await run(addProject(id, ownerId), addFavourite(ownerId, id));
    expect(await rowOf(id)).toEqual({ owner: ownerId, stars: 1 });
    await run(removeMember());
    expect(await rowOf(id)).toEqual({ owner: null, stars: 0 });
  });

  test("projects of another organization keep their owner", async () => {
    const id = newId("project");
    const left = orgId;
    ({ orgId } = await addOrganization(db));
    await run(
      addMember(orgId, ownerId, "member"),
      addProject(id, ownerId),
      addFavourite(ownerId, id),
    );
    orgId = left;
    await run(removeMember());
    expect(await rowOf(id)).toEqual({ owner: ownerId, stars: 1 });
  });

  test("only a member can own a project or have favourites", async () => {
    const id = newId("project");
    const stranger = newId("user");
    await run(addUser(stranger), addProject(id, null));
    const error = "OWNER_NOT_MEMBER";
    await expectRefused(db, addProject(newId("project"), stranger), error);
    const change = {
      sql: "update projects set owner_id = ? where id = ?",
      args: [stranger, id],
    };
    await expectRefused(db, change, error);
    await expectRefused(
      db,
      addFavourite(stranger, id),
      "ORGANIZATION_NOT_FOUND",
    );
    await run({ ...change, args: [ownerId, id] });
  });

  test("a project of another organization cannot be a favourite", async () => {
    const id = newId("project");
    const home = orgId;
    ({ orgId } = await addOrganization(db));
    await run(addProject(id, null));
    orgId = home;
    await expectRefused(db, addFavourite(ownerId, id), "FOREIGN KEY");
  });
});

describe("the owner of a project", () => {
  let ada: Actor;
  let ben: Actor;
  let max: Actor;
  let vic: Actor;
  let org: TestOrganization;
  let path: string;
  beforeAll(async () => {
    ada = await server.person("Ada");
    org = await server.organization(ada);
    path = `/organizations/${org.slug}/projects`;
    ben = await server.join(ada, org, "member", "Ben");
    max = await server.join(ada, org, "member", "Max");
    vic = await server.join(ada, org, "viewer", "Vic");
  });

  const create = async (person: Actor) => {
    const answer = await person.post<"projects.create">(path, { name: "One" });
    return expectStatus(answer, 201).body;
  };
  const give = (from: Actor, id: string, ownerId: string | null) =>
    from.put<"projects.update">(`${path}/${id}`, { ownerId });

  test("is its creator, until the owner or an admin names another one", async () => {
    const { id, ownerId, owner } = await create(ben);
    expect([ownerId, owner?.name]).toEqual([ben.id, "Ben"]);
    const given = expectStatus(await give(ben, id, max.id), 200).body;
    expect([given.ownerId, given.owner?.name]).toEqual([max.id, "Max"]);
    expect(given.createdBy).toBe(ben.id);
    const taken = expectStatus(await give(ada, id, null), 200).body;
    expect([taken.ownerId, taken.owner]).toEqual([null, null]);
    const log = await ada.get<"audit.list">(
      `/organizations/${org.slug}/audit-log?target=${id}`,
    );
    const events = expectStatus(log, 200).body.items;
    expect(events.map(({ action }) => action)).toEqual([
      "projects.update",
      "projects.update",
      "projects.create",
    ]);
    expect(events[1]?.changes[0]).toMatchObject({
      before: { ownerId: ben.id },
      after: { ownerId: max.id },
    });
  });

  test("can delete it, and no one can make themselves the owner to delete it", async () => {
    const { id } = await create(ben);
    const taken = await give(max, id, max.id);
    expect([taken.status, problemOf(taken).reason]).toEqual([
      403,
      "PERMISSION_DENIED",
    ]);
    expectStatus(await max.delete(`${path}/${id}`), 403);
    expectStatus(await give(ben, id, max.id), 200);
    expectStatus(await ben.delete(`${path}/${id}`), 403);
    expectStatus(await max.delete(`${path}/${id}`), 204);
  });

  test("is a member who is active and can edit projects", async () => {
    const { id } = await create(ben);
    const stranger = await server.person("Eve");
    const sam = await server.join(ada, org, "member", "Sam");
    const suspend = `/organizations/${org.slug}/members/${sam.id}/suspend`;
    expectStatus(await ada.post(suspend), 200);
    const refused = async (ownerId: string) => {
      const answer = await give(ben, id, ownerId);
      expect(answer.status).toBe(400);
      return problemOf(answer).reason;
    };
    expect(await refused(stranger.id)).toBe("OWNER_NOT_MEMBER");
    expect(await refused(newId("user"))).toBe("OWNER_NOT_MEMBER");
    expect(await refused(vic.id)).toBe("INVALID_INPUT");
    expect(await refused(sam.id)).toBe("INVALID_INPUT");
    const { body } = await ben.get<"projects.get">(`${path}/${id}`);
    expect(body.ownerId).toBe(ben.id);
  });

  test("is not overwritten by who has not seen the change", async () => {
    const { id, updatedAt } = await create(ben);
    expectStatus(await ben.put(`${path}/${id}`, { name: "Two" }), 200);
    const late = { ownerId: max.id, updatedAt };
    const answer = await ben.put(`${path}/${id}`, late);
    expect([answer.status, problemOf(answer).reason]).toEqual([409, "STALE"]);
  });
});
