import { beforeAll, describe, expect, test } from "bun:test";
import { newId } from "#shared/id";
import type { Permission } from "#shared/permissions";
import { addApp } from "#testing/kit/authenticator-app";
import type { Actor } from "#testing/kit/actor";
import { problemOf } from "#testing/kit/problem";
import { expectStatus, type TestOrganization } from "#testing/kit/server";
import { serverSuite } from "#testing/kit/suite";
import { ORDERS, PEOPLE_SORTS, PERSON_STATUSES } from "./filter";

const DAY_MS = 24 * 60 * 60 * 1000;

const server = serverSuite();
let ada: Actor;
let ben: Actor;
let zoe: Actor;
let org: TestOrganization;
/** The name of a custom role and the id of it. */
let auditor: string;
beforeAll(async () => {
  server.stopTime();
  ada = await server.person("Ada");
  org = await server.organization(ada);
  const path = `/organizations/${org.slug}`;
  const role = await ada.post<"roles.create">(`${path}/roles`, {
    name: "Auditor",
    basedOn: "viewer",
    permissions: ["organization:read", "member:read", "audit:read"],
  });
  auditor = expectStatus(role, 201).body.id;
  server.passTime(DAY_MS);
  zoe = await server.join(ada, org, "viewer", "Zoe");
  await server.join(ada, org, auditor, "Ömer");
  server.passTime(DAY_MS);
  ben = await server.join(ada, org, "member", "ben");
  await server.join(ada, org, "member", "Émile");
  const paused = await server.join(ada, org, "member", "Paula");
  expectStatus(await ada.post(`${path}/members/${paused.id}/suspend`), 200);
  for (const name of ["One", "Two"])
    expectStatus(await ben.post(`${path}/projects`, { name }), 201);
  await addApp(server, ben);
  server.passTime(1);
  await server.invite(ada, org, "late@example.com", "viewer");
  server.passTime(8 * DAY_MS);
  await server.invite(ada, org, "carla@example.com", "member");
  const gone = await server.invite(ada, org, "gone@example.com", "member");
  expectStatus(await ada.delete(`${path}/invitations/${gone.id}`), 204);
  await server.db.client.execute({
    sql: "update memberships set is_frozen = 1 where org_id = ? and user_id = ?",
    args: [org.id, zoe.id],
  });
});

async function people(query = "", by = ada) {
  const path = `/organizations/${org.slug}/people${query}`;
  return expectStatus(await by.get<"people.list">(path), 200).body;
}

async function names(query = "", by = ada): Promise<string[]> {
  const { items } = await people(query, by);
  return items.map(({ name, email }) => name ?? email);
}

const LATE = "late@example.com";
const CARLA = "carla@example.com";

test("members and invitations are in one list", async () => {
  const { items, nextCursor } = await people();
  expect(items).toHaveLength(8);
  expect(nextCursor).toBeNull();
  expect(items.find(({ id }) => id === ben.id)).toMatchObject({
    kind: "member",
    name: "ben",
    email: ben.email,
    role: "member",
    roleName: "Member",
    status: "active",
    invitedBy: { userId: ada.id, name: "Ada" },
    invitedAt: null,
    expiresAt: null,
    hasTwoFactor: true,
    projects: 2,
  });
  expect(items.find(({ email }) => email === CARLA)).toMatchObject({
    kind: "invitation",
    name: null,
    role: "member",
    status: "invited",
    invitedBy: { userId: ada.id, name: "Ada" },
    joinedAt: null,
    isSent: true,
    isVoid: false,
    lastActiveAt: null,
    hasTwoFactor: null,
    projects: null,
  });
});

describe("the list is sorted by", () => {
  test.each([
    ["name", ["Ada", "ben", CARLA, "Émile", LATE, "Ömer", "Paula", "Zoe"]],
    ["role", ["Ada", CARLA, "ben", "Émile", "Paula", LATE, "Zoe", "Ömer"]],
    ["status", ["Ada", "Ömer", "ben", "Émile", "Zoe", "Paula", CARLA, LATE]],
    [
      "lastActive",
      ["Zoe", "Ömer", "ben", "Émile", "Paula", "Ada", LATE, CARLA],
    ],
    ["joined", ["Ada", "Zoe", "Ömer", "ben", "Émile", "Paula", LATE, CARLA]],
    ["projects", ["Ada", "Zoe", "Ömer", "Émile", "Paula", "ben", LATE, CARLA]],
  ])("%s", async (sort, expected) => {
    await server.services.deps.activity.flush();
    expect(await names(`?sort=${sort}`)).toEqual(expected);
    // Invitations have no activity and no projects, so they come last in both orders.
    const invited = expected.filter((name) => name.includes("@"));
    const reversed = expected.toReversed();
    expect(await names(`?sort=${sort}&order=desc`)).toEqual(
      sort === "lastActive" || sort === "projects"
        ? [
            ...reversed.filter((name) => !invited.includes(name)),
            ...invited.toReversed(),
          ]
        : reversed,
    );
  });

  const lists = PEOPLE_SORTS.flatMap((sort) =>
    ORDERS.map((order) => `?sort=${sort}&order=${order}`),
  );

  test.each(lists)(
    "%s, the same on pages of one, two and three",
    async (query) => {
      const whole = await people(query);
      for (const limit of [1, 2, 3]) {
        const items = [];
        let cursor: string | null = "";
        while (cursor !== null) {
          const more = cursor === "" ? "" : `&cursor=${cursor}`;
          const page = await people(`${query}&limit=${limit}${more}`);
          items.push(...page.items);
          cursor = page.nextCursor;
        }
        expect(items).toEqual(whole.items);
      }
    },
  );

  test("the next page begins at the same row when rows before it are added or removed", async () => {
    const invitations = `/organizations/${org.slug}/invitations`;
    const early = await server.invite(ada, org, "aa@example.com", "viewer");
    const { items, nextCursor } = await people("?limit=3");
    expect(items.map(({ email }) => email)).toEqual([
      "aa@example.com",
      ada.email,
      ben.email,
    ]);
    const rest = () => names(`?limit=2&cursor=${nextCursor}`);
    expect(await rest()).toEqual([CARLA, "Émile"]);
    expectStatus(await ada.delete(`${invitations}/${early.id}`), 204);
    expect(await rest()).toEqual([CARLA, "Émile"]);
    expectStatus(await ben.call("PATCH", "/auth/me", { name: "Anton" }), 200);
    expect(await rest()).toEqual([CARLA, "Émile"]);
    expectStatus(await ben.call("PATCH", "/auth/me", { name: "ben" }), 200);
  });

  test("a cursor belongs to one order", async () => {
    const { nextCursor } = await people("?limit=1");
    for (const query of ["sort=role", "order=desc", "sort=joined"]) {
      const path = `/organizations/${org.slug}/people?${query}&cursor=${nextCursor}`;
      const { issues } = problemOf(expectStatus(await ada.get(path), 400));
      expect(issues).toEqual([
        expect.objectContaining({ path: "cursor", rule: "UNKNOWN_CURSOR" }),
      ]);
    }
  });
});

describe("the list can be filtered by", () => {
  test.each([
    ["role=viewer", [LATE, "Zoe"]],
    ["status=active", ["Ada", "ben", "Émile", "Ömer"]],
    ["status=readOnly", ["Zoe"]],
    ["status=suspended", ["Paula"]],
    ["status=invited", [CARLA]],
    ["status=expired", [LATE]],
    ["twoFactor=on", ["ben"]],
    ["twoFactor=off&status=active", ["Ada", "Émile", "Ömer"]],
    ["inactiveDays=7", ["ben", "Émile", "Ömer", "Zoe"]],
    ["inactiveDays=9", ["Ömer", "Zoe"]],
    ["inactiveDays=7&status=suspended", ["Paula"]],
    ["inactiveDays=7&twoFactor=on", ["ben"]],
    ["q=example.com&status=invited", [CARLA]],
    ["q=CARLA@", [CARLA]],
    ["q=%C3%A9MILE", ["Émile"]],
    ["q=e%CC%81mile", ["Émile"]],
    ["q=omer", []],
    ["q=%C3%B6m", ["Ömer"]],
    ["q=*", []],
    ["q=zoe&role=member", []],
  ])("%s", async (query, expected) => {
    expect(await names(`?${query}`)).toEqual(expected);
    for (const sort of PEOPLE_SORTS)
      expect((await names(`?${query}&sort=${sort}`)).toSorted()).toEqual(
        expected.toSorted(),
      );
  });

  test("a custom role", async () => {
    expect(await names(`?role=${auditor}`)).toEqual(["Ömer"]);
    expect(await names(`?role=${newId("role")}`)).toEqual([]);
  });

  test("an unknown status is refused", async () => {
    const path = `/organizations/${org.slug}/people?status=frozen`;
    const { issues } = problemOf(expectStatus(await ada.get(path), 400));
    expect(issues).toEqual([
      expect.objectContaining({
        rule: "NOT_AN_OPTION",
        params: { options: PERSON_STATUSES },
      }),
    ]);
  });
});

describe("a member with the permissions", () => {
  /** Returns a member with a new role. */
  async function withPermissions(...permissions: Permission[]) {
    const path = `/organizations/${org.slug}`;
    const name = crypto.randomUUID();
    const role = await ada.post<"roles.create">(`${path}/roles`, {
      name,
      basedOn: "viewer",
      permissions,
    });
    return server.join(ada, org, expectStatus(role, 201).body.id, "Mia");
  }

  async function expectDenied(by: Actor, query: string, missing: Permission) {
    const path = `/organizations/${org.slug}/people?${query}`;
    const { reason, params } = problemOf(expectStatus(await by.get(path), 403));
    expect({ reason, params }).toMatchObject({
      reason: "PERMISSION_DENIED",
      params: { missing: [missing] },
    });
  }

  test("member:read sees members only, without their activity and projects", async () => {
    const mia = await withPermissions("member:read");
    const { items } = await people("", mia);
    expect(items.map(({ kind }) => kind)).not.toContain("invitation");
    for (const { lastActiveAt, hasTwoFactor, projects } of items)
      expect([lastActiveAt, hasTwoFactor, projects]).toEqual([
        null,
        null,
        null,
      ]);
    expect(await names("?status=invited", mia)).toEqual([]);
    for (const query of ["twoFactor=off", "inactiveDays=1", "sort=lastActive"])
      await expectDenied(mia, query, "member:update");
    await expectDenied(mia, "sort=projects", "project:read");
  });

  test("invitation:read sees invitations", async () => {
    const mia = await withPermissions("member:read", "invitation:read");
    expect(await names("?status=invited", mia)).toEqual([CARLA]);
  });

  test("member:update sees when members were active", async () => {
    const mia = await withPermissions("member:read", "member:update");
    const { items } = await people("?q=ben", mia);
    expect(items).toMatchObject([{ hasTwoFactor: true, projects: null }]);
    expect(items[0]?.lastActiveAt).toBeString();
  });

  test("no permission to read members is refused", async () => {
    const mia = await withPermissions("project:read");
    await expectDenied(mia, "", "member:read");
  });

  test("a read-only admin does not see activity", async () => {
    const { items } = await people("", zoe);
    for (const { lastActiveAt } of items) expect(lastActiveAt).toBeNull();
    await expectDenied(zoe, "sort=lastActive", "member:update");
  });
});
