import { beforeEach, expect, test } from "bun:test";
import { newId } from "#shared/id";
import { memberships } from "#server/core/memberships/table";
import { passkeys } from "#server/core/users/passkeys-table";
import { totpSecrets } from "#server/core/users/two-factor-table";
import { insertStatement } from "#server/kernel/db/statement";
import { addOrganization } from "#testing/kit/database";
import { openDatabaseBefore } from "#testing/kit/migrations";
import { databaseSuite } from "#testing/kit/suite";

const db = databaseSuite();
let userId: string;
beforeEach(async () => {
  ({ userId } = await addOrganization(db));
});

/** Whether the list of people shows a second factor, in each organization of the user. */
async function shown(): Promise<unknown[]> {
  const { rows } = await db.client.execute({
    sql: `select has_two_factor from people join memberships using (org_id, id)
      where user_id = ? order by memberships.joined_at`,
    args: [userId],
  });
  return rows.map((row) => row.has_two_factor);
}

async function change(sql: string) {
  const { rowsAffected } = await db.client.execute({ sql, args: [userId] });
  expect(rowsAffected).toBe(1);
}

const addSecret = (confirmedAt: number | null) =>
  db.client.execute(
    insertStatement(totpSecrets, {
      userId,
      sealed: "sealed",
      confirmedAt,
      createdAt: 1,
    }),
  );

const addPasskey = () =>
  db.client.execute(
    insertStatement(passkeys, {
      id: newId("passkey"),
      userId,
      name: "Laptop",
      credentialId: userId,
      publicKey: "key",
      counter: 0,
      transports: [],
      isSynced: false,
      createdAt: 1,
    }),
  );

test("an authenticator app counts when it is confirmed, until it is removed", async () => {
  await addSecret(null);
  expect(await shown()).toEqual([0]);
  await change("update totp_secrets set confirmed_at = 2 where user_id = ?");
  expect(await shown()).toEqual([1]);
  await change("delete from totp_secrets where user_id = ?");
  expect(await shown()).toEqual([0]);
});

test("a passkey counts until it is removed, unless another factor remains", async () => {
  await addPasskey();
  expect(await shown()).toEqual([1]);
  await addSecret(2);
  await change("delete from passkeys where user_id = ?");
  expect(await shown()).toEqual([1]);
  await change("delete from totp_secrets where user_id = ?");
  expect(await shown()).toEqual([0]);
});

test("a second factor counts in every organization, also in one that the user joins later", async () => {
  await addPasskey();
  const other = await addOrganization(db);
  await db.client.execute(
    insertStatement(memberships, {
      orgId: other.orgId,
      id: newId("membership"),
      userId,
      role: "member",
      joinedAt: Date.now() + 1,
    }),
  );
  expect(await shown()).toEqual([1, 1]);
  await change("delete from passkeys where user_id = ?");
  expect(await shown()).toEqual([0, 0]);
});

test("the second factor of another member changes nothing", async () => {
  await addPasskey();
  ({ userId } = await addOrganization(db));
  expect(await shown()).toEqual([0]);
});

test("after an upgrade the present second factors count", async () => {
  const old = await openDatabaseBefore("people_two_factor");
  try {
    await old.db.client.batch(
      [
        "insert into users (id, email, name, created_at) values ('usr_a', 'a@example.com', 'A', 1), ('usr_b', 'b@example.com', 'B', 1), ('usr_c', 'c@example.com', 'C', 1)",
        "insert into organizations (id, name, slug, settings, created_at, updated_at) values ('org_a', 'A', 'a', '{}', 1, 1)",
        "insert into memberships (org_id, id, user_id, role, joined_at) values ('org_a', 'mem_a', 'usr_a', 'admin', 1), ('org_a', 'mem_b', 'usr_b', 'member', 1), ('org_a', 'mem_c', 'usr_c', 'member', 1)",
        "insert into totp_secrets (user_id, sealed, confirmed_at, created_at) values ('usr_a', 's', 1, 1), ('usr_b', 's', null, 1)",
        "insert into passkeys (id, user_id, name, credential_id, public_key, counter, transports, is_synced, created_at) values ('pky_c', 'usr_c', 'C', 'c', 'c', 0, '[]', 0, 1)",
      ],
      "write",
    );
    await old.upgrade();
    const { rows } = await old.db.client.execute(
      "select id from people where has_two_factor = 1 order by id",
    );
    expect(rows.map(({ id }) => id)).toEqual(["mem_a", "mem_c"]);
  } finally {
    old.remove();
  }
});
