import { describe, expect, test } from "bun:test";
import type { InStatement } from "@libsql/client";
import { newId } from "#shared/id";
import {
  addMember,
  addOrganization,
  addUser,
  expectRefused as expectRefusedBy,
} from "#testing/kit/database";
import { databaseSuite } from "#testing/kit/suite";

const db = databaseSuite();

const run = (...statements: InStatement[]) =>
  db.client.batch(statements, "write");
const expectFull = (statement: InStatement) =>
  expectRefusedBy(db, statement, "SEAT_LIMIT");

/** Adds an organization with this number of seats, an admin and a member, and a user who is not a member. */
async function organizationWith(seats: number | null) {
  const { orgId, userId } = await addOrganization(db);
  const member = newId("user");
  const stranger = newId("user");
  await run(
    addUser(member),
    addUser(stranger),
    addMember(orgId, member, "member"),
    {
      sql: "update organizations set seats = ? where id = ?",
      args: [seats, orgId],
    },
  );
  return { orgId, userId, member, stranger };
}

function suspend(orgId: string, userId: string, at: number | null) {
  return {
    sql: "update memberships set suspended_at = ? where org_id = ? and user_id = ?",
    args: [at, orgId, userId],
  };
}

function invite(orgId: string, invitedBy: string, expiresAt: number) {
  const id = newId("invitation");
  return {
    sql: `insert into invitations (org_id, id, email, role, token_hash, invited_by, expires_at, created_at)
      values (?, ?, ?, 'member', ?, ?, ?, 1000)`,
    args: [orgId, id, `${id}@example.com`, id, invitedBy, expiresAt],
  };
}

/** A time of expiry far in the future, so that the invitations are still valid. */
const LIVE = 9_999_999_999_999;

describe("without a free seat, the database refuses", () => {
  test("a new member", async () => {
    const { orgId, stranger } = await organizationWith(2);
    await expectFull(addMember(orgId, stranger, "viewer"));
  });

  test("a reactivated member", async () => {
    const { orgId, member, stranger } = await organizationWith(2);
    await run(suspend(orgId, member, 1), addMember(orgId, stranger, "viewer"));
    await expectFull(suspend(orgId, member, null));
  });

  test("a reactivated member when an invitation holds the last seat", async () => {
    const { orgId, userId, member } = await organizationWith(3);
    await run(
      suspend(orgId, member, 1),
      invite(orgId, userId, LIVE),
      invite(orgId, userId, LIVE),
    );
    await expectFull(suspend(orgId, member, null));
    await run(
      "delete from invitations where id = (select max(id) from invitations)",
    );
    await run(suspend(orgId, member, null));
  });

  test("a member who is moved from another organization", async () => {
    const { orgId } = await organizationWith(2);
    const { orgId: elsewhere, member } = await organizationWith(null);
    await expectFull({
      sql: "update memberships set org_id = ? where org_id = ? and user_id = ?",
      args: [orgId, elsewhere, member],
    });
  });

  test("an invitation that becomes pending again", async () => {
    const { orgId, userId, stranger } = await organizationWith(3);
    await run(
      invite(orgId, userId, LIVE),
      {
        sql: "update invitations set status = 'expired' where org_id = ?",
        args: [orgId],
      },
      addMember(orgId, stranger, "member"),
    );
    await expectFull({
      sql: "update invitations set status = 'pending' where org_id = ?",
      args: [orgId],
    });
  });

  test("an invitation that is moved from another organization", async () => {
    const { orgId } = await organizationWith(2);
    const elsewhere = await organizationWith(null);
    await run(invite(elsewhere.orgId, elsewhere.userId, LIVE));
    await expectFull({
      sql: "update invitations set org_id = ? where org_id = ?",
      args: [orgId, elsewhere.orgId],
    });
  });

  test("an invitation when members and pending invitations take all seats", async () => {
    const { orgId, userId } = await organizationWith(3);
    await run(invite(orgId, userId, 2000));
    await expectFull(invite(orgId, userId, 2000));
  });

  test("an expired invitation that is resent after its seat was taken", async () => {
    const { orgId, userId, stranger } = await organizationWith(3);
    await run(
      invite(orgId, userId, 1000),
      addMember(orgId, stranger, "member"),
    );
    await expectFull({
      sql: "update invitations set expires_at = 700000000 where org_id = ?",
      args: [orgId],
    });
  });
});

test("a suspended member and an expired invitation take no seat", async () => {
  const { orgId, userId, member, stranger } = await organizationWith(2);
  await run(suspend(orgId, member, 1), invite(orgId, userId, 999));
  await run(addMember(orgId, stranger, "member"));
});

test("a suspended member can be reactivated when their own invitation holds the seat", async () => {
  const { orgId, userId, member } = await organizationWith(2);
  await run(
    suspend(orgId, member, 1),
    invite(orgId, userId, LIVE),
    {
      sql: "update invitations set email = (select email from users where id = ?) where org_id = ?",
      args: [member, orgId],
    },
    suspend(orgId, member, null),
  );
});

test("fewer seats than members remove no member, but no one can join", async () => {
  const { orgId, userId, stranger } = await organizationWith(1);
  const { rows } = await db.client.execute({
    sql: "select count(*) from memberships where org_id = ?",
    args: [orgId],
  });
  expect(Number(rows[0]?.[0])).toBe(2);
  await expectFull(addMember(orgId, stranger, "member"));
  await expectFull(invite(orgId, userId, 2000));
});

test("without a limit anyone can join", async () => {
  const { orgId, userId, stranger } = await organizationWith(null);
  await run(addMember(orgId, stranger, "member"), invite(orgId, userId, 2000));
});
