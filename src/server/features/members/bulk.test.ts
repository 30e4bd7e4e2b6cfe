import { beforeAll, beforeEach, describe, expect, test } from "bun:test";
import type { Actor } from "#testing/kit/actor";
import { expectStatus, type TestOrganization } from "#testing/kit/server";
import { serverSuite } from "#testing/kit/suite";
import { problemOf } from "#testing/kit/problem";
import { snapshot } from "#testing/kit/snapshot";

const server = serverSuite();
let ana: Actor;
let org: TestOrganization;
beforeAll(async () => {
  ana = await server.person("Ana");
});
beforeEach(async () => {
  org = await server.organization(ana);
});

const bulk = (body: object, who = ana) =>
  who.post(`/organizations/${org.slug}/members/bulk`, body);
const join = (role: string) => server.join(ana, org, role);
const path = (person: Actor) =>
  `/organizations/${org.slug}/members/${person.id}`;

async function members() {
  const answer = await ana.get<"members.list">(
    `/organizations/${org.slug}/members`,
  );
  const { items } = expectStatus(answer, 200).body;
  return new Map(items.map((member) => [member.userId, member]));
}

async function project(maker: Actor, name: string): Promise<string> {
  const projects = `/organizations/${org.slug}/projects`;
  const made = await maker.post(projects, { name });
  return String(expectStatus(made, 201).body.id);
}

async function ownerOf(id: string) {
  const { rows } = await server.db.client.execute({
    sql: "select owner_id from projects where id = ?",
    args: [id],
  });
  return rows[0]?.owner_id;
}

describe("a bulk change", () => {
  test("changes roles, suspends, reactivates and removes members, and lists those it skips", async () => {
    const [ben, eve] = [await join("viewer"), await join("viewer")];
    const userIds = [ben.id, eve.id, ben.id, ana.id, "usr_nobody"];
    const skipped = [{ userId: ana.id, reason: "YOURSELF" }];
    for (const change of [
      { action: "changeRole", role: "member" },
      { action: "suspend" },
      { action: "reactivate" },
      { action: "remove" },
    ]) {
      const answer = await bulk({ userIds, ...change });
      expect<unknown>(expectStatus(answer, 200).body).toEqual({
        done: [ben.id, eve.id],
        skipped,
      });
      const now = await members();
      if (change.action === "changeRole")
        expect(now.get(eve.id)?.role).toBe("member");
      if (change.action === "suspend")
        expect(now.get(ben.id)?.suspendedAt).not.toBeNull();
      if (change.action === "reactivate")
        expect(now.get(ben.id)?.suspendedAt).toBeNull();
      if (change.action === "remove") expect(now.size).toBe(1);
    }
  });

  test("skips members whom the caller cannot change", async () => {
    const made = await ana.post(`/organizations/${org.slug}/roles`, {
      name: "Lead",
      basedOn: "member",
      permissions: ["member:update", "member:read", "project:read"],
    });
    const role = String(expectStatus(made, 201).body.id);
    const [lead, ben, low] = [
      await join("viewer"),
      await join("member"),
      await join("viewer"),
    ];
    expectStatus(await ana.put(path(lead), { role }), 200);
    expectStatus(await ana.put(path(low), { role }), 200);
    const userIds = [ana.id, ben.id, low.id];
    const answer = await bulk({ userIds, action: "suspend" }, lead);
    expect<unknown>(expectStatus(answer, 200).body).toEqual({
      done: [low.id],
      skipped: [
        { userId: ana.id, reason: "PERMISSION_DENIED" },
        { userId: ben.id, reason: "PERMISSION_DENIED" },
      ],
    });
    const remove = await bulk({ userIds: [low.id], action: "remove" }, lead);
    expect([remove.status, problemOf(remove).reason]).toEqual([
      403,
      "PERMISSION_DENIED",
    ]);
  });

  test("changes nothing when one member is refused for another reason", async () => {
    const [ben, eve] = [await join("viewer"), await join("viewer")];
    await bulk({ userIds: [ben.id, eve.id], action: "suspend" });
    await server.db.client.execute({
      sql: "update organizations set seats = 2 where id = ?",
      args: [org.id],
    });
    await server.services.outbox.idle();
    const before = await snapshot(server.db);
    const full = await bulk({
      userIds: [ben.id, eve.id],
      action: "reactivate",
    });
    expect([full.status, problemOf(full).reason]).toEqual([402, "SEAT_LIMIT"]);
    const roleless = await bulk({ userIds: [ben.id], action: "changeRole" });
    expect(roleless.status).toBe(400);
    expect(await snapshot(server.db)).toEqual(before);
  });
});

describe("the projects of a removed member", () => {
  test("stay, or are reassigned with one audit event", async () => {
    const [ben, eve, creator] = [
      await join("member"),
      await join("member"),
      await join("member"),
    ];
    const kept = await project(eve, "Kept");
    const given = [await project(ben, "One"), await project(ben, "Two")];
    const own = await project(creator, "Own");
    expectStatus(await ana.delete(path(eve)), 204);
    expect(await ownerOf(kept)).toBeNull();
    expectStatus(
      await ana.delete(`${path(ben)}?reassignTo=${creator.id}`),
      204,
    );
    for (const id of [...given, own])
      expect(await ownerOf(id)).toBe(creator.id);
    const log = await ana.get<"audit.list">(
      `/organizations/${org.slug}/audit-log?action=members.remove&limit=1`,
    );
    const [event] = expectStatus(log, 200).body.items;
    expect(event?.changes).toContainEqual(
      expect.objectContaining({
        table: "projects",
        before: expect.objectContaining({ ownerId: ben.id }),
        after: expect.objectContaining({ ownerId: creator.id }),
      }),
    );
    expectStatus(
      await creator.delete(`/organizations/${org.slug}/projects/${own}`),
      204,
    );
  });

  test("are reassigned for many members, and for a member who leaves", async () => {
    const [ben, eve] = [await join("member"), await join("member")];
    const ids = [await project(ben, "One"), await project(eve, "Two")];
    const gone = { userIds: [ben.id, eve.id], action: "remove" };
    expectStatus(await bulk({ ...gone, reassignTo: ana.id }), 200);
    for (const id of ids) expect(await ownerOf(id)).toBe(ana.id);
    const max = await join("member");
    const last = await project(max, "Three");
    expectStatus(await max.delete(`${path(max)}?reassignTo=${ana.id}`), 204);
    expect(await ownerOf(last)).toBe(ana.id);
  });

  test("are counted before their owners are removed", async () => {
    const [ben, eve] = [await join("member"), await join("member")];
    const count = async (...people: Actor[]) =>
      expectStatus(
        await ana.get<"members.previewRemoval">(
          `/organizations/${org.slug}/members/bulk/preview?userIds=${people.map(({ id }) => id).join(",")}`,
        ),
        200,
      ).body.projects;
    await project(ben, "One");
    await project(ben, "Two");
    await project(eve, "Three");
    expect(await count(ben)).toBe(2);
    expect(await count(ben, eve)).toBe(3);
    expect(await count(await join("viewer"))).toBe(0);
  });

  test("cannot be reassigned to a removed or suspended member, a non-member, or a member who cannot edit projects", async () => {
    const [ben, viewer, out] = [
      await join("member"),
      await join("viewer"),
      await join("member"),
    ];
    expectStatus(await ana.post(`${path(out)}/suspend`), 200);
    const stranger = await server.person();
    for (const creator of [ben, viewer, out, stranger]) {
      const answer = await ana.delete(`${path(ben)}?reassignTo=${creator.id}`);
      expect([answer.status, problemOf(answer).reason]).toEqual([
        400,
        "INVALID_INPUT",
      ]);
    }
    expect((await members()).has(ben.id)).toBe(true);
  });
});
