import { beforeAll, beforeEach, expect, test } from "bun:test";
import type { Actor, Answer } from "../kit/actor";
import { addApp } from "../kit/authenticator-app";
import { createHold } from "../kit/hold";
import { expectStatus, type TestOrganization } from "../kit/server";
import { serverSuite } from "../kit/suite";
import { problemOf } from "../kit/problem";

const READING = [
  "organization:read",
  "member:read",
  "member:leave",
  "project:read",
  "role:read",
];

const hold = createHold();
let boss: Actor;
let org: TestOrganization;
let home: string;
const server = serverSuite({}, hold.control);
beforeAll(async () => {
  boss = await server.person("Boss");
});
beforeEach(async () => {
  org = await server.organization(boss);
  home = `/organizations/${org.slug}`;
});

/** Makes a call and holds it between its decision and its commit. Meanwhile makes another call. */
async function meanwhile(
  path: string,
  call: () => Promise<Answer>,
  other: () => Promise<unknown>,
): Promise<Answer> {
  const { held } = hold.next(path);
  const answer = call();
  const { release } = await held;
  await other();
  release();
  return answer;
}

async function makeRole(name: string, more: string[]): Promise<string> {
  const permissions = [...READING, ...more];
  const role = { name, basedOn: "member", permissions };
  return String(
    expectStatus(await boss.post(`${home}/roles`, role), 201).body.id,
  );
}

async function setRole(who: Actor, role: string): Promise<void> {
  expectStatus(await boss.put(`${home}/members/${who.id}`, { role }), 200);
}

async function roleOf(who: Actor): Promise<unknown> {
  const { body } = await boss.get(`${home}/members/${who.id}`);
  return body.role;
}

test("an admin role is not taken from a giver who was demoted meanwhile", async () => {
  const rogue = await server.join(boss, org, "admin");
  const friend = await server.join(boss, org, "viewer");
  const offer = { userId: friend.id, roleAfter: "viewer" };
  expectStatus(await rogue.post(`${home}/admin-transfer`, offer), 201);
  const answer = await meanwhile(
    "transfers.accept",
    () => friend.post(`${home}/admin-transfer/accept`),
    () => setRole(rogue, "viewer"),
  );
  expect(problemOf(answer).reason).toBe("TRANSFER_INVALID");
  expect(await roleOf(friend)).toBe("viewer");
});

test.each(["viewer", "admin"])(
  "deleting a role leaves a holder alone who was made %s meanwhile",
  async (role) => {
    const editor = await makeRole("Editor", ["project:update"]);
    const replacement = await makeRole("Writer", ["project:create"]);
    const managing = ["project:create", "project:update", "role:manage"];
    const manager = await server.join(boss, org, "viewer");
    const eve = await server.join(boss, org, "viewer");
    await setRole(manager, await makeRole("Manager", managing));
    await setRole(eve, editor);
    const answer = await meanwhile(
      "roles.delete",
      () =>
        manager.delete(`${home}/roles/${editor}?replacement=${replacement}`),
      () => setRole(eve, role),
    );
    expectStatus(answer, 204);
    expect(await roleOf(eve)).toBe(role);
  },
);

test("a role that grew meanwhile is not overwritten by a member who does not hold it", async () => {
  const editor = await makeRole("Editor", ["project:update"]);
  const manager = await server.join(boss, org, "viewer");
  await setRole(
    manager,
    await makeRole("Manager", ["project:update", "role:manage"]),
  );
  const grown = [...READING, "project:update", "member:remove"];
  const path = `${home}/roles/${editor}`;
  const answer = await meanwhile(
    "roles.update",
    () => manager.put(path, { permissions: READING }),
    async () => expectStatus(await boss.put(path, { permissions: grown }), 200),
  );
  expect(problemOf(answer)).toMatchObject({
    reason: "PERMISSION_DENIED",
    missing: ["member:remove"],
  });
  const { body } = await boss.get(path);
  expect(body).toMatchObject({
    permissions: expect.arrayContaining(["member:remove"]),
  });
});

test("a sign-in asks for the second factor that was set up meanwhile", async () => {
  const vera = await server.person();
  const thief = vera.otherBrowser();
  const answer = await meanwhile(
    "auth.signIn",
    () => thief.signIn(),
    () => addApp(server, vera),
  );
  expect(expectStatus(answer, 200).body).toMatchObject({
    twoFactorRequired: true,
  });
  expectStatus(await thief.get("/auth/me"), 401);
});

test("a new password asks for the second factor that was set up meanwhile", async () => {
  const vera = await server.person();
  const thief = vera.otherBrowser();
  await thief.post("/auth/forgot-password", { email: vera.email });
  const token = await server.mailedToken(vera.email, "reset");
  const password = "another long passphrase";
  const answer = await meanwhile(
    "auth.resetPassword",
    () => thief.post("/auth/reset-password", { token, password }),
    () => addApp(server, vera),
  );
  expect(expectStatus(answer, 200).body).toMatchObject({
    twoFactorRequired: true,
  });
  expectStatus(await thief.get("/auth/me"), 401);
});

test("what a session had under way is not stored once it has ended", async () => {
  const project = await boss.post(`${home}/projects`, { name: "Kept" });
  const path = `${home}/projects/${expectStatus(project, 201).body.id}`;
  const thief = boss.otherBrowser();
  expectStatus(await thief.signIn(), 200);
  const answer = await meanwhile(
    "projects.delete",
    () => thief.delete(path),
    async () => expectStatus(await boss.delete("/auth/sessions"), 204),
  );
  expect(problemOf(answer).reason).toBe("SIGNED_OUT");
  expectStatus(await boss.get(path), 200);
});
