import { beforeEach, describe, expect, test } from "bun:test";
import { grantsOf } from "#shared/permissions";
import type { Actor } from "#testing/kit/actor";
import { invitationsIn } from "#testing/kit/people";
import { expectStatus, type TestOrganization } from "#testing/kit/server";
import { serverOfEachTest } from "#testing/kit/suite";
import { problemOf } from "#testing/kit/problem";

const server = serverOfEachTest({ RATE_LIMIT_FACTOR: "1" });
let ada: Actor;
let org: TestOrganization;
beforeEach(async () => {
  ada = await server.person("Ada");
  org = await server.organization(ada);
});

const home = () => `/organizations/${org.slug}`;
const at = (name: string) => `${name}@${org.slug}.test`;
const run = (sql: string, ...args: (string | number)[]) =>
  server.db.client.execute({ sql, args });

/** Invites addresses as viewers, and returns the ids of their invitations. */
async function invited(...names: string[]): Promise<string[]> {
  const input = { emails: names.map(at), role: "viewer" };
  const path = `${home()}/invitations`;
  const answer = await ada.post<"invitations.create">(path, input);
  return invitationsIn(expectStatus(answer, 200)).sent.map(({ id }) => id);
}

function change(
  actor: Actor,
  action: "resend" | "revoke",
  ids: readonly string[],
) {
  const path = `${home()}/invitations/bulk`;
  return actor.post<"invitations.updateMany">(path, { ids, action });
}

async function list(query: string) {
  const path = `${home()}/invitations?${query}`;
  const answer = expectStatus(await ada.get<"invitations.list">(path), 200);
  return answer.body.items;
}

const expireAll = () => run("update invitations set expires_at = 1");

async function customRole(name: string, permissions: readonly string[]) {
  const role = { name, basedOn: "viewer", permissions };
  const made = await ada.post(`${home()}/roles`, role);
  return server.join(ada, org, String(expectStatus(made, 201).body.id));
}

describe("resending many invitations", () => {
  test("sends new links, after which the old ones do not work", async () => {
    const ids = await invited("one", "two");
    const before = await server.mailedToken(at("one"), "invite");
    await expireAll();
    const answer = expectStatus(await change(ada, "resend", ids), 200);
    expect(answer.body).toEqual({ done: ids, skipped: [] });
    expect(await list("status=openExpired")).toEqual([]);
    for (const name of ["one", "two"])
      expect(await server.mailsTo(at(name))).toHaveLength(2);
    const old = await ada.post("/invitations/preview", { token: before });
    expectStatus(old, 404);
  });

  test("is one audit event", async () => {
    const ids = await invited("one", "two");
    expectStatus(await change(ada, "resend", ids), 200);
    const log = await ada.get<"audit.list">(`${home()}/audit-log?limit=1`);
    const [event] = log.body.items;
    expect(event?.action).toBe("invitations.updateMany");
    expect(event?.changes).toHaveLength(2);
  });

  test("skips those whose role the caller may not give, and ignores those that are not pending", async () => {
    const rita = await customRole("Recruiter", [
      ...grantsOf("viewer"),
      "invitation:create",
    ]);
    const [viewer = "", gone = ""] = await invited("viewer", "gone");
    const member = await server.invite(ada, org, at("member"), "member");
    expectStatus(await ada.delete(`${home()}/invitations/${gone}`), 204);
    const ids = [viewer, gone, member.id, viewer];
    const answer = expectStatus(await change(rita, "resend", ids), 200);
    expect(answer.body).toEqual({
      done: [viewer],
      skipped: [{ id: member.id, reason: "PERMISSION_DENIED" }],
    });
    expect(await list("status=revoked")).toHaveLength(1);
  });

  test("skips an address that got three invitations in an hour", async () => {
    const [one = "", two = ""] = await invited("one", "two");
    for (let time = 0; time < 2; time++)
      expectStatus(await change(ada, "resend", [one]), 200);
    const answer = expectStatus(await change(ada, "resend", [one, two]), 200);
    expect(answer.body).toEqual({
      done: [two],
      skipped: [{ id: one, reason: "RATE_LIMITED" }],
    });
    expect(await server.mailsTo(at("one"))).toHaveLength(3);
  });

  test("counts for the limit of a new account", async () => {
    const ids = await invited(..."abcdefghijklm".split(""));
    const refused = await change(ada, "resend", ids);
    expect(problemOf(expectStatus(refused, 429)).reason).toBe("RATE_LIMITED");
    expect(await server.mailsTo(at("a"))).toHaveLength(1);
  });

  test("needs a free seat for each expired invitation, or changes nothing", async () => {
    const ids = await invited("one", "two");
    await expireAll();
    await run("update organizations set seats = 2 where id = ?", org.id);
    const refused = await change(ada, "resend", ids);
    expect(problemOf(expectStatus(refused, 402)).reason).toBe("SEAT_LIMIT");
    expect(await list("status=openExpired")).toHaveLength(2);
    expect(await server.mailsTo(at("one"))).toHaveLength(1);
    expectStatus(await change(ada, "resend", ids.slice(0, 1)), 200);
  });
});

describe("revoking many invitations", () => {
  test("ends their links", async () => {
    const ids = await invited("one", "two", "three");
    const token = await server.mailedToken(at("one"), "invite");
    const answer = await change(ada, "revoke", ids.slice(0, 2));
    expect(expectStatus(answer, 200).body.done.toSorted()).toEqual(
      ids.slice(0, 2).toSorted(),
    );
    expectStatus(await ada.post("/invitations/preview", { token }), 404);
    expect(await list("status=open")).toHaveLength(1);
  });

  test("needs the permission to revoke, and resending that to invite", async () => {
    const ids = await invited("one");
    const inviter = await customRole("Inviter", [
      ...grantsOf("viewer"),
      "invitation:create",
    ]);
    const revoker = await customRole("Revoker", [
      ...grantsOf("viewer"),
      "invitation:revoke",
    ]);
    expectStatus(await change(inviter, "revoke", ids), 403);
    expectStatus(await change(revoker, "resend", ids), 403);
    expectStatus(await change(revoker, "revoke", ids), 200);
  });
});

test("invitations of another organization are ignored", async () => {
  const ids = await invited("one");
  const elsewhere = await server.organization(ada);
  const path = `/organizations/${elsewhere.slug}/invitations/bulk`;
  for (const action of ["resend", "revoke"]) {
    const answer = await ada.post(path, { ids, action });
    expect(expectStatus(answer, 200).body).toEqual({ done: [], skipped: [] });
  }
  expect(await list("status=pending")).toHaveLength(1);
  expect(await server.mailsTo(at("one"))).toHaveLength(1);
});

test("invitations are found by a part of the address, together with their status", async () => {
  await invited("kim", "kimberly", "lee");
  await run("update invitations set expires_at = 1 where email = ?", at("kim"));
  const found = async (query: string) =>
    (await list(query)).map(({ email }) => email).toSorted();
  expect(await found("q=KIM")).toEqual([at("kim"), at("kimberly")]);
  expect(await found("q=%20lee%20")).toEqual([at("lee")]);
  expect(await found("q=kim&status=openExpired")).toEqual([at("kim")]);
  expect(await found("q=kim&status=pending")).toEqual([at("kimberly")]);
  expect(await found("q=%25")).toEqual([]);
  expect(await found("q=nobody")).toEqual([]);
});
