import { describe, expect, test } from "bun:test";
import { newId } from "#shared/id";
import {
  BUILT_IN_ROLES,
  type Permission,
  PERMISSIONS,
  withNeeded,
} from "#shared/permissions";
import { grantsOfRow } from "#server/core/roles/grants";
import { openDatabaseBefore } from "#testing/kit/migrations";
import { problemOf } from "#testing/kit/problem";
import { expectStatus } from "#testing/kit/server";
import { serverSuite } from "#testing/kit/suite";

const server = serverSuite();

/** The permissions that need other permissions. */
const needy = PERMISSIONS.filter(
  (permission) => withNeeded([permission]).size > 1,
);

test("the upgrade of an old database adds to every role what its permissions need", async () => {
  const { db, upgrade, remove } = await openDatabaseBefore("complete_roles");
  await db.client.execute({
    sql: `insert into organizations (id, name, slug, plan, seats, settings, created_at, updated_at)
      values ('org_old', 'Old', 'old', 'free', 25, '{}', 0, 0)`,
  });
  const alone = new Map(
    PERMISSIONS.map((permission) => [newId("role"), permission]),
  );
  await db.client.batch(
    [...alone].map(([id, permission]) => ({
      sql: `insert into roles (org_id, id, name, name_fold, based_on, permissions, created_at, updated_at)
        values ('org_old', ?, ?, ?, 'viewer', ?, 0, 0)`,
      args: [id, permission, permission, JSON.stringify([permission])],
    })),
  );
  await upgrade();
  const { rows } = await db.client.execute("select id, permissions from roles");
  expect(rows).toHaveLength(PERMISSIONS.length);
  for (const { id, permissions } of rows) {
    const role = String(id);
    const permission = alone.get(role) ?? "member:leave";
    expect({
      permission,
      grants: grantsOfRow({ role, customPermissions: String(permissions) }),
    }).toEqual({ permission, grants: withNeeded([permission]) });
  }
  remove();
});

describe("a role that a member creates or changes", () => {
  test.each(needy)(
    "with %s needs the added permissions of the member, too",
    async (permission) => {
      const ana = await server.person();
      const org = await server.organization(ana);
      const roles = `/organizations/${org.slug}/roles`;
      const added = withNeeded([permission]);
      added.delete(permission);
      const granted = await ana.post<"roles.create">(roles, {
        name: "Complete",
        basedOn: "viewer",
        permissions: [permission],
      });
      const { id, permissions } = expectStatus(granted, 201).body;
      expect(new Set(permissions)).toEqual(withNeeded([permission]));

      // A member with an incomplete role, as only raw SQL can store it, holds the permission without those it needs.
      const held: Permission[] = ["role:manage", permission];
      const ben = await server.join(ana, org, "viewer");
      const own = await ana.post<"roles.create">(roles, {
        name: "Own",
        basedOn: "viewer",
        permissions: held,
      });
      const { id: role } = expectStatus(own, 201).body;
      const member = `/organizations/${org.slug}/members/${ben.id}`;
      expectStatus(await ana.put(member, { role }), 200);
      await server.db.client.execute({
        sql: "update roles set permissions = ? where id = ?",
        args: [JSON.stringify(held), role],
      });
      const refused = [
        await ben.post(roles, {
          name: "Mine",
          basedOn: "viewer",
          permissions: [permission],
        }),
        await ben.put(`${roles}/${id}`, { permissions: [permission] }),
      ];
      for (const answer of refused)
        expect(new Set(problemOf(answer).missing)).toEqual(
          new Set<string>(added),
        );
    },
  );
});

test("a change cannot take away what a kept permission needs", async () => {
  const ana = await server.person();
  const org = await server.organization(ana);
  const roles = `/organizations/${org.slug}/roles`;
  const made = await ana.post<"roles.create">(roles, {
    name: "All",
    basedOn: "admin",
    permissions: BUILT_IN_ROLES.admin.grants,
  });
  const path = `${roles}/${expectStatus(made, 201).body.id}`;
  const permissions = BUILT_IN_ROLES.admin.grants.filter(
    (permission) => !permission.endsWith(":read"),
  );
  const changed = await ana.put<"roles.update">(path, { permissions });
  expect(new Set(expectStatus(changed, 200).body.permissions)).toEqual(
    withNeeded(permissions),
  );
});
