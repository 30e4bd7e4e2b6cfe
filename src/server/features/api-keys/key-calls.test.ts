import { beforeAll, beforeEach, describe, expect, test } from "bun:test";
import { BUILT_IN_ROLES, KEY_SCOPES } from "#shared/permissions";
import type { Actor, Answer } from "#testing/kit/actor";
import {
  createServiceAccount,
  issuePersonalKey,
  issueServiceKey,
  KeyActor,
} from "#testing/kit/api-keys";
import { addApp } from "#testing/kit/authenticator-app";
import { problemOf } from "#testing/kit/problem";
import { expectStatus, type TestOrganization } from "#testing/kit/server";
import { serverSuite } from "#testing/kit/suite";
import { until } from "#testing/kit/until";
import { comparable } from "#testing/matrix/procedures";
import { newSecret } from "#server/core/api-keys/token";
import { newId } from "#shared/id";

const MEMBER_SCOPES = KEY_SCOPES.filter((scope) =>
  BUILT_IN_ROLES.member.grants.includes(scope),
);

const server = serverSuite();
let ana: Actor;
let ben: Actor;
let org: TestOrganization;
beforeAll(async () => {
  ana = await server.person("Ana");
});
beforeEach(async () => {
  org = await server.organization(ana, "Acme");
  ben = await server.join(ana, org, "member", "Ben");
});

const home = () => `/organizations/${org.slug}`;
const projects = () => `${home()}/projects`;
const make = (actor: Actor) => actor.post(projects(), { name: "Plan" });
const read = (actor: Actor) => actor.get(projects());
const member = () => `${home()}/members/${ben.id}`;
const personal = () =>
  issuePersonalKey(server, ben, org, { scopes: MEMBER_SCOPES });

async function service(role = "member") {
  const account = await createServiceAccount(ana, org, { role });
  const path = `${home()}/service-accounts/${account}`;
  const program = await issueServiceKey(server, ana, org, account, {
    scopes: MEMBER_SCOPES,
  });
  return { account, path, program };
}

async function execute(sql: string, ...args: (string | number)[]) {
  await server.db.client.execute({ sql, args });
}

function reasonOf(answer: Answer): string {
  return problemOf(answer).reason;
}

describe("a call with a personal key", () => {
  test("has the permissions of the key that the present role grants too", async () => {
    const program = await personal();
    expectStatus(await make(program), 201);
    expectStatus(await ana.put(member(), { role: "viewer" }), 200);
    expect(problemOf(await make(program)).missing).toEqual(["project:create"]);
    expectStatus(await read(program), 200);
    expectStatus(await ana.put(member(), { role: "admin" }), 200);
    // The admin may read billing, but the key does not have this permission.
    const billing = await program.get(`${home()}/subscription`);
    expect(problemOf(billing).missing).toEqual(["billing:read"]);
    expectStatus(await make(program), 201);
  });

  test("has no permission that the key does not have", async () => {
    const program = await issuePersonalKey(server, ana, org);
    expectStatus(await read(program), 200);
    expect(problemOf(await make(program)).missing).toEqual(["project:create"]);
    const members = await program.get(`${home()}/members`);
    expect(problemOf(members).missing).toEqual(["member:read"]);
  });

  test("is refused while the member is suspended", async () => {
    const program = await personal();
    expectStatus(await ana.post(`${member()}/suspend`), 200);
    expect(reasonOf(await read(program))).toBe("MEMBERSHIP_SUSPENDED");
    expectStatus(await ana.post(`${member()}/reactivate`), 200);
    expectStatus(await read(program), 200);
  });

  test("can only read while the member is read-only", async () => {
    const program = await personal();
    const freeze = "update memberships set is_frozen = ? where user_id = ?";
    await execute(freeze, 1, ben.id);
    expectStatus(await read(program), 200);
    expect(reasonOf(await make(program))).toBe("MEMBERSHIP_FROZEN");
    await execute(freeze, 0, ben.id);
    expectStatus(await make(program), 201);
  });

  test("is refused after the member left, also when the member joins again", async () => {
    const program = await personal();
    expectStatus(await ana.delete(member()), 204);
    expect(reasonOf(await read(program))).toBe("API_KEY_INVALID");
    const { token } = await server.invite(ana, org, ben.email, "member");
    expectStatus(await ben.post("/invitations/accept", { token }), 200);
    expect(reasonOf(await read(program))).toBe("API_KEY_INVALID");
    expectStatus(await read(ben), 200);
  });

  test("is refused after the account of the user was suspended or deleted", async () => {
    const program = await personal();
    await execute("update users set suspended_at = 1 where id = ?", ben.id);
    expect(reasonOf(await read(program))).toBe("API_KEY_INVALID");
    await execute("update users set suspended_at = null where id = ?", ben.id);
    expectStatus(await read(program), 200);
    await expectStatus(
      await ben.delete(`/auth/me?confirm=${encodeURIComponent(ben.email)}`),
      204,
    );
    expect(reasonOf(await read(program))).toBe("API_KEY_INVALID");
  });

  test("is refused while the two-factor policy blocks the member", async () => {
    const program = await personal();
    const { program: account } = await service();
    await execute(
      "update organizations set two_factor_required_from = 1 where id = ?",
      org.id,
    );
    for (const call of [read, make])
      expect(reasonOf(await call(program))).toBe("SECOND_FACTOR_REQUIRED");
    // The policy concerns people.
    expectStatus(await make(account), 201);
    await addApp(server, ben);
    expectStatus(await make(program), 201);
  });

  test("is refused after the organization was deleted", async () => {
    const program = await personal();
    expectStatus(await ana.delete(`${home()}?confirm=${org.slug}`), 204);
    expect(reasonOf(await read(program))).toBe("API_KEY_INVALID");
  });

  test("neither gives nor takes the admin role", async () => {
    const boss = await server.join(ana, org, "admin");
    const program = await issuePersonalKey(server, ana, org, {
      scopes: KEY_SCOPES,
    });
    const path = `${home()}/members`;
    const calls = [
      program.put(member(), { role: "admin" }),
      program.put(`${path}/${boss.id}`, { role: "viewer" }),
      program.delete(`${path}/${boss.id}`),
      program.post(`${path}/${boss.id}/suspend`),
      program.post(`${home()}/invitations`, {
        email: "new@example.com",
        role: "admin",
      }),
    ];
    for (const answer of await Promise.all(calls)) expectStatus(answer, 403);
    const bulk = await program.post<"members.updateMany">(`${path}/bulk`, {
      userIds: [boss.id],
      action: "changeRole",
      role: "viewer",
    });
    const found = await ana.get<"members.get">(`${path}/${boss.id}`);
    expect(found.body.role).toBe("admin");
    expect(bulk.body.done ?? []).toEqual([]);
    const invited = await ana.get<"invitations.list">(
      `${home()}/invitations?status=pending`,
    );
    expect(invited.body.items.map(({ role }) => role)).not.toContain("admin");
  });

  test("gives and takes roles whose permissions the key has, except those that only concern oneself", async () => {
    const strong = await issuePersonalKey(server, ana, org, {
      scopes: [
        ...MEMBER_SCOPES,
        "invitation:create",
        "member:update",
        "member:remove",
      ],
    });
    const weak = await issuePersonalKey(server, ana, org, {
      scopes: ["invitation:create", "member:update", "member:remove"],
    });
    const invite = (program: Actor, role: string) =>
      program.post(`${home()}/invitations`, {
        email: `${crypto.randomUUID()}@example.com`,
        role,
      });
    for (const role of ["member", "viewer"]) {
      expectStatus(await invite(strong, role), 201);
      const { missing } = problemOf(await invite(weak, role));
      expect(missing).toContain("project:read");
      expect(missing).not.toContain("member:leave");
    }
    for (const path of [`${member()}/suspend`, `${member()}/reactivate`]) {
      expectStatus(await weak.post(path), 403);
      expectStatus(await strong.post(path), 200);
    }
    expectStatus(await strong.put(member(), { role: "viewer" }), 200);
    expectStatus(await weak.delete(member()), 403);
    expectStatus(await strong.delete(member()), 204);
  });
});

describe("a call with a key of a service account", () => {
  test("has the permissions of the key that the present role of the account grants too", async () => {
    const { program, path } = await service();
    expectStatus(await make(program), 201);
    expectStatus(await ana.put(path, { role: "viewer" }), 200);
    expect(problemOf(await make(program)).missing).toEqual(["project:create"]);
    expectStatus(await read(program), 200);
  });

  test("is refused while the account is suspended, and after it was deleted", async () => {
    const { program, path } = await service();
    expectStatus(await ana.put(path, { suspended: true }), 200);
    expect(reasonOf(await read(program))).toBe("MEMBERSHIP_SUSPENDED");
    expectStatus(await ana.put(path, { suspended: false }), 200);
    expectStatus(await read(program), 200);
    expectStatus(await ana.delete(path), 204);
    expect(reasonOf(await read(program))).toBe("API_KEY_INVALID");
  });

  test("still works after its steward, who made it, has left", async () => {
    const boss = await server.join(ana, org, "admin");
    const account = await createServiceAccount(boss, org);
    const program = await issueServiceKey(server, boss, org, account);
    expectStatus(await ana.delete(`${home()}/members/${boss.id}`), 204);
    expectStatus(await read(program), 200);
    const found = await ana.get<"serviceAccounts.get">(
      `${home()}/service-accounts/${account}`,
    );
    expect(found.body.steward).toBeNull();
  });
});

describe("a key", () => {
  test("of another organization gets the answer of a stranger", async () => {
    const owner = await server.person();
    const other = await server.organization(owner);
    const stranger = await server.person();
    await server.organization(stranger);
    const program = await issuePersonalKey(server, ben, org, {
      scopes: MEMBER_SCOPES,
    });
    for (const path of [
      `/organizations/${other.slug}`,
      `/organizations/${other.id}/projects`,
      "/organizations/no-such-organization",
    ]) {
      const [own, foreign] = [
        await program.get(path),
        await stranger.get(path),
      ];
      expect(own.status).toBe(404);
      const { text, status } = comparable(own);
      expect({ text, status }).toEqual({
        text: comparable(foreign).text,
        status: comparable(foreign).status,
      });
    }
  });

  test("of a member of two organizations opens only its own", async () => {
    const second = await server.organization(ben);
    const program = await personal();
    const path = `/organizations/${second.slug}/projects`;
    expect(reasonOf(await program.get(path))).toBe("ORGANIZATION_NOT_FOUND");
    const listed = await program.get<"organizations.list">("/organizations");
    expect(listed.body.items).toMatchObject([{ id: org.id }]);
  });

  test("that is unknown, mistyped, expired or revoked gets one and the same 401", async () => {
    const [good, expired, revoked, replaced] = [
      await personal(),
      await personal(),
      await personal(),
      await personal(),
    ];
    await execute(
      "update api_keys set expires_at = 1 where id = ?",
      expired.keyId,
    );
    const keys = `${home()}/api-keys`;
    expectStatus(await ben.delete(`${keys}/${revoked.keyId}`), 204);
    expectStatus(
      await ben.post(`${keys}/${replaced.keyId}/rotate`, { graceHours: 0 }),
      200,
    );
    const forged = newSecret(good.keyId).key;
    const unknown = newSecret(newId("apiKey")).key;
    const typo = good.key.slice(0, -1) + (good.key.endsWith("a") ? "b" : "a");
    const answers = [];
    for (const key of [
      expired.key,
      revoked.key,
      replaced.key,
      forged,
      unknown,
      typo,
      good.key.toUpperCase(),
      "tnt_live_",
      "x",
    ]) {
      const program = new KeyActor(server, good.keyId, key);
      for (const answer of [await read(program), await make(program)])
        answers.push(comparable(answer).text);
    }
    expect(new Set(answers).size).toBe(1);
    expect(answers[0]).toContain("API_KEY_INVALID");
    expectStatus(await read(good), 200);
  });

  test("is the only credential of its request: a cookie is ignored", async () => {
    const program = await personal();
    const headers = { cookie: ana.cookie };
    const billing = `${home()}/subscription`;
    expectStatus(await ana.get(billing), 200);
    const answer = await program.get(billing, { headers });
    expect(problemOf(answer).missing).toEqual(["billing:read"]);
    expect(answer.headers.getSetCookie()).toEqual([]);
    const wrong = new KeyActor(server, "", "tnt_live_wrong");
    expect(reasonOf(await wrong.get(billing, { headers }))).toBe(
      "API_KEY_INVALID",
    );
  });

  test("needs no header Origin, and another site cannot use a cookie with it", async () => {
    const program = await personal();
    const headers = { origin: "https://evil.example" };
    expectStatus(await make(program), 201);
    expectStatus(
      await program.post(projects(), { name: "Plan" }, { headers }),
      201,
    );
    const forged = { ...headers, authorization: "Bearer x" };
    const answer = await ana.post(
      projects(),
      { name: "Plan" },
      { headers: forged },
    );
    expect(reasonOf(answer)).toBe("API_KEY_INVALID");
  });

  test("gets the headers of its limits with each answer, also with a refusal", async () => {
    const program = await personal();
    for (const answer of [
      await read(program),
      await program.get(`${home()}/subscription`),
      await program.get("/auth/me"),
    ]) {
      expect(answer.headers.get("ratelimit-policy")).toMatch(
        /^"key";q=\d+;w=60, "organization";q=\d+;w=60$/,
      );
      expect(answer.headers.get("ratelimit")).toMatch(
        /^"key";r=\d+;t=\d+, "organization";r=\d+;t=\d+$/,
      );
    }
    expect((await read(ben)).headers.get("ratelimit")).toBeNull();
  });

  test("stores when it was last used, at most once a minute", async () => {
    const program = await personal();
    const lastUsedAt = async () => {
      const path = `${home()}/api-keys`;
      const { body } = await ben.get<"apiKeys.list">(path);
      return body.items.find(({ id }) => id === program.keyId)?.lastUsedAt;
    };
    expect(await lastUsedAt()).toBeNull();
    expectStatus(await read(program), 200);
    const first = await until(
      "the first use is stored",
      async () => (await lastUsedAt()) ?? undefined,
    );
    for (let i = 0; i < 5; i++) expectStatus(await read(program), 200);
    expect(await lastUsedAt()).toBe(first);
    server.passTime(61_000);
    expectStatus(await read(program), 200);
    await until("the later use is stored", async () =>
      (await lastUsedAt()) === first ? undefined : true,
    );
  });
});

describe("the limits of keys", () => {
  const limited = serverSuite({ RATE_LIMIT_FACTOR: "1" });

  test("refuse further calls with the time to wait", async () => {
    const owner = await limited.person();
    const own = await limited.organization(owner);
    const program = await issuePersonalKey(limited, owner, own);
    const other = await issuePersonalKey(limited, owner, own);
    const call = (key: Actor) => key.get(`/organizations/${own.slug}/projects`);
    for (let i = 0; i < 12; i++)
      for (const { status } of await Promise.all(
        Array.from({ length: 50 }, () => call(program)),
      ))
        expect(status).toBe(200);
    const refused = await call(program);
    expect(reasonOf(expectStatus(refused, 429))).toBe("RATE_LIMITED");
    const wait = Number(refused.headers.get("retry-after"));
    expect(wait).toBeGreaterThan(0);
    expect(wait).toBeLessThanOrEqual(60);
    expect(refused.headers.get("ratelimit")).toStartWith('"key";r=0;t=');
    expectStatus(await call(other), 200);
  });

  test("of the organization do not count refused calls of a key over its own limit", async () => {
    const owner = await limited.person();
    const own = await limited.organization(owner);
    const [busy, other] = [
      await issuePersonalKey(limited, owner, own),
      await issuePersonalKey(limited, owner, own),
    ];
    const call = (key: Actor) => key.get(`/organizations/${own.slug}/projects`);
    for (let i = 0; i < 61; i++)
      await Promise.all(Array.from({ length: 50 }, () => call(busy)));
    expectStatus(await call(busy), 429);
    expectStatus(await call(other), 200);
  });

  test("refuse more than 100 new keys of a member in a day", async () => {
    const owner = await limited.person();
    const own = await limited.organization(owner);
    const keys = `/organizations/${own.slug}/api-keys`;
    const input = { name: "Deploy", scopes: ["project:read"] };
    for (let i = 0; i < 100; i++) {
      const made = await owner.post<"apiKeys.create">(keys, input);
      const { key } = expectStatus(made, 201).body;
      expectStatus(await owner.delete(`${keys}/${key.id}`), 204);
    }
    expectStatus(await owner.post(keys, input), 429);
    await limited.services.outbox.idle();
    // A notice over the limit of mails waits, and one that would wait too long is dropped.
    expect((await limited.mailsTo(owner.email)).length).toBeLessThan(10);
  });
});
