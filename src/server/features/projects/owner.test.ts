import { beforeEach, describe, expect, test } from "bun:test";
import type { InStatement } from "@libsql/client";
import { newId } from "#shared/id";
import { insertStatement } from "#server/kernel/db/statement";
import {
  addMember,
  addOrganization,
  addUser,
  expectRefused,
} from "#testing/kit/database";
import { databaseSuite } from "#testing/kit/suite";
import { projectFavourites, projects } from "./table";

const db = databaseSuite();

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
