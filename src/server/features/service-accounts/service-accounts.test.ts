import { beforeAll, beforeEach, describe, expect, test } from "bun:test";
import type { Permission } from "#shared/permissions";
import type { Actor, Answer } from "#testing/kit/actor";
import {
  addServiceKey,
  createServiceAccount,
  issueServiceKey,
} from "#testing/kit/api-keys";
import { problemOf } from "#testing/kit/problem";
import { expectStatus, type TestOrganization } from "#testing/kit/server";
import { ageLastSignIn } from "#testing/kit/sessions";
import { startWriteProbe } from "#testing/kit/snapshot";
import { fixture, serverSuite } from "#testing/kit/suite";
import { newId } from "#shared/id";

const server = serverSuite();
const writes = fixture(() => startWriteProbe(server));
let ana: Actor;
let ben: Actor;
let org: TestOrganization;
beforeAll(async () => {
  ana = await server.person("Ana");
});
beforeEach(async () => {
  const { password } = ana;
  expectStatus(await ana.post("/auth/reauthenticate", { password }), 204);
  org = await server.organization(ana, "Acme");
  ben = await server.join(ana, org, "member", "Ben");
});

const home = () => `/organizations/${org.slug}`;
const accounts = () => `${home()}/service-accounts`;
const create = (actor: Actor, input: object = {}) =>
  actor.post<"serviceAccounts.create">(accounts(), {
    name: "CI",
    role: "member",
    ...input,
  });
const change = (actor: Actor, id: string, input: object) =>
  actor.put<"serviceAccounts.update">(`${accounts()}/${id}`, input);
const addKey = (actor: Actor, id: string, input: object = {}) =>
  actor.post<"serviceAccounts.createKey">(`${accounts()}/${id}/keys`, {
    name: "Deploy",
    scopes: ["project:read"],
    ...input,
  });
const get = async (id: string) =>
  expectStatus(await ana.get<"serviceAccounts.get">(`${accounts()}/${id}`), 200)
    .body;

async function expectRefused(
  call: () => Promise<Answer<never> | Answer>,
  reason: string,
) {
  await server.services.outbox.idle();
  await writes.hasWritten();
  const problem = problemOf((await call()) as Answer);
  expect(problem.reason).toBe(reason);
  expect(await writes.hasWritten()).toBe(false);
  return problem;
}

async function customRole(permissions: Permission[]): Promise<string> {
  const answer = await ana.post<"roles.create">(`${home()}/roles`, {
    name: crypto.randomUUID(),
    basedOn: "viewer",
    permissions,
  });
  return expectStatus(answer, 201).body.id;
}

/** Adds a member who manages keys and can read projects, and nothing else. */
async function keyManager(): Promise<Actor> {
  const role = await customRole(["project:read", "apiKey:manage"]);
  const manager = await server.join(ana, org, "viewer", "Kim");
  expectStatus(await ana.put(`${home()}/members/${manager.id}`, { role }), 200);
  return manager;
}

describe("a service account", () => {
  test("has a role and its creator as the steward", async () => {
    const { body } = expectStatus(
      await create(ana, { description: "Deploys from main" }),
      201,
    );
    expect(body).toEqual({
      id: expect.stringMatching(/^svc_/),
      name: "CI",
      description: "Deploys from main",
      role: "member",
      roleName: "Member",
      steward: { id: ana.id, name: "Ana", email: ana.email },
      suspendedAt: null,
      keys: 0,
      createdAt: expect.any(String),
      updatedAt: expect.any(String),
    });
    expect(await get(body.id)).toEqual(body);
    await issueServiceKey(server, ana, org, body.id);
    expect(await get(body.id)).toMatchObject({ keys: 1 });
  });

  test("can have a custom role and another steward", async () => {
    const role = await customRole(["project:read"]);
    const { body } = expectStatus(
      await create(ana, { role, stewardId: ben.id }),
      201,
    );
    expect(body).toMatchObject({ role, steward: { id: ben.id } });
    expect(body.roleName).not.toBe(role);
  });

  test("has a steward who is an active member", async () => {
    const stranger = await server.person();
    const sam = await server.join(ana, org, "member");
    expectStatus(await ana.post(`${home()}/members/${sam.id}/suspend`), 200);
    const { id } = expectStatus(await create(ana), 201).body;
    for (const stewardId of [stranger.id, newId("user"), sam.id]) {
      await expectRefused(
        () => create(ana, { stewardId }),
        "STEWARD_NOT_MEMBER",
      );
      await expectRefused(
        () => change(ana, id, { stewardId }),
        "STEWARD_NOT_MEMBER",
      );
    }
  });

  test("cannot have a role that does not exist, or one that grants more than the caller has", async () => {
    await expectRefused(
      () => create(ana, { role: newId("role") }),
      "ROLE_NOT_FOUND",
    );
    const manager = await keyManager();
    const denied = await expectRefused(
      () => create(manager, { role: "viewer" }),
      "PERMISSION_DENIED",
    );
    expect(denied.missing).toContain("member:read");
    const role = await customRole(["project:read"]);
    const { id } = expectStatus(await create(manager, { role }), 201).body;
    await expectRefused(
      () => change(manager, id, { role: "member" }),
      "PERMISSION_DENIED",
    );
  });

  test("with more permissions than the caller cannot be changed, reactivated or deleted", async () => {
    const manager = await keyManager();
    const id = await createServiceAccount(ana, org);
    for (const call of [
      () => change(manager, id, { name: "Mine" }),
      () => change(manager, id, { suspended: true }),
      () => change(manager, id, { stewardId: manager.id }),
      () => manager.delete(`${accounts()}/${id}`),
    ])
      await expectRefused(call, "PERMISSION_DENIED");
  });

  test("with the admin role needs a recent authentication", async () => {
    const id = await createServiceAccount(ana, org, { role: "admin" });
    const plain = await createServiceAccount(ana, org);
    const key = await issueServiceKey(server, ana, org, id);
    await ageLastSignIn(server, ana);
    for (const call of [
      () => create(ana, { role: "admin" }),
      () => change(ana, id, { name: "Root" }),
      () => change(ana, plain, { role: "admin" }),
      () => addKey(ana, id),
      () => ana.post(`${home()}/api-keys/${key.keyId}/rotate`),
      () =>
        ana.put(`${home()}/api-keys/${key.keyId}`, { scopes: ["audit:read"] }),
      () => addKey(ana, plain, { expiresInDays: null }),
    ])
      await expectRefused(call, "REAUTHENTICATION_REQUIRED");
    expectStatus(await change(ana, plain, { name: "Build" }), 200);
    expectStatus(await addKey(ana, plain), 201);
  });

  test("is listed newest first, in pages, for those who manage keys", async () => {
    await server.db.client.execute({
      sql: "update organizations set service_account_limit = null where id = ?",
      args: [org.id],
    });
    for (const name of ["One", "Two", "Three"])
      await createServiceAccount(ana, org, { name });
    const page = async (query: string) =>
      expectStatus(
        await ana.get<"serviceAccounts.list">(`${accounts()}${query}`),
        200,
      ).body;
    const first = await page("?limit=2");
    expect(first.items.map(({ name }) => name)).toEqual(["Three", "Two"]);
    const rest = await page(`?limit=2&cursor=${first.nextCursor ?? ""}`);
    expect(rest).toMatchObject({ items: [{ name: "One" }], nextCursor: null });
    await expectRefused(() => ben.get(accounts()), "PERMISSION_DENIED");
  });

  test("can be changed by one person at a time", async () => {
    const { body } = expectStatus(await create(ana), 201);
    const { id, updatedAt } = body;
    const role = { role: "viewer", updatedAt };
    expect(expectStatus(await change(ana, id, role), 200).body).toMatchObject({
      name: "CI",
      role: "viewer",
      roleName: "Viewer",
    });
    const stale = await expectRefused(
      () => change(ana, id, { name: "Late", updatedAt }),
      "STALE",
    );
    expect(stale.changedBy).toEqual({ id: ana.id, name: "Ana" });
  });

  test("keeps the time of its suspension", async () => {
    const id = await createServiceAccount(ana, org);
    const suspend = async (suspended: boolean) =>
      expectStatus(await change(ana, id, { suspended }), 200).body.suspendedAt;
    const first = await suspend(true);
    expect(first).not.toBeNull();
    server.passTime(1000);
    expect(await suspend(true)).toBe(first);
    expect(await suspend(false)).toBeNull();
  });

  test("is deleted with its keys, which the audit log records", async () => {
    const id = await createServiceAccount(ana, org);
    const key = await issueServiceKey(server, ana, org, id);
    expectStatus(await ana.delete(`${accounts()}/${id}`), 204);
    expectStatus(await ana.get(`${accounts()}/${id}`), 404);
    expectStatus(await key.get(`${home()}/projects`), 401);
    const audit = await ana.get<"audit.list">(`${home()}/audit-log`);
    const [event] = audit.body.items;
    expect(event).toMatchObject({ action: "serviceAccounts.delete" });
    expect(event?.changes.map(({ table }) => table)).toEqual([
      "api_keys",
      "service_accounts",
    ]);
  });

  test("leaves its projects, which then have no creator", async () => {
    const id = await createServiceAccount(ana, org);
    const program = await issueServiceKey(server, ana, org, id, {
      scopes: ["project:create"],
    });
    const projects = `${home()}/projects`;
    const made = await program.post<"projects.create">(projects, { name: "P" });
    expect(expectStatus(made, 201).body.createdBy).toBe(id);
    expectStatus(await ana.delete(`${accounts()}/${id}`), 204);
    const found = await ana.get<"projects.get">(`${projects}/${made.body.id}`);
    expect(expectStatus(found, 200).body).toMatchObject({
      name: "P",
      createdBy: null,
    });
  });

  test("is one of as many as the plan allows", async () => {
    await server.db.client.execute({
      sql: "update organizations set service_account_limit = 2 where id = ?",
      args: [org.id],
    });
    await createServiceAccount(ana, org);
    const second = await createServiceAccount(ana, org);
    await expectRefused(() => create(ana), "FEATURE_NOT_IN_PLAN");
    expectStatus(await ana.delete(`${accounts()}/${second}`), 204);
    expectStatus(await create(ana), 201);
  });

  test("takes no seat", async () => {
    await server.db.client.execute({
      sql: "update organizations set seats = 2 where id = ?",
      args: [org.id],
    });
    expectStatus(await create(ana), 201);
    const members = await ana.get<"members.list">(`${home()}/members`);
    expect(members.body.items).toHaveLength(2);
  });
});

describe("a key of a service account", () => {
  test("is one of ten at most", async () => {
    const id = await createServiceAccount(ana, org);
    await Promise.all(
      Array.from({ length: 10 }, () => addServiceKey(server, org.id, id)),
    );
    const { params } = await expectRefused(
      () => addKey(ana, id),
      "API_KEY_LIMIT",
    );
    expect(params).toEqual({ max: 10, owner: "serviceAccount" });
    const other = await createServiceAccount(ana, org);
    expectStatus(await addKey(ana, other), 201);
  });

  test("cannot have permissions that its creator does not have", async () => {
    const manager = await keyManager();
    const role = await customRole(["project:read"]);
    const { id } = expectStatus(await create(manager, { role }), 201).body;
    const scopes = ["project:delete"];
    const { missing } = await expectRefused(
      () => addKey(manager, id, { scopes }),
      "PERMISSION_DENIED",
    );
    expect(missing).toEqual(["project:delete"]);
    // An account with a strong role gives a weak creator no strong key.
    const strong = await createServiceAccount(ana, org);
    await expectRefused(
      () => addKey(manager, strong, { scopes }),
      "PERMISSION_DENIED",
    );
  });

  test("is mailed to the steward, with the name of its creator", async () => {
    const id = await createServiceAccount(ana, org, {
      name: "Builder",
      stewardId: ben.id,
    });
    const { body } = expectStatus(await addKey(ana, id), 201);
    const [mail] = await server.mailsTo(ben.email);
    expect(mail?.subject).toBe("New API key in Acme");
    expect(mail?.text).toContain(
      "Ana created an API key for the service account Builder in Acme.",
    );
    expect(mail?.text).not.toContain(body.secret.slice(-20));
  });

  test("is refused for an unknown account, and for an account of another organization", async () => {
    const other = await server.organization(ana);
    const foreign = await createServiceAccount(ana, other);
    for (const id of [newId("serviceAccount"), foreign])
      await expectRefused(() => addKey(ana, id), "NOT_FOUND");
  });

  test("acts in the name of the account in the audit log", async () => {
    const id = await createServiceAccount(ana, org);
    const program = await issueServiceKey(server, ana, org, id, {
      scopes: ["project:create"],
    });
    const made = await program.post<"projects.create">(`${home()}/projects`, {
      name: "Plan",
    });
    expect(expectStatus(made, 201).body.createdBy).toBe(id);
    const audit = await ana.get<"audit.list">(`${home()}/audit-log`);
    expect(audit.body.items[0]).toMatchObject({
      action: "projects.create",
      actor: { id, name: "CI" },
    });
  });
});
