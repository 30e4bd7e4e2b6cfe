import { beforeAll, describe, expect, test } from "bun:test";
import { newId } from "#shared/id";
import { BUILT_IN_ROLES, type Permission } from "#shared/permissions";
import { addServiceKey } from "#testing/kit/api-keys";
import type { Actor } from "#testing/kit/actor";
import { expectStatus, type TestOrganization } from "#testing/kit/server";
import { serverSuite } from "#testing/kit/suite";
import { lastStatementOf } from "#testing/kit/migrations";
import { problemOf } from "#testing/kit/problem";
import type { ListedRole, Impact } from "./schemas";

const HOUR = 60 * 60 * 1000;

const server = serverSuite();
let ana: Actor;
beforeAll(async () => {
  ana = await server.person("Ana");
});

const rolesOf = (org: TestOrganization) => `/organizations/${org.slug}/roles`;
const memberOf = (org: TestOrganization, { id }: Actor) =>
  `/organizations/${org.slug}/members/${id}`;

const PROJECTS: Permission[] = ["project:read", "project:create"];
/** Permissions to manage members and roles, without projects. */
const PEOPLE: Permission[] = [
  "organization:read",
  "member:read",
  "member:update",
  "member:remove",
  "member:leave",
  "invitation:read",
  "invitation:create",
  "role:read",
  "role:manage",
];

async function make(
  org: TestOrganization,
  name: string,
  permissions: Permission[],
  maker = ana,
): Promise<ListedRole> {
  const input = { name, basedOn: "viewer", permissions };
  const answer = await maker.post<"roles.create">(rolesOf(org), input);
  return expectStatus(answer, 201).body;
}

/** Adds a new member with a custom role. */
async function joinAs(org: TestOrganization, role: string, name?: string) {
  const person = await server.join(ana, org, "viewer", name);
  expectStatus(await ana.put(memberOf(org, person), { role }), 200);
  return person;
}

/** Creates a service account and returns its id. */
async function addAccount(org: TestOrganization, role: string) {
  const path = `/organizations/${org.slug}/service-accounts`;
  const answer = await ana.post<"serviceAccounts.create">(path, {
    name: "CI",
    role,
  });
  return expectStatus(answer, 201).body.id;
}

async function refused(answer: Promise<unknown>) {
  const { status, body } = (await answer) as {
    status: number;
    body: { reason?: string; missing?: string[] };
  };
  return [status, body.reason, ...(body.missing ?? []).toSorted()];
}

describe("a custom role", () => {
  test("includes the permissions that its permissions need", async () => {
    const org = await server.organization(ana);
    const made = await make(org, "Billing manager", ["billing:manage"]);
    expect(made.permissions).toEqual(["billing:read", "billing:manage"]);
    const ben = await joinAs(org, made.id);
    const subscription = `/organizations/${org.slug}/subscription`;
    expectStatus(await ben.get(subscription), 200);

    const path = `${rolesOf(org)}/${made.id}`;
    const wished = "project:update,invitation:create";
    const seen = await ana.get<"roles.impact">(
      `${path}/impact?permissions=${wished}`,
    );
    const needed: Permission[] = [
      "member:read",
      "invitation:read",
      "invitation:create",
      "project:read",
      "project:update",
    ];
    const impact = expectStatus(seen, 200).body;
    expect(impact.gained.toSorted()).toEqual(needed.toSorted());
    const changed = await ana.put(path, { permissions: wished.split(",") });
    expect<unknown>(expectStatus(changed, 200).body.permissions).toEqual(
      needed,
    );
  });

  test("from before the migration gets the permissions it needs, and a complete role does not change", async () => {
    const org = await server.organization(ana);
    const names = ["billing:manage", "invitation:revoke", "member:leave"];
    const stored = async (id: string) => {
      const { rows } = await server.db.client.execute({
        sql: "select permissions from roles where id = ?",
        args: [id],
      });
      return JSON.parse(String(rows[0]?.permissions)) as unknown;
    };
    const ids = await Promise.all(
      names.map(async (permission) => {
        const { id } = await make(org, permission, []);
        await server.db.client.execute({
          sql: "update roles set permissions = ? where id = ?",
          args: [JSON.stringify([permission]), id],
        });
        return id;
      }),
    );
    const whole = await make(org, "Whole", PEOPLE);
    const before = await stored(whole.id);
    await server.db.client.execute(await lastStatementOf("complete_roles"));
    expect(await Promise.all(ids.map(stored))).toEqual([
      ["billing:manage", "billing:read"],
      ["invitation:read", "invitation:revoke", "member:read"],
      ["member:leave"],
    ]);
    expect(await stored(whole.id)).toEqual(before);
  });

  test("applies to its members from their next request on", async () => {
    const org = await server.organization(ana);
    const role = await make(org, "Maker", PROJECTS);
    const ben = await joinAs(org, role.id);
    const projects = `/organizations/${org.slug}/projects`;
    expectStatus(await ben.post(projects, { name: "One" }), 201);
    expect(await refused(ben.get(`${projects}/../members`))).toEqual([
      403,
      "PERMISSION_DENIED",
      "member:read",
    ]);
    const { body } = expectStatus(
      await ben.get(`/auth/context?org=${org.slug}`),
      200,
    );
    expect(body).toMatchObject({ role: role.id, permissions: PROJECTS });
    expect(body.organization).toMatchObject({ roleName: "Maker" });

    const shrunk = { permissions: ["project:read"] };
    expectStatus(await ana.put(`${rolesOf(org)}/${role.id}`, shrunk), 200);
    expect(await refused(ben.post(projects, { name: "Two" }))).toEqual([
      403,
      "PERMISSION_DENIED",
      "project:create",
    ]);
  });

  test("can be given by an invitation, and the mail names it", async () => {
    const org = await server.organization(ana);
    const role = await make(org, "Support desk", PROJECTS);
    const guest = await server.person("Gus");
    expectStatus(
      await ana.post(`/organizations/${org.slug}/invitations`, {
        email: guest.email,
        role: role.id,
      }),
      201,
    );
    const [mail] = await server.mailsTo(guest.email);
    expect(mail?.text).toContain("Support desk");
    const token = await server.mailedToken(guest.email, "invite");
    const { body: shown } = await guest.post("/invitations/preview", { token });
    expect(shown).toMatchObject({ role: role.id, roleName: "Support desk" });
    const { body } = expectStatus(
      await guest.post("/invitations/accept", { token }),
      200,
    );
    expect(body).toMatchObject({ role: role.id, roleName: "Support desk" });
  });

  test("is listed after the built-in roles, with the number of its members", async () => {
    const org = await server.organization(ana);
    const role = await make(org, "Maker", PROJECTS);
    await joinAs(org, role.id);
    const answer = await ana.get<"roles.list">(rolesOf(org));
    const { items } = expectStatus(answer, 200).body;
    expect(
      items.map(({ name, isBuiltIn, members }) => [name, isBuiltIn, members]),
    ).toEqual([
      ["Admin", true, 1],
      ["Member", true, 0],
      ["Viewer", true, 0],
      ["Maker", false, 1],
    ]);
  });

  test("keeps its members when it is renamed", async () => {
    const org = await server.organization(ana);
    const role = await make(org, "Maker", PROJECTS);
    const ben = await joinAs(org, role.id);
    expectStatus(
      await ana.put(`${rolesOf(org)}/${role.id}`, { name: "Builder" }),
      200,
    );
    const { body } = await ana.get(memberOf(org, ben));
    expect(body).toMatchObject({ role: role.id, roleName: "Builder" });
  });

  for (const name of ["maker", "  MAKER ", "ｍａｋｅｒ", "Admin", "viewer"])
    test(`cannot have the name ${JSON.stringify(name)} beside a Maker`, async () => {
      const org = await server.organization(ana);
      await make(org, "Maker", []);
      const input = { name, basedOn: "viewer", permissions: [] };
      expect(await refused(ana.post(rolesOf(org), input))).toEqual([
        409,
        "ROLE_NAME_TAKEN",
      ]);
    });

  test("is not saved over a newer change", async () => {
    const org = await server.organization(ana);
    const role = await make(org, "Maker", PROJECTS);
    const path = `${rolesOf(org)}/${role.id}`;
    expectStatus(await ana.put(path, { description: "First" }), 200);
    const late = { description: "Second", updatedAt: role.updatedAt };
    expect(await refused(ana.put(path, late))).toEqual([409, "STALE"]);
  });

  test("is one of at most fifty, on every plan", async () => {
    const org = await server.organization(ana);
    await server.db.client.execute({
      sql: "update organizations set role_limit = null where id = ?",
      args: [org.id],
    });
    for (let index = 0; index < 50; index++) await make(org, `R${index}`, []);
    const input = { name: "One more", basedOn: "viewer", permissions: [] };
    expect(await refused(ana.post(rolesOf(org), input))).toEqual([
      409,
      "ROLE_LIMIT",
    ]);
  });

  test("of another organization is unknown", async () => {
    const [here, there] = [
      await server.organization(ana),
      await server.organization(ana),
    ];
    const role = await make(there, "Maker", PROJECTS);
    const ben = await server.join(ana, here, "viewer");
    for (const answer of [
      ana.put(memberOf(here, ben), { role: role.id }),
      ana.post(`/organizations/${here.slug}/invitations`, {
        email: "x@example.com",
        role: role.id,
      }),
    ])
      expect(await refused(answer)).toEqual([400, "ROLE_NOT_FOUND"]);
    expect(await refused(ana.delete(`${rolesOf(here)}/${role.id}`))).toEqual([
      404,
      "NOT_FOUND",
    ]);
  });
});

test("an unknown role and a role of another organization are not found, and the error names the field", async () => {
  const [here, there] = [
    await server.organization(ana),
    await server.organization(ana),
  ];
  const foreign = await make(there, "Foreign", []);
  const own = await make(here, "Own", []);
  for (const id of [foreign.id, newId("role")]) {
    const path = `${rolesOf(here)}/${id}`;
    for (const answer of [
      ana.get(path),
      ana.get(`${path}/impact?permissions=project:read`),
    ])
      expect(await refused(answer)).toEqual([404, "NOT_FOUND"]);
    for (const answer of [
      await ana.get(`${rolesOf(here)}/${own.id}/impact?replacement=${id}`),
      // No member has the deleted role, so the replacement would not be used. An unknown replacement is refused anyway.
      await ana.delete(`${rolesOf(here)}/${own.id}?replacement=${id}`),
    ]) {
      const { reason, issues } = problemOf(expectStatus(answer, 400));
      expect(reason).toBe("ROLE_NOT_FOUND");
      expect(issues?.map(({ path: field }) => field)).toEqual(["replacement"]);
    }
  }
  expectStatus(await ana.get(`${rolesOf(here)}/${own.id}`), 200);
});

test.each([
  ["zero width space", "\u200b"],
  ["word joiner", "\u2060"],
  ["soft hyphen", "\u00ad"],
  ["zero width joiner", "\u200d"],
  ["variation selector", "\ufe0f"],
  ["Hangul filler", "\uffa0"],
])("a name that differs only by a %s is taken", async (_, invisible) => {
  const org = await server.organization(ana);
  await make(org, "Release crew", []);
  for (const name of [
    `Ad${invisible}min`,
    `Viewer ${invisible}`,
    `Rel${invisible}ease crew`,
    `Release ${invisible} crew`,
  ]) {
    const input = { name, basedOn: "viewer", permissions: [] };
    const answer = expectStatus(await ana.post(rolesOf(org), input), 409);
    expect(problemOf(answer).reason).toBe("ROLE_NAME_TAKEN");
  }
});

test("built-in roles cannot be changed", async () => {
  const org = await server.organization(ana);
  for (const role of ["admin", "member", "viewer"]) {
    const path = `${rolesOf(org)}/${role}`;
    expect(await refused(ana.put(path, { permissions: [] }))).toEqual([
      409,
      "BUILT_IN_ROLE",
    ]);
    expect(await refused(ana.delete(path))).toEqual([409, "BUILT_IN_ROLE"]);
  }
});

describe("a member cannot grant permissions that they lack", () => {
  let org: TestOrganization;
  let people: ListedRole;
  let maker: ListedRole;
  let ben: Actor;
  let carl: Actor;
  beforeAll(async () => {
    org = await server.organization(ana);
    people = await make(org, "People", PEOPLE);
    maker = await make(org, "Maker", PROJECTS);
    ben = await joinAs(org, people.id, "Ben");
    carl = await joinAs(org, people.id, "Carl");
  });
  const denied = (...permissions: string[]) => [
    403,
    "PERMISSION_DENIED",
    ...permissions.toSorted(),
  ];
  const invitations = () => `/organizations/${org.slug}/invitations`;

  test("in a new role", async () => {
    const input = { name: "More", basedOn: "viewer", permissions: PROJECTS };
    expect(await refused(ben.post(rolesOf(org), input))).toEqual(
      denied(...PROJECTS),
    );
  });

  test("in their own role", async () => {
    const path = `${rolesOf(org)}/${people.id}`;
    const permissions = [...PEOPLE, "project:read"];
    expect(await refused(ben.put(path, { permissions }))).toEqual(
      denied("project:read"),
    );
  });

  test("by changing or deleting a role with more permissions", async () => {
    const path = `${rolesOf(org)}/${maker.id}`;
    expect(await refused(ben.put(path, { permissions: [] }))).toEqual(
      denied(...PROJECTS),
    );
    expect(await refused(ben.delete(path))).toEqual(denied(...PROJECTS));
  });

  test("to others or to themselves", async () => {
    for (const member of [carl, ben])
      for (const role of [maker.id, "viewer", "admin"])
        expect(
          (await refused(ben.put(memberOf(org, member), { role }))).slice(0, 2),
        ).toEqual([403, "PERMISSION_DENIED"]);
  });

  test("by an invitation", async () => {
    const input = { email: "mine@example.com", role: maker.id };
    expect(await refused(ben.post(invitations(), input))).toEqual(
      denied(...PROJECTS),
    );
  });

  test("as the replacement of a deleted role", async () => {
    const own = await make(org, "Own", ["role:read"], ben);
    expectStatus(await ben.put(memberOf(org, carl), { role: own.id }), 200);
    const path = `${rolesOf(org)}/${own.id}?replacement=${maker.id}`;
    expect(await refused(ben.delete(path))).toEqual(denied(...PROJECTS));
    expectStatus(await ana.put(memberOf(org, carl), { role: people.id }), 200);
  });

  test("nor remove or demote a member with more permissions", async () => {
    expect((await refused(ben.delete(memberOf(org, ana)))).slice(0, 2)).toEqual(
      [403, "PERMISSION_DENIED"],
    );
    expect(
      (await refused(ben.put(memberOf(org, ana), { role: people.id }))).slice(
        0,
        2,
      ),
    ).toEqual([403, "PERMISSION_DENIED"]);
  });
});

describe("a deleted role", () => {
  test("needs a replacement while it is in use, for members and for everything that would give it", async () => {
    const org = await server.organization(ana);
    const role = await make(org, "Maker", PROJECTS);
    const path = `${rolesOf(org)}/${role.id}`;
    const ben = await joinAs(org, role.id);
    const guest = await server.person();
    expectStatus(
      await ana.post(`/organizations/${org.slug}/invitations`, {
        email: guest.email,
        role: role.id,
      }),
      201,
    );
    expect(await refused(ana.delete(path))).toEqual([409, "ROLE_IN_USE"]);
    expect(
      (await refused(ana.delete(`${path}?replacement=${role.id}`)))[1],
    ).toBe("INVALID_INPUT");
    expectStatus(await ana.delete(`${path}?replacement=viewer`), 204);

    const { body } = await ana.get(memberOf(org, ben));
    expect(body).toMatchObject({ role: "viewer" });
    const token = await server.mailedToken(guest.email, "invite");
    const joined = await guest.post("/invitations/accept", { token });
    expect(expectStatus(joined, 200).body).toMatchObject({ role: "viewer" });
    expectStatus(await ana.get(path), 404);
  });

  test("needs a replacement for service accounts", async () => {
    const org = await server.organization(ana);
    const role = await make(org, "Maker", PROJECTS);
    const path = `${rolesOf(org)}/${role.id}`;
    const account = await addAccount(org, role.id);
    expect(await refused(ana.delete(path))).toEqual([409, "ROLE_IN_USE"]);
    expectStatus(await ana.delete(`${path}?replacement=viewer`), 204);
    const accounts = `/organizations/${org.slug}/service-accounts`;
    const { body } = await ana.get(`${accounts}/${account}`);
    expect(body).toMatchObject({ role: "viewer", roleName: "Viewer" });
  });

  test("needs no replacement while it is not in use", async () => {
    const org = await server.organization(ana);
    const role = await make(org, "Maker", PROJECTS);
    expectStatus(await ana.delete(`${rolesOf(org)}/${role.id}`), 204);
  });
});

describe("the preview of a role change", () => {
  test("shows the affected members and the invitations that would be void", async () => {
    const org = await server.organization(ana);
    const role = await make(org, "People", PEOPLE);
    const ben = await joinAs(org, role.id, "Ben");
    await joinAs(org, role.id, "Carl");
    const input = { email: server.stranger().email, role: role.id };
    expectStatus(
      await ben.post(`/organizations/${org.slug}/invitations`, input),
      201,
    );
    const wanted = [
      ...PEOPLE.filter((permission) => permission !== "invitation:create"),
      "project:read",
    ];
    const path = `${rolesOf(org)}/${role.id}/impact`;
    const { body } = expectStatus(
      await ana.get(`${path}?permissions=${wanted.join(",")}`),
      200,
    );
    expect(body).toEqual({
      members: 2,
      serviceAccounts: 0,
      names: ["Ben", "Carl"],
      gained: ["project:read"],
      lost: ["invitation:create"],
      invitations: 1,
      voided: 1,
    } satisfies Impact);
    for (const query of ["", "?permissions=project:paint"])
      expectStatus(await ana.get(`${path}${query}`), 400);
  });

  test("counts service accounts, and the invitations that they sent", async () => {
    const org = await server.organization(ana);
    const role = await make(org, "People", PEOPLE);
    const account = await addAccount(org, role.id);
    const program = await addServiceKey(server, org.id, account);
    const path = `/organizations/${org.slug}/invitations`;
    const input = { email: server.stranger().email, role: "viewer" };
    const permissions = [...PEOPLE, ...BUILT_IN_ROLES.viewer.grants];
    expectStatus(
      await ana.put(`${rolesOf(org)}/${role.id}`, { permissions }),
      200,
    );
    expectStatus(await program.post(path, input), 201);

    const impact = async (wanted: readonly Permission[]) => {
      const answer = await ana.get<"roles.impact">(
        `${rolesOf(org)}/${role.id}/impact?permissions=${wanted.join(",")}`,
      );
      const { members, serviceAccounts, voided } = expectStatus(
        answer,
        200,
      ).body;
      return { members, serviceAccounts, voided };
    };
    const found = { members: 0, serviceAccounts: 1 };
    expect(await impact(permissions)).toEqual({ ...found, voided: 0 });
    expect(await impact(PROJECTS)).toEqual({ ...found, voided: 1 });
    // The steward has no custom role, so a change of the steward's role would not matter for the invitation.
    const own = await ana.get<"roles.impact">(
      `${rolesOf(org)}/admin/impact?permissions=project:read`,
    );
    expect(own.body).toMatchObject({ members: 1, voided: 0 });
  });

  test("an invitation is void when the role of its inviter cannot invite", async () => {
    const org = await server.organization(ana);
    const role = await make(org, "People", PEOPLE);
    const ben = await joinAs(org, role.id, "Ben");
    const guest = await server.person();
    const { token } = await server.invite(ben, org, guest.email, role.id);
    const permissions = PEOPLE.filter((one) => one !== "invitation:create");
    expectStatus(
      await ana.put(`${rolesOf(org)}/${role.id}`, { permissions }),
      200,
    );
    const answer = guest.post("/invitations/accept", { token });
    expect(await refused(answer)).toEqual([404, "INVITATION_INVALID"]);
  });
});

// This test is the last one, because it moves the clock, and then all authentications are no longer recent.
test("only adding permissions needs a recent authentication", async () => {
  const own = await server.person();
  const org = await server.organization(own);
  const role = await make(org, "Maker", PROJECTS, own);
  const path = `${rolesOf(org)}/${role.id}`;
  server.passTime(HOUR);
  const more = { permissions: [...PROJECTS, "project:update"] };
  expect(await refused(own.put(path, more))).toEqual([
    403,
    "REAUTHENTICATION_REQUIRED",
  ]);
  expectStatus(await own.put(path, { permissions: ["project:read"] }), 200);
});
