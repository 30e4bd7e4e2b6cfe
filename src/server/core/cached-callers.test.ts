import {
  afterEach,
  beforeEach,
  describe,
  expect,
  setSystemTime,
  test,
} from "bun:test";
import { newId } from "#shared/id";
import type { Permission } from "#shared/permissions";
import type { Actor } from "#testing/kit/actor";
import {
  addPersonalKey,
  addServiceAccount,
  addServiceKey,
} from "#testing/kit/api-keys";
import { startOtherProcess } from "#testing/kit/other-process";
import { expectStatus, type TestOrganization } from "#testing/kit/server";
import { fixture, serverSuite } from "#testing/kit/suite";
import { insertStatement } from "#server/kernel/db/statement";
import { roles } from "./roles/table";

// The rows of a caller are cached. Each test makes two requests before a change, so that the second one and the one
// after the change could be answered from the cache.

const DAY = 24 * 60 * 60 * 1000;

const server = serverSuite();
const other = fixture(() => startOtherProcess(server.config.database.url));

let admin: Actor;
let organization: TestOrganization;
let member: Actor;
let serviceAccount: string;
let custom: string;

beforeEach(async () => {
  admin = await server.person();
  organization = await server.organization(admin);
  member = await server.join(admin, organization, "viewer");
  serviceAccount = await addServiceAccount(
    server.db,
    organization.id,
    "viewer",
  );
  custom = newId("role");
  await server.db.client.execute(
    insertStatement(roles, {
      orgId: organization.id,
      id: custom,
      name: "Reader",
      nameFold: "reader",
      basedOn: "viewer",
      permissions: ["project:read"],
      createdAt: 1,
      updatedAt: 1,
    }),
  );
});

const callers: [who: string, start: () => Promise<Actor>][] = [
  ["a session", async () => member],
  ["a personal API key", () => addPersonalKey(server, organization.id, member)],
  [
    "a service account",
    () => addServiceKey(server, organization.id, serviceAccount),
  ],
];

/** What the next request of a caller shows. */
async function viewOf(caller: Actor) {
  const { status, body } = await caller.get<"auth.context">(
    `/auth/context?org=${organization.slug}`,
  );
  if (status !== 200) return { status };
  const { name, isFrozen } = body.organization ?? {};
  return { status, name, isFrozen, permissions: body.permissions };
}

type View = Awaited<ReturnType<typeof viewOf>>;

/** Asks twice, so that the second answer comes from the cache. */
async function warm(caller: Actor): Promise<View> {
  await viewOf(caller);
  return viewOf(caller);
}

const may = ({ permissions = [] }: View, permission: Permission) =>
  permissions.includes(permission);

const places = ["this process", "another process"] as const;

/** Runs a statement in this process or in another one. */
async function run(place: (typeof places)[number], sql: string, id: string) {
  if (place === "another process") return other.execute(sql, [id]);
  await server.db.client.execute(sql, [id]);
}

/** Sets a column of the membership and of the service account, of which each caller has one. */
async function setOfBoth(place: (typeof places)[number], assignment: string) {
  await run(
    place,
    `update memberships set ${assignment} where user_id = ?`,
    member.id,
  );
  await run(
    place,
    `update service_accounts set ${assignment} where id = ?`,
    serviceAccount,
  );
}

describe.each(places)("after a change in %s", (place) => {
  describe.each(callers)("the next request of %s", (_, start) => {
    test("has the new role", async () => {
      const caller = await start();
      expect(may(await warm(caller), "project:create")).toBe(false);
      await setOfBoth(place, "role = 'member'");
      expect(may(await warm(caller), "project:create")).toBe(true);
      await setOfBoth(place, "role = 'viewer'");
      expect(may(await viewOf(caller), "project:create")).toBe(false);
    });

    test("has the new permissions of a custom role", async () => {
      const caller = await start();
      await setOfBoth(place, `role = '${custom}'`);
      expect(may(await warm(caller), "member:read")).toBe(false);
      const change = `update roles set permissions = '["project:read","member:read"]' where id = ?`;
      await run(place, change, custom);
      expect(may(await viewOf(caller), "member:read")).toBe(true);
    });

    test("is refused after a suspension, and not after its end", async () => {
      const caller = await start();
      expect((await warm(caller)).status).toBe(200);
      await setOfBoth(place, "suspended_at = 1");
      expect((await warm(caller)).status).toBe(403);
      await setOfBoth(place, "suspended_at = null");
      expect((await viewOf(caller)).status).toBe(200);
    });

    test("has the new name of the organization", async () => {
      const caller = await start();
      await warm(caller);
      const rename = "update organizations set name = 'Renamed' where id = ?";
      await run(place, rename, organization.id);
      expect((await viewOf(caller)).name).toBe("Renamed");
    });

    test("is refused after the deletion of the organization, and not after its restoration", async () => {
      const caller = await start();
      await warm(caller);
      const set = (deletedAt: string) =>
        run(
          place,
          `update organizations set deleted_at = ${deletedAt} where id = ?`,
          organization.id,
        );
      await set("1");
      expect((await warm(caller)).status).not.toBe(200);
      await set("null");
      expect((await viewOf(caller)).status).toBe(200);
    });

    test("is refused after the end of its membership, session or key", async () => {
      const caller = await start();
      await warm(caller);
      // A trigger revokes the API keys of the member.
      await run(place, "delete from memberships where user_id = ?", member.id);
      await run(
        place,
        "delete from service_accounts where id = ?",
        serviceAccount,
      );
      expect((await viewOf(caller)).status).toBeOneOf([401, 404]);
    });
  });

  test("a member without a seat is read-only in the next request", async () => {
    expect((await warm(member)).isFrozen).toBe(false);
    const take = "update organizations set seats = 1 where id = ?";
    await run(place, take, organization.id);
    expect(await viewOf(member)).toMatchObject({ isFrozen: true });
    const give = "update organizations set seats = null where id = ?";
    await run(place, give, organization.id);
    expect(await viewOf(member)).toMatchObject({ isFrozen: false });
  });

  test("the two-factor policy blocks a member without a second factor in the next request", async () => {
    const key = await addPersonalKey(server, organization.id, member);
    const projects = `/organizations/${organization.slug}/projects`;
    const expectBlocked = async (isBlocked: boolean) => {
      for (const caller of [member, key, member, key])
        expectStatus(await caller.get(projects), isBlocked ? 403 : 200);
    };
    const require = "update organizations set two_factor_required_from = 1";
    await expectBlocked(false);
    await run(place, `${require} where id = ?`, organization.id);
    await expectBlocked(true);
    for (const [sql, isBlocked] of [
      [
        "insert into passkeys (id, user_id, name, credential_id, public_key, counter, transports, is_synced, created_at) values (?1, ?1, 'Key', ?1, '', 0, '[]', 0, 1)",
        false,
      ],
      ["delete from passkeys where user_id = ?", true],
      [
        "insert into totp_secrets (user_id, sealed, created_at) values (?, '', 1)",
        true,
      ],
      ["update totp_secrets set confirmed_at = 1 where user_id = ?", false],
      ["update totp_secrets set confirmed_at = null where user_id = ?", true],
    ] as const) {
      await run(place, sql, member.id);
      await expectBlocked(isBlocked);
    }
  });

  test("a session that has ended is refused", async () => {
    await warm(member);
    await run(place, "delete from sessions where user_id = ?", member.id);
    expect(await viewOf(member)).toEqual({ status: 401 });
  });

  test("a user who is suspended is refused", async () => {
    const key = await addPersonalKey(server, organization.id, member);
    for (const caller of [member, key]) await warm(caller);
    const sql = "update users set suspended_at = 1 where id = ?";
    await run(place, sql, member.id);
    for (const caller of [member, key])
      expect(await viewOf(caller)).toEqual({ status: 401 });
  });

  test("the organization of the last visit is the current one", async () => {
    const active = async () => {
      const { body } = expectStatus(
        await member.get<"auth.context">("/auth/context"),
        200,
      );
      return body.organization?.name;
    };
    const second = await server.organization(member);
    const visit = (id: string | null) =>
      run(
        place,
        `update users set active_org_id = ${id === null ? "null" : `'${id}'`} where id = ?`,
        member.id,
      );
    await run(
      place,
      "update organizations set name = 'AAA' where id = ?",
      second.id,
    );
    for (const [id, name] of [
      [organization.id, organization.name],
      [second.id, "AAA"],
      // Without a last visit, the first organization is the active one.
      [null, "AAA"],
      [organization.id, organization.name],
    ] as const) {
      await visit(id);
      expect(await active()).toBe(name);
      expect(await active()).toBe(name);
    }
    for (const [deletedAt, name] of [
      ["1", "AAA"],
      ["null", organization.name],
    ] as const) {
      await run(
        place,
        `update organizations set deleted_at = ${deletedAt} where id = ?`,
        organization.id,
      );
      expect(await active()).toBe(name);
      expect(await active()).toBe(name);
    }
  });

  test("the list of organizations is the current one", async () => {
    await server.organization(member);
    const list = async () => {
      const answer = await member.get<"organizations.list">("/organizations");
      return expectStatus(answer, 200).body.items.map(({ name }) => name);
    };
    await list();
    const both = await list();
    expect(both).toHaveLength(2);
    const { id } = organization;
    const suspend = (at: string) =>
      `update memberships set suspended_at = ${at} where org_id = ? and role = 'viewer'`;
    const steps: [sql: string, length: number][] = [
      ["update organizations set deleted_at = 1 where id = ?", 1],
      ["update organizations set deleted_at = null where id = ?", 2],
      [suspend("1"), 1],
      [suspend("null"), 2],
      ["update organizations set name = 'Renamed' where id = ?", 2],
    ];
    for (const [sql, length] of steps) {
      await run(place, sql, id);
      expect(await list()).toHaveLength(length);
      expect(await list()).toHaveLength(length);
    }
    expect(await list()).toContain("Renamed");
  });
});

describe("without a change of its rows", () => {
  afterEach(() => {
    setSystemTime();
  });

  test("a session expires", async () => {
    expect((await warm(member)).status).toBe(200);
    setSystemTime(Date.now() + 8 * DAY);
    expect(await viewOf(member)).toEqual({ status: 401 });
  });

  test("an API key expires", async () => {
    const key = await addPersonalKey(server, organization.id, member);
    await server.db.client.execute({
      sql: "update api_keys set expires_at = ? where id = ?",
      args: [Date.now() + 8 * DAY, key.keyId],
    });
    expect((await warm(key)).status).toBe(200);
    setSystemTime(Date.now() + 8 * DAY);
    expect(await viewOf(key)).toEqual({ status: 401 });
  });

  test("the previous secret of an API key ends with its grace period", async () => {
    const key = await addPersonalKey(server, organization.id, member);
    await server.db.client.execute({
      sql: "update api_keys set previous_hash = secret_hash, secret_hash = 'x', grace_until = ? where id = ?",
      args: [Date.now() + DAY, key.keyId],
    });
    expect((await warm(key)).status).toBe(200);
    setSystemTime(Date.now() + 2 * DAY);
    expect(await viewOf(key)).toEqual({ status: 401 });
  });
});
