import { beforeAll, describe, expect, test } from "bun:test";
import {
  grantsOf,
  type Permission,
  PERMISSIONS,
  withNeeded,
} from "#shared/permissions";
import type { Actor, Answer } from "#testing/kit/actor";
import { addPersonalKey } from "#testing/kit/api-keys";
import { listen } from "#testing/kit/live";
import { postMcp, toolCall } from "#testing/kit/mcp";
import { problemOf } from "#testing/kit/problem";
import { expectStatus, type TestOrganization } from "#testing/kit/server";
import { serverSuite } from "#testing/kit/suite";
import { ViewingActor } from "#testing/kit/viewing-actor";
import { comparable } from "#testing/matrix/procedures";

const server = serverSuite();
let ana: Actor;
let org: TestOrganization;
beforeAll(async () => {
  ana = await server.person("Ana");
  org = await server.organization(ana);
});

function viewing(role: string, user = ana) {
  return new ViewingActor(server, user, role);
}

async function makeRole(
  permissions: readonly Permission[],
  { slug }: TestOrganization = org,
) {
  const answer = await ana.post<"roles.create">(
    `/organizations/${slug}/roles`,
    {
      name: `Role ${Bun.randomUUIDv7()}`,
      permissions: [...permissions],
      basedOn: "viewer",
    },
  );
  return expectStatus(answer, 201).body;
}

async function joinAs(role: string, { slug } = org) {
  const user = await server.join(ana, { ...org, slug }, "viewer");
  const path = `/organizations/${slug}/members/${user.id}`;
  expectStatus(await ana.put(path, { role }), 200);
  return user;
}

async function contextOf(actor: Actor, { slug } = org) {
  const answer = await actor.get<"auth.context">(`/auth/context?org=${slug}`);
  return expectStatus(answer, 200).body;
}

function refusal(answer: Answer) {
  const { reason, missing } = problemOf(answer);
  return [answer.status, reason, ...(missing ?? [])];
}

const projects = () => `/organizations/${org.slug}/projects`;

describe("a view as a role", () => {
  test("has the permissions and the name of a built-in role", async () => {
    const { role, organization, permissions } = await contextOf(
      viewing("viewer"),
    );
    expect(role).toBe("viewer");
    expect(organization?.roleName).toBe("Viewer");
    expect(new Set(permissions)).toEqual(new Set(grantsOf("viewer")));
  });

  test("has the permissions and the name of a custom role", async () => {
    const { id, name } = await makeRole(["billing:manage"]);
    const { role, organization, permissions } = await contextOf(viewing(id));
    expect([role, organization?.roleName]).toEqual([id, name]);
    expect(permissions.toSorted()).toEqual(["billing:manage", "billing:read"]);
    expect(refusal(await viewing(id).get(projects()))).toEqual([
      403,
      "PERMISSION_DENIED",
      "project:read",
    ]);
  });

  test("does not add permissions that the user lacks", async () => {
    const held = withNeeded(["role:manage", "project:read"]);
    const user = await joinAs((await makeRole([...held])).id);
    for (const role of ["admin", (await makeRole(PERMISSIONS)).id]) {
      const { permissions } = await contextOf(viewing(role, user));
      expect(new Set(permissions)).toEqual(held);
    }
    const asAdmin = viewing("admin", user);
    expect((await contextOf(asAdmin)).role).not.toBe("admin");
    expect(
      refusal(await asAdmin.get(`/organizations/${org.slug}/audit-log`)),
    ).toEqual([403, "PERMISSION_DENIED", "audit:read"]);
  });

  test("and the other tabs of the user do not affect each other", async () => {
    const { id } = await makeRole(["member:read"]);
    for (let round = 0; round < 3; round++) {
      expect((await viewing(id).get(projects())).status).toBe(403);
      expect((await ana.get(projects())).status).toBe(200);
      expect((await contextOf(viewing("viewer"))).role).toBe("viewer");
      expect((await contextOf(ana)).role).toBe("admin");
    }
    expectStatus(await ana.post(projects(), { name: "Made outside" }), 201);
  });

  test("follows a change of the role", async () => {
    const { id } = await makeRole(["project:read"]);
    expect((await viewing(id).get(projects())).status).toBe(200);
    const path = `/organizations/${org.slug}/roles/${id}`;
    expectStatus(await ana.put(path, { permissions: ["role:read"] }), 200);
    expect((await viewing(id).get(projects())).status).toBe(403);
  });

  test("cannot change anything, not even the account, and stores nothing", async () => {
    const asAdmin = viewing("admin");
    const refused = [
      await asAdmin.post(projects(), { name: "Never" }),
      await asAdmin.post("/auth/sign-out"),
      await asAdmin.trpcBatch("mutation", [
        { path: "projects.create", input: { org: org.slug, name: "Never" } },
      ]),
    ];
    for (const answer of refused)
      expect(refusal(answer)).toEqual([403, "VIEWING_AS_ROLE"]);
    const { body } = await ana.get<"projects.list">(projects());
    expect(body.items.map(({ name }) => name)).not.toContain("Never");
  });

  test("needs the name of an organization", async () => {
    const answer = await viewing("viewer").get("/auth/context");
    expect(refusal(answer)).toEqual([400, "INVALID_INPUT"]);
  });
});

describe("a role to view as", () => {
  test("of another organization, a deleted one and an unknown one get the same answer", async () => {
    const other = await server.organization(ana);
    const foreign = await makeRole(["project:read"], other);
    const deleted = await makeRole(["project:read"]);
    const path = `/organizations/${org.slug}/roles/${deleted.id}`;
    expectStatus(await ana.delete(path), 204);
    const answers = await Promise.all(
      [
        foreign.id,
        deleted.id,
        "rol_unknown",
        "owner",
        "",
        "x".repeat(2000),
      ].map(async (role) => comparable(await viewing(role).get(projects()))),
    );
    for (const answer of answers) {
      expect(answer.status).toBe(404);
      expect(answer.text).toContain('"reason":"NOT_FOUND"');
      expect(answer).toEqual(answers[0] ?? answer);
    }
  });

  test("does not reveal an organization to others", async () => {
    const stranger = await server.person();
    const answer = await viewing("viewer", stranger).get(projects());
    expect(refusal(answer)).toEqual([404, "ORGANIZATION_NOT_FOUND"]);
    const signedOut = viewing("viewer", server.stranger());
    expect(refusal(await signedOut.get(projects()))).toEqual([
      401,
      "SIGNED_OUT",
    ]);
  });

  test.each(["role:manage", "member:update"] as const)(
    "can be chosen with the permission %s",
    async (permission) => {
      const user = await joinAs((await makeRole([permission])).id);
      const { role } = await contextOf(viewing("viewer", user));
      expect(role).toBe("viewer");
    },
  );

  test("cannot be chosen by other members, whether it exists or not", async () => {
    const member = await server.join(ana, org, "member");
    for (const role of ["viewer", "rol_unknown"])
      expect(refusal(await viewing(role, member).get(projects()))).toEqual([
        403,
        "PERMISSION_DENIED",
        "role:manage",
      ]);
  });

  test("cannot be chosen by an admin without a seat", async () => {
    const small = await server.organization(ana);
    const deputy = await server.join(ana, small, "member");
    await server.db.client.batch([
      {
        sql: "update memberships set role = 'admin' where org_id = ? and user_id = ?",
        args: [small.id, deputy.id],
      },
      {
        sql: "update organizations set seats = 1 where id = ?",
        args: [small.id],
      },
    ]);
    const answer = await viewing("viewer", deputy).get(
      `/organizations/${small.slug}/projects`,
    );
    expect(refusal(answer)).toEqual([402, "MEMBERSHIP_FROZEN"]);
  });
});

test("an API key cannot view as a role, over REST, tRPC and MCP", async () => {
  const key = await addPersonalKey(server, org.id, ana);
  const headers = { "x-view-as-role": "viewer" };
  const refused = [
    await key.get(projects(), { headers }),
    await key.post(projects(), { name: "Never" }, { headers }),
    await postMcp(key, JSON.stringify(toolCall("projects_list", {})), {
      headers,
    }),
  ];
  for (const answer of refused)
    expect(refusal(answer)).toEqual([403, "KEY_NOT_ALLOWED"]);
  expect((await key.get(projects())).status).toBe(200);
});

test("the stream of changes of a view reports only what the role can read, and ends with the role", async () => {
  const { id } = await makeRole(["project:read"]);
  const [own, ofView] = await Promise.all([
    listen(server, ana, org.slug),
    listen(server, viewing(id), org.slug),
  ]);
  const invited = own.receives("invitations");
  await server.invite(ana, org, "someone@example.com", "viewer");
  await invited;
  const seen = ofView.receives("projects");
  expectStatus(await ana.post(projects(), { name: "Seen" }), 201);
  await seen;
  expect(ofView.kinds).toContain("projects");
  expect(ofView.kinds).not.toContain("invitations");
  expect(ofView.kinds).not.toContain("audit");
  expectStatus(await ana.delete(`/organizations/${org.slug}/roles/${id}`), 204);
  await ofView.ended;
  expect(ofView.kinds.at(-1)).toBe("lost");
  own.leave();
});
