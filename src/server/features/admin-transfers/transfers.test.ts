import { beforeEach, describe, expect, test } from "bun:test";
import { newId } from "#shared/id";
import type { Actor } from "#testing/kit/actor";
import { addApp } from "#testing/kit/authenticator-app";
import { ageLastSignIn } from "#testing/kit/sessions";
import { expectStatus, type TestOrganization } from "#testing/kit/server";
import { serverSuite } from "#testing/kit/suite";
import { problemOf } from "#testing/kit/problem";
import type { Transfer } from "./schemas";

const DAY_MS = 24 * 60 * 60 * 1000;

const server = serverSuite();
let ana: Actor;
let ben: Actor;
let org: TestOrganization;
beforeEach(async () => {
  ana = await server.person("Ana Costa");
  org = await server.organization(ana, "Acme");
  ben = await server.join(ana, org, "member", "Ben Okri");
});

const path = () => `/organizations/${org.slug}/admin-transfer`;
const offer = (to = ben, roleAfter = "viewer", by = ana) =>
  by.post(path(), { userId: to.id, roleAfter });
const accept = (by = ben) => by.post(`${path()}/accept`);
const member = (person: Actor) =>
  `/organizations/${org.slug}/members/${person.id}`;

async function pending(by: Actor): Promise<Transfer | null> {
  const answer = await by.get<"transfers.pending">(path());
  return expectStatus(answer, 200).body.transfer;
}

async function roles(): Promise<Record<string, string>> {
  const { rows } = await server.db.client.execute({
    sql: "select name, role from memberships join users on users.id = user_id where org_id = ?",
    args: [org.id],
  });
  return Object.fromEntries(
    rows.map(({ name, role }) => [String(name), String(role)]),
  );
}

test("a transfer changes both roles when the recipient accepts, and notifies both", async () => {
  const { body } = expectStatus(await offer(), 201);
  expect(body).toMatchObject({
    from: { id: ana.id, name: "Ana Costa" },
    to: { id: ben.id, name: "Ben Okri" },
    roleAfter: "viewer",
    roleAfterName: "Viewer",
    lacksSecondFactor: false,
  });
  expect(await roles()).toEqual({ "Ana Costa": "admin", "Ben Okri": "member" });
  const [asked] = await server.mailsTo(ben.email);
  expect(asked?.subject).toBe("Ana Costa wants to make you an admin of Acme");
  expect(asked?.text).toContain(`/o/${org.slug}`);

  expectStatus(await accept(), 200);
  expect(await roles()).toEqual({ "Ana Costa": "viewer", "Ben Okri": "admin" });
  expect((await server.mailsTo(ben.email))[0]?.subject).toBe(
    "You’re now an admin of Acme",
  );
  const [given] = await server.mailsTo(ana.email);
  expect(given?.text).toContain("Your role is now Viewer");
  expect(problemOf(await accept()).reason).toBe("TRANSFER_INVALID");
});

test("only the two parties and admins see a transfer", async () => {
  const cleo = await server.join(ana, org, "viewer");
  const dan = await server.join(ana, org, "admin");
  expectStatus(await offer(), 201);
  for (const party of [ana, ben, dan])
    expect(await pending(party)).toMatchObject({ to: { name: "Ben Okri" } });
  expect(await pending(cleo)).toBeNull();
});

test("only the recipient can accept or decline a transfer", async () => {
  const cleo = await server.join(ana, org, "viewer");
  expectStatus(await offer(), 201);
  for (const other of [ana, cleo]) {
    expect(problemOf(await accept(other)).reason).toBe("TRANSFER_INVALID");
    const declined = await other.post(`${path()}/decline`);
    expect(problemOf(declined).reason).toBe("TRANSFER_INVALID");
  }
  expect(problemOf(await cleo.delete(path())).reason).toBe("TRANSFER_INVALID");
  expectStatus(await ben.post(`${path()}/decline`), 204);
  expect(await pending(ana)).toBeNull();
  expect(await roles()).toMatchObject({ "Ana Costa": "admin" });
});

test("the sender and other admins can cancel a transfer", async () => {
  const dan = await server.join(ana, org, "admin");
  for (const by of [ana, dan]) {
    expectStatus(await offer(), 201);
    expectStatus(await by.delete(path()), 204);
    expect(problemOf(await accept()).reason).toBe("TRANSFER_INVALID");
  }
});

test("one transfer can be pending, for a week", async () => {
  const cleo = await server.join(ana, org, "viewer");
  expectStatus(await offer(), 201);
  expect(problemOf(await offer(cleo)).reason).toBe("TRANSFER_PENDING");
  await server.db.client.execute({
    sql: "update admin_transfers set expires_at = expires_at - ? where org_id = ?",
    args: [7 * DAY_MS, org.id],
  });
  expect(await pending(ben)).toBeNull();
  expect(problemOf(await accept()).reason).toBe("TRANSFER_INVALID");
  expectStatus(await offer(cleo), 201);
});

test.each([
  ["an admin", "ALREADY_ADMIN", () => server.join(ana, org, "admin")],
  ["a suspended member", "MEMBER_SUSPENDED", suspended],
])("%s is not offered the admin role", async (_, rule, prepare) => {
  const { issues } = problemOf(await offer(await prepare()));
  expect(issues).toEqual([expect.objectContaining({ path: "userId", rule })]);
});

test("a transfer to oneself or a non-member, or with admin as the later role, is refused", async () => {
  expect(problemOf(await offer(ana)).reason).toBe("INVALID_INPUT");
  const stranger = await server.person();
  expect(problemOf(await offer(stranger)).reason).toBe("NOT_FOUND");
  expect(problemOf(await offer(ben, "admin")).issues?.[0]?.path).toBe(
    "roleAfter",
  );
});

test("offering a transfer needs a recent authentication", async () => {
  await ageLastSignIn(server, ana);
  expect(problemOf(await offer()).reason).toBe("REAUTHENTICATION_REQUIRED");
});

test.each([
  [
    "its sender is no longer an admin",
    "update memberships set role = 'viewer' where user_id = ?",
    () => ana,
  ],
  [
    "its sender is suspended",
    "update memberships set suspended_at = 1 where user_id = ?",
    () => ana,
  ],
  [
    "its recipient left",
    "delete from memberships where user_id = ?",
    () => ben,
  ],
])("it ends when %s", async (_, sql, whom) => {
  const dan = await server.join(ana, org, "admin");
  const cleo = await server.join(ana, org, "viewer");
  expectStatus(await offer(), 201);
  await server.db.client.execute({ sql, args: [whom().id] });
  expect(await pending(dan)).toBeNull();
  expect((await accept()).status).toBeGreaterThanOrEqual(400);
  expectStatus(await offer(cleo, "member", dan), 201);
});

describe("a transfer does not become pending again after", () => {
  const changeTo = async (person: Actor, role: string, by: Actor) =>
    expectStatus(await by.put(member(person), { role }), 200);
  const removed = async (person: Actor, by: Actor) =>
    expectStatus(await by.delete(member(person)), 204);
  const invitedAgain = async (person: Actor, role: string, by: Actor) => {
    const { token } = await server.invite(by, org, person.email, role);
    expectStatus(await person.post("/invitations/accept", { token }), 200);
  };

  const events: [string, (dan: Actor) => Promise<void>][] = [
    [
      "its recipient was removed and invited again",
      async () => {
        await removed(ben, ana);
        await invitedAgain(ben, "viewer", ana);
      },
    ],
    [
      "its recipient left and was invited again",
      async () => {
        await removed(ben, ben);
        await invitedAgain(ben, "viewer", ana);
      },
    ],
    [
      "its recipient was made an admin and demoted",
      async (dan) => {
        await changeTo(ben, "admin", dan);
        await changeTo(ben, "member", dan);
      },
    ],
    [
      "its sender was demoted and made an admin again",
      async (dan) => {
        await changeTo(ana, "viewer", dan);
        await changeTo(ana, "admin", dan);
      },
    ],
    [
      "its sender left and was invited again",
      async (dan) => {
        await removed(ana, ana);
        await invitedAgain(ana, "admin", dan);
      },
    ],
  ];

  test.each(events)("%s", async (_, happens) => {
    const dan = await server.join(ana, org, "admin", "Dan Roe");
    expectStatus(await offer(), 201);
    await happens(dan);
    const before = await roles();
    expect(await pending(dan)).toBeNull();
    expect(problemOf(await accept()).reason).toBe("TRANSFER_INVALID");
    expect(await roles()).toEqual(before);
    expectStatus(await offer(ben, "viewer", dan), 201);
  });
});

test("a transfer is paused while its recipient is suspended", async () => {
  expectStatus(await offer(), 201);
  expectStatus(await ana.post(`${member(ben)}/suspend`, {}), 200);
  expect(await pending(ana)).toBeNull();
  expectStatus(await ana.post(`${member(ben)}/reactivate`, {}), 200);
  expectStatus(await accept(), 200);
  expect(await roles()).toEqual({ "Ana Costa": "viewer", "Ben Okri": "admin" });
});

test("with a two-factor policy, a transfer shows whether the recipient lacks 2FA, and they cannot accept without it", async () => {
  await addApp(server, ana);
  const policy = `/organizations/${org.slug}/two-factor`;
  expectStatus(await ana.put(policy, { required: true, graceDays: 0 }), 200);
  const { body } = expectStatus(await offer(), 201);
  expect(body.lacksSecondFactor).toBe(true);
  expect(problemOf(await accept()).reason).toBe("SECOND_FACTOR_REQUIRED");
  await addApp(server, ben);
  expect((await pending(ana))?.lacksSecondFactor).toBe(false);
  expectStatus(await accept(), 200);
});

test("the former admin can leave", async () => {
  expectStatus(await offer(), 201);
  expect(problemOf(await ana.delete(member(ana))).reason).toBe("LAST_ADMIN");
  expectStatus(await accept(), 200);
  expectStatus(await ana.delete(member(ana)), 204);
  expect(await roles()).toEqual({ "Ben Okri": "admin" });
});

async function suspended() {
  const person = await server.join(ana, org, "viewer");
  await server.db.client.execute({
    sql: "update memberships set suspended_at = 1 where user_id = ?",
    args: [person.id],
  });
  return person;
}

test("an unknown later role is refused at its field", async () => {
  const { reason, issues } = problemOf(
    expectStatus(await offer(ben, newId("role")), 400),
  );
  expect(reason).toBe("ROLE_NOT_FOUND");
  expect(issues?.map(({ path: field }) => field)).toEqual(["roleAfter"]);
  expect(await pending(ana)).toBeNull();
});
