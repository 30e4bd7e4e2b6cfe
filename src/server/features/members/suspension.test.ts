import { beforeAll, describe, expect, test } from "bun:test";
import type { Actor, Answer } from "#testing/kit/actor";
import { type Attempt, attempts } from "#testing/matrix/valid-inputs";
import { expectStatus, type TestOrganization } from "#testing/kit/server";
import { serverSuite } from "#testing/kit/suite";
import { problemOf } from "#testing/kit/problem";
import { callOver, FACES, inOrganization } from "#testing/matrix/procedures";
import {
  type Roles,
  createRoles,
  createScenario,
} from "#testing/matrix/scenarios";
import { snapshot } from "#testing/kit/snapshot";

const server = serverSuite();
let ana: Actor;
let org: TestOrganization;
let ben: Actor;
let roles: Roles;
beforeAll(async () => {
  roles = await createRoles(server);
  ana = await server.person("Ana");
  org = await server.organization(ana, "Acme");
  ben = await server.join(ana, org, "member", "Ben");
});

const memberOf = ({ id }: Actor, there = org) =>
  `/organizations/${there.slug}/members/${id}`;
const suspend = (person: Actor, by = ana) =>
  by.post(`${memberOf(person)}/suspend`, {});
const reactivate = (person: Actor, by = ana) =>
  by.post(`${memberOf(person)}/reactivate`, {});
const reasonOf = ({ status, body }: Answer): unknown => [status, body.reason];

describe("a suspended member", () => {
  test("loses access at the next request, and gets all of it back when reactivated", async () => {
    const projects = `/organizations/${org.slug}/projects`;
    const made = await ben.post(projects, { name: "Ben's" });
    const { body } = expectStatus(await suspend(ben), 200);
    expect(body).toMatchObject({ role: "member", userId: ben.id });
    expect(typeof body.suspendedAt).toBe("string");
    for (const answer of [
      ben.get(projects),
      ben.post(projects, { name: "More" }),
      ben.get(`/organizations/${org.id}`),
      ben.get(`/auth/context?org=${org.slug}`),
      ben.post("/auth/switch-organization", { organizationId: org.id }),
    ])
      expect((await answer).status).toBeGreaterThanOrEqual(403);
    expect(reasonOf(await ben.get(projects))).toEqual([
      403,
      "MEMBERSHIP_SUSPENDED",
    ]);
    const { body: own } = expectStatus(await ben.get("/organizations"), 200);
    expect(JSON.stringify(own)).not.toContain(org.id);
    const { body: context } = expectStatus(await ben.get("/auth/context"), 200);
    expect(context.organization).toBeNull();

    expectStatus(await reactivate(ben), 200);
    const id = String(made.body.id);
    expectStatus(await ben.get(`${projects}/${id}`), 200);
  });

  test("is notified by one mail about each change", async () => {
    const guest = await server.join(ana, org, "viewer");
    for (const answer of [suspend(guest), suspend(guest), reactivate(guest)])
      expectStatus(await answer, 200);
    const subjects = (await server.mailsTo(guest.email)).map(
      ({ subject }) => subject,
    );
    expect(subjects.filter((one) => one.includes("Acme is suspended"))).toEqual(
      ["Your access to Acme is suspended"],
    );
    expect(subjects).toContain("Your access to Acme is restored");
  });

  test("has sent invitations that no longer work", async () => {
    const deputy = await server.join(ana, org, "admin");
    const guest = await server.person();
    const { token } = await server.invite(deputy, org, guest.email, "viewer");
    expectStatus(await suspend(deputy), 200);
    expect(
      reasonOf(await guest.post("/invitations/accept", { token })),
    ).toEqual([404, "INVITATION_INVALID"]);
    expectStatus(await reactivate(deputy), 200);
    expectStatus(await guest.post("/invitations/accept", { token }), 200);
  });

  test("cannot come back by an invitation", async () => {
    const guest = await server.join(ana, org, "viewer");
    expectStatus(await suspend(guest), 200);
    const invited = await ana.post(`/organizations/${org.slug}/invitations`, {
      email: guest.email,
      role: "viewer",
    });
    expect(reasonOf(invited)).toEqual([409, "ALREADY_MEMBER"]);
  });
});

describe("a suspended member who leaves", () => {
  test("is removed at once, even an admin", async () => {
    const deputy = await server.join(ana, org, "admin");
    expectStatus(await suspend(deputy), 200);
    expectStatus(await deputy.delete(memberOf(deputy)), 204);
    expect(reasonOf(await deputy.get(`/organizations/${org.slug}`))).toEqual([
      404,
      "ORGANIZATION_NOT_FOUND",
    ]);
  });

  test("cannot remove another member or reassign projects", async () => {
    const guest = await server.join(ana, org, "member");
    expectStatus(await suspend(guest), 200);
    const leaving = `${memberOf(guest)}?reassignTo=${ben.id}`;
    for (const path of [memberOf(ben), memberOf(ana), leaving])
      expect(reasonOf(await guest.delete(path))).toEqual([
        403,
        "MEMBERSHIP_SUSPENDED",
      ]);
    expectStatus(await ana.get(memberOf(guest)), 200);
  });
});

for (const { path } of inOrganization)
  test(`${path} refuses a suspended member over REST and tRPC, and changes nothing`, async () => {
    const room = await createScenario(server, roles, "member");
    const attempt: Attempt<unknown> = attempts[path];
    const input = await attempt(room);
    await server.db.client.execute({
      sql: "update memberships set suspended_at = 1 where org_id = ? and user_id = ?",
      args: [room.orgId, room.caller.id],
    });
    await server.services.outbox.idle();
    const before = await snapshot(server.db);
    for (const face of FACES) {
      const answer = expectStatus(
        await callOver(face, room.caller, path, input),
        403,
      );
      expect(problemOf(answer).reason).toBe("MEMBERSHIP_SUSPENDED");
    }
    expect(await snapshot(server.db)).toEqual(before);
  });

describe("a suspension is refused", () => {
  test("of the caller", async () => {
    expect(reasonOf(await suspend(ana))).toEqual([400, "INVALID_INPUT"]);
  });

  test("of the last active admin", async () => {
    const own = await server.person();
    const there = await server.organization(own);
    const deputy = await server.join(own, there, "admin");
    const path = (person: Actor) => `${memberOf(person, there)}/suspend`;
    expectStatus(await own.post(path(deputy), {}), 200);
    expect(reasonOf(await own.delete(memberOf(own, there)))).toEqual([
      409,
      "LAST_ADMIN",
    ]);
  });

  test("by a caller who cannot change members, and of a member with more permissions", async () => {
    const viewer = await server.join(ana, org, "viewer");
    expect(reasonOf(await suspend(ben, viewer))).toEqual([
      403,
      "PERMISSION_DENIED",
    ]);
    const made = await ana.post(`/organizations/${org.slug}/roles`, {
      name: "People",
      basedOn: "viewer",
      permissions: ["member:read", "member:update"],
    });
    const role = String(expectStatus(made, 201).body.id);
    expectStatus(await ana.put(memberOf(viewer), { role }), 200);
    for (const answer of [suspend(ana, viewer), suspend(ben, viewer)])
      expect(reasonOf(await answer)).toEqual([403, "PERMISSION_DENIED"]);
  });

  test("of a user who is not a member", async () => {
    const stranger = await server.person();
    for (const answer of [suspend(stranger), reactivate(stranger)])
      expect(reasonOf(await answer)).toEqual([404, "NOT_FOUND"]);
  });

  test("when it ends without a free seat", async () => {
    const own = await server.person();
    const there = await server.organization(own);
    const guest = await server.join(own, there, "viewer");
    expectStatus(await own.post(`${memberOf(guest, there)}/suspend`, {}), 200);
    await server.db.client.execute({
      sql: "update organizations set seats = 1 where id = ?",
      args: [there.id],
    });
    const back = await own.post(`${memberOf(guest, there)}/reactivate`, {});
    expect(reasonOf(back)).toEqual([402, "SEAT_LIMIT"]);
  });

  test("when it ends while invitations hold the seats, alone or in bulk; the invited people can join", async () => {
    const own = await server.person();
    const there = await server.organization(own);
    const guest = await server.join(own, there, "viewer");
    const path = `/organizations/${there.slug}/members`;
    expectStatus(await own.post(`${memberOf(guest, there)}/suspend`, {}), 200);
    await server.db.client.execute({
      sql: "update organizations set seats = 3 where id = ?",
      args: [there.id],
    });
    const invited: [Actor, string][] = [];
    for (const person of [await server.person(), await server.person()]) {
      const { token } = await server.invite(own, there, person.email, "viewer");
      invited.push([person, token]);
    }
    const alone = await own.post(`${memberOf(guest, there)}/reactivate`, {});
    const together = await own.post(`${path}/bulk`, {
      action: "reactivate",
      userIds: [guest.id],
    });
    for (const answer of [alone, together])
      expect(reasonOf(answer)).toEqual([402, "SEAT_LIMIT"]);
    for (const [person, token] of invited)
      expectStatus(await person.post("/invitations/accept", { token }), 200);

    expectStatus(await own.delete(memberOf(guest, there)), 204);
    const [[first] = []] = invited;
    if (!first) throw new Error("Two people were invited.");
    expectStatus(await own.post(`${memberOf(first, there)}/suspend`, {}), 200);
    expectStatus(
      await own.post(`${memberOf(first, there)}/reactivate`, {}),
      200,
    );
  });
});

test("a removed member can only come back by an invitation to their email address", async () => {
  const guest = await server.join(ana, org, "viewer");
  const remembered = async () => {
    const { rows } = await server.db.client.execute({
      sql: "select count(*) from former_members where org_id = ? and user_id = ?",
      args: [org.id, guest.id],
    });
    return Number(rows[0]?.[0]);
  };
  expectStatus(await guest.delete(memberOf(guest)), 204);
  expect(await remembered()).toBe(0);
  for (const times of [1, 2]) {
    const { token } = await server.invite(ana, org, guest.email, "viewer");
    expectStatus(await guest.post("/invitations/accept", { token }), 200);
    expect(await remembered()).toBe(0);
    expectStatus(await ana.delete(memberOf(guest)), 204);
    expect({ times, remembered: await remembered() }).toEqual({
      times,
      remembered: 1,
    });
  }
});
