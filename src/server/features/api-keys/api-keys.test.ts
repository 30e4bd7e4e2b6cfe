import { beforeAll, beforeEach, describe, expect, test } from "bun:test";
import { completeScopes, KEY_SCOPES, type KeyScope } from "#shared/permissions";
import type { Actor, Answer } from "#testing/kit/actor";
import {
  actorOf,
  addPersonalKey,
  createServiceAccount,
  issuePersonalKey,
  issueServiceKey,
  type KeyActor,
} from "#testing/kit/api-keys";
import { problemOf } from "#testing/kit/problem";
import { expectStatus, type TestOrganization } from "#testing/kit/server";
import { ageLastSignIn } from "#testing/kit/sessions";
import { fixture, serverSuite } from "#testing/kit/suite";
import { startWriteProbe } from "#testing/kit/snapshot";

const HOUR = 60 * 60 * 1000;
const DAY = 24 * HOUR;

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
const keys = () => `${home()}/api-keys`;
const keyPath = ({ keyId }: KeyActor) => `${keys()}/${keyId}`;
const READ: { name: string; scopes: KeyScope[] } = {
  name: "Deploy",
  scopes: ["project:read"],
};

const create = (actor: Actor, input: object = {}) =>
  actor.post<"apiKeys.create">(keys(), { ...READ, ...input });
const rotate = (actor: Actor, key: KeyActor, input: object = {}) =>
  actor.post<"apiKeys.rotate">(`${keyPath(key)}/rotate`, input);
const list = async (actor: Actor, query = "") =>
  expectStatus(await actor.get<"apiKeys.list">(`${keys()}${query}`), 200).body;
const statusOf = async (program: Actor) =>
  (await program.get(`${home()}/projects`)).status;

/** Expects that a call is refused for the reason and stores nothing. */
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

async function setMaxDays(apiKeyMaxDays: number | null) {
  expectStatus(await ana.put(home(), { settings: { apiKeyMaxDays } }), 200);
}

describe("a new personal key", () => {
  test("is shown once with its secret, and works at once", async () => {
    const before = Date.now();
    const { body } = expectStatus(await create(ben), 201);
    expect(body.secret).toMatch(
      new RegExp(
        `^tnt_live_${body.key.id.slice("key_".length)}_[0-9A-Za-z]{49}$`,
      ),
    );
    expect(body.key).toEqual({
      id: expect.stringMatching(/^key_/),
      name: "Deploy",
      scopes: ["project:read"],
      last4: body.secret.slice(-4),
      expiresAt: expect.any(String),
      lastUsedAt: null,
      graceUntil: null,
      createdAt: expect.any(String),
      owner: { kind: "user", id: ben.id, name: "Ben" },
      isExpired: false,
    });
    const lifetime = Date.parse(body.key.expiresAt ?? "") - before;
    expect(Math.round(lifetime / DAY)).toBe(90);
    expect(await statusOf(actorOf(server, body))).toBe(200);
    const listed = await ben.get<"apiKeys.list">(keys());
    expect(listed.text).not.toContain(body.secret);
    expect(listed.body.items).toMatchObject([{ id: body.key.id }]);
  });

  test("also has the permissions that its permissions need", async () => {
    const scopes = ["project:create", "invitation:read"];
    const { body } = expectStatus(await create(ben, { scopes }), 201);
    expect(body.key.scopes).toEqual([
      "member:read",
      "invitation:read",
      "project:read",
      "project:create",
    ]);
  });

  test("cannot have permissions that its owner does not have", async () => {
    const scopes = ["project:read", "project:delete", "billing:read"];
    const problem = await expectRefused(
      () => create(ben, { scopes }),
      "PERMISSION_DENIED",
    );
    expect(problem.missing).toEqual(["project:delete", "billing:read"]);
  });

  test("cannot have permissions that no key can have", async () => {
    for (const scope of [
      "apiKey:own",
      "apiKey:manage",
      "role:manage",
      "billing:manage",
      "organization:delete",
      "member:leave",
      "webhook:manage",
    ]) {
      const problem = await expectRefused(
        () => create(ana, { scopes: [scope] }),
        "INVALID_INPUT",
      );
      expect(problem.issues?.[0]?.path).toBe("scopes.0");
    }
    await expectRefused(() => create(ana, { scopes: [] }), "INVALID_INPUT");
  });

  test("of an admin can have every scope", async () => {
    const { body } = expectStatus(
      await create(ana, { scopes: KEY_SCOPES }),
      201,
    );
    expect(body.key.scopes).toEqual([...KEY_SCOPES]);
    expect(completeScopes(KEY_SCOPES)).toEqual([...KEY_SCOPES]);
  });

  test("without an end needs a recent authentication", async () => {
    await ageLastSignIn(server, ben);
    await expectRefused(
      () => create(ben, { expiresInDays: null }),
      "REAUTHENTICATION_REQUIRED",
    );
    expectStatus(await create(ben, { expiresInDays: 365 }), 201);
    const { password } = ben;
    expectStatus(await ben.post("/auth/reauthenticate", { password }), 204);
    const answer = expectStatus(
      await create(ben, { expiresInDays: null }),
      201,
    );
    expect(answer.body.key).toMatchObject({ expiresAt: null });
  });

  test("has a lifetime of 1 to 365 days, and a name", async () => {
    for (const input of [
      { expiresInDays: 0 },
      { expiresInDays: 366 },
      { expiresInDays: 1.5 },
      { name: " " },
    ])
      await expectRefused(() => create(ben, input), "INVALID_INPUT");
  });

  test("is the 25th at most", async () => {
    await Promise.all(
      Array.from({ length: 25 }, () => addPersonalKey(server, org.id, ben)),
    );
    const problem = await expectRefused(() => create(ben), "API_KEY_LIMIT");
    expect(problem.params).toEqual({ max: 25, owner: "member" });
    // Keys of others and revoked keys do not count.
    expectStatus(await create(ana), 201);
    const [first] = (await list(ben)).items;
    expectStatus(await ben.delete(`${keys()}/${first?.id ?? ""}`), 204);
    expectStatus(await create(ben), 201);
  });

  test("is mailed to its owner, without its secret", async () => {
    const { body } = expectStatus(await create(ben), 201);
    const [mail] = await server.mailsTo(ben.email);
    expect(mail?.subject).toBe("New API key in Acme");
    expect(mail?.text).toContain(`Deploy (…${body.key.last4})`);
    expect(mail?.text).toContain("project:read");
    expect(mail?.text).toContain(`/o/${org.slug}/settings/api`);
    expect(mail?.text).not.toContain(body.secret.slice(-20));
  });

  test("is repeated by the same Idempotency-Key, and stored sealed", async () => {
    const options = { headers: { "idempotency-key": "a-key-once" } };
    const first = await ben.post<"apiKeys.create">(keys(), READ, options);
    const again = await ben.post<"apiKeys.create">(keys(), READ, options);
    expect(again.body).toEqual(expectStatus(first, 201).body);
    expect((await list(ben)).items).toHaveLength(1);
    const { rows } = await server.db.client.execute(
      "select response from idempotency_keys where key = 'a-key-once'",
    );
    expect(rows).toHaveLength(1);
    expect(String(rows[0]?.response)).not.toContain(first.body.secret);
  });

  test("is in the audit log without its secret and its hash", async () => {
    const { body } = expectStatus(await create(ben), 201);
    const audit = await ana.get<"audit.list">(`${home()}/audit-log`);
    const [event] = expectStatus(audit, 200).body.items;
    expect(event).toMatchObject({ action: "apiKeys.create" });
    const { rows } = await server.db.client.execute({
      sql: "select secret_hash from api_keys where id = ?",
      args: [body.key.id],
    });
    for (const secret of [body.secret, String(rows[0]?.secret_hash)])
      expect(audit.text).not.toContain(secret);
    expect(audit.text).not.toContain("Hash");
  });

  test("cannot be made by a viewer or a read-only member", async () => {
    const vic = await server.join(ana, org, "viewer");
    await expectRefused(() => create(vic), "PERMISSION_DENIED");
    await server.db.client.execute({
      sql: "update memberships set is_frozen = 1 where user_id = ?",
      args: [ben.id],
    });
    await expectRefused(() => create(ben), "MEMBERSHIP_FROZEN");
  });
});

describe("the setting `apiKeyMaxDays`", () => {
  test("limits the lifetime of new keys, and refuses keys without an end", async () => {
    await setMaxDays(30);
    for (const expiresInDays of [31, null]) {
      const problem = await expectRefused(
        () => create(ben, { expiresInDays }),
        "INVALID_INPUT",
      );
      expect(problem.issues).toMatchObject([
        { path: "expiresInDays", rule: "TOO_HIGH", params: { max: 30 } },
      ]);
    }
    for (const input of [{}, { expiresInDays: 30 }]) {
      const { body } = expectStatus(await create(ben, input), 201);
      const left = Date.parse(body.key.expiresAt ?? "") - Date.now();
      expect(Math.round(left / DAY)).toBe(30);
    }
  });

  test("applies when a key is rotated", async () => {
    const key = await issuePersonalKey(server, ana, org, {
      expiresInDays: null,
    });
    await setMaxDays(7);
    expect(await statusOf(key)).toBe(200);
    const { body } = expectStatus(await rotate(ana, key), 200);
    const left = Date.parse(body.key.expiresAt ?? "") - Date.now();
    expect(Math.round(left / DAY)).toBe(7);
  });

  test("cannot be changed with an API key", async () => {
    const program = await issuePersonalKey(server, ana, org, {
      scopes: ["organization:update"],
    });
    await setMaxDays(7);
    const settings = { apiKeyMaxDays: null };
    const refused = await program.put(home(), { settings });
    expect(problemOf(refused).reason).toBe("KEY_NOT_ALLOWED");
    const kept = await ana.get(`${home()}/settings`);
    expect(kept.body).toMatchObject({ apiKeyMaxDays: 7 });
    expectStatus(
      await program.put(home(), { settings: { timezone: "Europe/Berlin" } }),
      200,
    );
  });
});

describe("the list of keys", () => {
  test("has the own keys by default, newest first, in pages", async () => {
    const made = [];
    for (const name of ["One", "Two", "Three"])
      made.push(await issuePersonalKey(server, ben, org, { name }));
    await issuePersonalKey(server, ana, org);
    const first = await list(ben, "?limit=2");
    expect(first.items.map(({ name }) => name)).toEqual(["Three", "Two"]);
    const rest = await list(ben, `?limit=2&cursor=${first.nextCursor ?? ""}`);
    expect(rest).toMatchObject({ items: [{ name: "One" }], nextCursor: null });
    expect(await list(ben, `?owner=${ben.id}`)).toEqual(await list(ben));
  });

  test("has the keys of all others only for those who manage keys", async () => {
    const account = await createServiceAccount(ana, org);
    const own = await issuePersonalKey(server, ana, org, { name: "Own" });
    const bens = await issuePersonalKey(server, ben, org, { name: "Bens" });
    const ci = await issueServiceKey(server, ana, org, account, { name: "CI" });
    const idsOf = async (query: string) =>
      (await list(ana, query)).items.map(({ id }) => id);
    expect(await idsOf("")).toEqual([own.keyId]);
    expect(await idsOf("?owner=all")).toEqual([
      ci.keyId,
      bens.keyId,
      own.keyId,
    ]);
    expect(await idsOf(`?owner=${ben.id}`)).toEqual([bens.keyId]);
    expect(await idsOf(`?owner=${account}`)).toEqual([ci.keyId]);
    const service = await list(ana, `?owner=${account}`);
    expect(service.items).toMatchObject([
      { owner: { kind: "service", id: account, name: "CI" } },
    ]);
    for (const owner of ["all", ana.id, account])
      await expectRefused(
        () => ben.get(`${keys()}?owner=${owner}`),
        "PERMISSION_DENIED",
      );
  });

  test("has no revoked keys, and marks expired ones", async () => {
    const [gone, old] = [
      await issuePersonalKey(server, ben, org),
      await issuePersonalKey(server, ben, org),
    ];
    expectStatus(await ben.delete(keyPath(gone)), 204);
    await expire(old);
    expect((await list(ben)).items).toMatchObject([
      { id: old.keyId, isExpired: true },
    ]);
  });

  test("of the user has the personal keys in all organizations", async () => {
    const key = await issuePersonalKey(server, ben, org);
    const own = await server.organization(ben, "Bens");
    const other = await issuePersonalKey(server, ben, own);
    await issuePersonalKey(server, ana, org);
    const answer = await ben.get<"apiKeys.mine">("/auth/api-keys");
    const { items } = expectStatus(answer, 200).body;
    expect(items).toMatchObject([
      { id: other.keyId, organization: named(own) },
      { id: key.keyId, organization: named(org) },
    ]);
    const page = async (query: string) => {
      const path = `/auth/api-keys?limit=1${query}`;
      return expectStatus(await ben.get<"apiKeys.mine">(path), 200).body;
    };
    const first = await page("");
    expect(first.nextCursor).toBe(other.keyId);
    const second = await page(`&cursor=${other.keyId}`);
    expect(second.items).toMatchObject([{ id: key.keyId }]);
    expect(second.nextCursor).toBeNull();
    expectStatus(await ben.delete(keyPath(key)), 204);
    const left = await ben.get<"apiKeys.mine">("/auth/api-keys");
    expect(left.body.items).toHaveLength(1);
  });
});

const named = ({ id, slug, name }: TestOrganization) => ({ id, slug, name });

async function expire({ keyId }: KeyActor, ago = 1): Promise<void> {
  await server.db.client.execute({
    sql: "update api_keys set expires_at = ? where id = ?",
    args: [server.services.deps.now() - ago, keyId],
  });
}

describe("a changed key", () => {
  test("can lose permissions, and get those that its owner has", async () => {
    const key = await issuePersonalKey(server, ben, org, {
      scopes: ["project:create"],
    });
    const change = (input: object) =>
      ben.put<"apiKeys.update">(keyPath(key), input);
    const narrowed = await change({ scopes: ["project:read"], name: "Read" });
    expect(expectStatus(narrowed, 200).body).toMatchObject({
      name: "Read",
      scopes: ["project:read"],
    });
    const make = () => key.post(`${home()}/projects`, { name: "Plan" });
    expect(problemOf(await make()).missing).toEqual(["project:create"]);
    expectStatus(await change({ scopes: ["project:create"] }), 200);
    expectStatus(await make(), 201);
    const problem = await expectRefused(
      () => change({ scopes: ["project:delete"] }),
      "PERMISSION_DENIED",
    );
    expect(problem.missing).toEqual(["project:delete"]);
  });

  test("of another member can be renamed and narrowed, but not widened", async () => {
    const key = await issuePersonalKey(server, ben, org, {
      scopes: ["project:create"],
    });
    const change = (input: object) => ana.put(keyPath(key), input);
    await expectRefused(
      () => change({ scopes: ["project:update"] }),
      "KEY_OWNER_ONLY",
    );
    expectStatus(await change({ name: "Renamed" }), 200);
    expectStatus(await change({ scopes: ["project:read"] }), 200);
    expect((await list(ben)).items).toMatchObject([
      { name: "Renamed", scopes: ["project:read"] },
    ]);
  });

  test("needs its permissions, unless it is the own one", async () => {
    const manager = await keyManager();
    const account = await createServiceAccount(ana, org, { role: "admin" });
    const scopes: KeyScope[] = ["project:read", "billing:read"];
    const [anas, service] = [
      await issuePersonalKey(server, ana, org, { scopes }),
      await issueServiceKey(server, ana, org, account, { scopes }),
    ];
    for (const key of [anas, service]) {
      const problem = await expectRefused(
        () => manager.put(keyPath(key), { name: "Mine now" }),
        "PERMISSION_DENIED",
      );
      expect(problem.missing).toEqual(["billing:read"]);
    }
    // A demoted member keeps the scopes of a key, but not their effect.
    const own = await issuePersonalKey(server, ben, org, {
      scopes: ["project:create"],
    });
    const role = await customRole(["apiKey:own", "organization:read"]);
    expectStatus(await ana.put(`${home()}/members/${ben.id}`, { role }), 200);
    expectStatus(await ben.put(keyPath(own), { name: "Kept" }), 200);
    expect(await statusOf(own)).toBe(403);
  });
});

/** Creates a custom role and returns its id. */
async function customRole(permissions: string[]): Promise<string> {
  const answer = await ana.post<"roles.create">(`${home()}/roles`, {
    name: crypto.randomUUID(),
    basedOn: "viewer",
    permissions,
  });
  return expectStatus(answer, 201).body.id;
}

/** Adds a member who manages keys and can read projects, and nothing else. */
async function keyManager(): Promise<Actor> {
  const role = await customRole([
    "organization:read",
    "project:read",
    "apiKey:manage",
  ]);
  const manager = await server.join(ana, org, "viewer", "Kim");
  const member = `${home()}/members/${manager.id}`;
  expectStatus(await ana.put(member, { role }), 200);
  return manager;
}

describe("a rotated key", () => {
  test("has a new secret, and the old one works for a day", async () => {
    const old = await issuePersonalKey(server, ben, org);
    const { body } = expectStatus(await rotate(ben, old), 200);
    const fresh = actorOf(server, body);
    expect(body.key.id).toBe(old.keyId);
    expect(fresh.key).not.toBe(old.key);
    expect(body.key.last4).toBe(fresh.key.slice(-4));
    const grace = Date.parse(body.key.graceUntil ?? "") - Date.now();
    expect(Math.round(grace / HOUR)).toBe(24);
    expect([await statusOf(old), await statusOf(fresh)]).toEqual([200, 200]);
    await setGrace(old, server.services.deps.now() - 1);
    expect([await statusOf(old), await statusOf(fresh)]).toEqual([401, 200]);
    expect((await list(ben)).items).toMatchObject([{ graceUntil: null }]);
  });

  test("loses the old secret at once without grace", async () => {
    const old = await issuePersonalKey(server, ben, org);
    const answer = await rotate(ben, old, { graceHours: 0 });
    const { body } = expectStatus(answer, 200);
    expect(body.key.graceUntil).toBeNull();
    expect(await statusOf(old)).toBe(401);
    expect(await statusOf(actorOf(server, body))).toBe(200);
  });

  test("loses the secret before the last one with the next rotation", async () => {
    const first = await issuePersonalKey(server, ben, org);
    const second = actorOf(
      server,
      expectStatus(await rotate(ben, first), 200).body,
    );
    const third = actorOf(
      server,
      expectStatus(await rotate(ben, second), 200).body,
    );
    expect(await statusOf(first)).toBe(401);
    expect([await statusOf(second), await statusOf(third)]).toEqual([200, 200]);
  });

  test("does not make an expired secret valid again", async () => {
    const old = await issuePersonalKey(server, ben, org);
    await expire(old);
    const { body } = expectStatus(await rotate(ben, old), 200);
    expect(body.key).toMatchObject({ graceUntil: null, isExpired: false });
    expect(await statusOf(old)).toBe(401);
    expect(await statusOf(actorOf(server, body))).toBe(200);
  });

  test("does not extend the life of the old secret", async () => {
    const old = await issuePersonalKey(server, ben, org);
    await expire(old, -HOUR);
    const { body } = expectStatus(await rotate(ben, old), 200);
    const grace = Date.parse(body.key.graceUntil ?? "") - Date.now();
    expect(grace).toBeLessThan(HOUR + 1000);
    const left = Date.parse(body.key.expiresAt ?? "") - Date.now();
    expect(Math.round(left / DAY)).toBe(90);
  });

  test("of another member is refused, because the caller would see the secret", async () => {
    const key = await issuePersonalKey(server, ben, org);
    await expectRefused(() => rotate(ana, key), "KEY_OWNER_ONLY");
    expect(await statusOf(key)).toBe(200);
  });

  test("of a service account needs the permissions of the key", async () => {
    const manager = await keyManager();
    const account = await createServiceAccount(ana, org);
    const [weak, strong] = [
      await issueServiceKey(server, ana, org, account),
      await issueServiceKey(server, ana, org, account, {
        scopes: ["project:delete"],
      }),
    ];
    await expectRefused(() => rotate(manager, strong), "PERMISSION_DENIED");
    expectStatus(await rotate(manager, weak), 200);
  });

  test("without an end needs a recent authentication", async () => {
    const key = await issuePersonalKey(server, ben, org, {
      expiresInDays: null,
    });
    await ageLastSignIn(server, ben);
    await expectRefused(() => rotate(ben, key), "REAUTHENTICATION_REQUIRED");
  });

  test("is mailed to its owner", async () => {
    const key = await issuePersonalKey(server, ben, org);
    const { body } = expectStatus(await rotate(ben, key), 200);
    const [mail] = await server.mailsTo(ben.email);
    expect(mail?.subject).toBe("API key rotated in Acme");
    expect(mail?.text).not.toContain(body.secret.slice(-20));
  });

  test("has a grace of at most 168 hours", async () => {
    const key = await issuePersonalKey(server, ben, org);
    for (const graceHours of [-1, 169, 0.5])
      await expectRefused(
        () => rotate(ben, key, { graceHours }),
        "INVALID_INPUT",
      );
    expectStatus(await rotate(ben, key, { graceHours: 168 }), 200);
  });
});

async function setGrace({ keyId }: KeyActor, graceUntil: number) {
  await server.db.client.execute({
    sql: "update api_keys set grace_until = ? where id = ?",
    args: [graceUntil, keyId],
  });
}

describe("a revoked key", () => {
  test("does not work any more, with either secret", async () => {
    const old = await issuePersonalKey(server, ben, org);
    const fresh = actorOf(
      server,
      expectStatus(await rotate(ben, old), 200).body,
    );
    expectStatus(await ben.delete(keyPath(old)), 204);
    expect([await statusOf(old), await statusOf(fresh)]).toEqual([401, 401]);
    for (const call of [
      () => ben.delete(keyPath(old)),
      () => rotate(ben, old),
      () => ben.put(keyPath(old), { name: "Again" }),
    ])
      await expectRefused(call, "NOT_FOUND");
  });

  test("is revoked again by the same Idempotency-Key", async () => {
    const program = await issuePersonalKey(server, ben, org);
    const headers = { "idempotency-key": crypto.randomUUID() };
    for (let time = 0; time < 2; time++)
      expectStatus(await ben.delete(keyPath(program), { headers }), 204);
    expectStatus(await ben.delete(keyPath(program)), 404);
  });

  test("can belong to another member if the caller manages keys", async () => {
    const manager = await keyManager();
    const key = await issuePersonalKey(server, ana, org, {
      scopes: [...KEY_SCOPES],
    });
    for (const call of [
      () => ben.delete(keyPath(key)),
      () => rotate(ben, key),
      () => ben.put(keyPath(key), { name: "Mine" }),
    ])
      await expectRefused(call, "NOT_FOUND");
    expectStatus(await manager.delete(keyPath(key)), 204);
    expect(await statusOf(key)).toBe(401);
  });

  test("can belong to a member whose role can have no keys any more, or who is read-only", async () => {
    const [one, two] = [
      await issuePersonalKey(server, ben, org),
      await issuePersonalKey(server, ben, org),
    ];
    const member = `${home()}/members/${ben.id}`;
    expectStatus(await ana.put(member, { role: "viewer" }), 200);
    expect(await statusOf(one)).toBe(200);
    expectStatus(await ben.delete(keyPath(one)), 204);
    await server.db.client.execute({
      sql: "update memberships set is_frozen = 1 where user_id = ?",
      args: [ben.id],
    });
    expectStatus(await ben.delete(keyPath(two)), 204);
    expect([await statusOf(one), await statusOf(two)]).toEqual([401, 401]);
  });

  test("can be the key of the call", async () => {
    const [key, other] = [
      await issuePersonalKey(server, ben, org),
      await issuePersonalKey(server, ben, org),
    ];
    expectStatus(await key.delete("/api-keys/self"), 204);
    expect([await statusOf(key), await statusOf(other)]).toEqual([401, 200]);
    const audit = await ana.get<"audit.list">(`${home()}/audit-log`);
    expect(audit.body.items[0]).toMatchObject({ action: "apiKeys.revokeSelf" });
    await expectRefused(() => ben.delete("/api-keys/self"), "API_KEY_REQUIRED");
  });
});
