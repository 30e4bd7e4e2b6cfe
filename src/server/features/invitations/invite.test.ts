import { beforeAll, beforeEach, describe, expect, test } from "bun:test";
import { grantsOf, type Permission } from "#shared/permissions";
import type { Actor } from "#testing/kit/actor";
import { invitationIn, invitationsIn } from "#testing/kit/people";
import { expectStatus, type TestOrganization } from "#testing/kit/server";
import { serverSuite } from "#testing/kit/suite";
import { problemOf } from "#testing/kit/problem";
import type { Invitation } from "./schemas";

const server = serverSuite();
let ada: Actor;
let org: TestOrganization;
beforeAll(async () => {
  ada = await server.person("Ada");
});
beforeEach(async () => {
  org = await server.organization(ada);
});

const path = () => `/organizations/${org.slug}/invitations`;
const invite = (body: object) => ada.post<"invitations.create">(path(), body);

async function list(query = ""): Promise<Invitation[]> {
  const answer = expectStatus(
    await ada.get<"invitations.list">(`${path()}${query}`),
    200,
  );
  return answer.body.items;
}

async function expire({ id }: Invitation): Promise<void> {
  await server.db.client.execute({
    sql: "update invitations set expires_at = 1 where id = ?",
    args: [id],
  });
}

test("an invitation sends one mail and does not return its token", async () => {
  const answer = await invite({ email: " Guest@Example.COM ", role: "member" });
  const invitation = invitationIn(expectStatus(answer, 201));
  expect(invitation).toMatchObject({
    email: "guest@example.com",
    role: "member",
    status: "pending",
    invitedBy: "Ada",
  });
  const token = await server.mailedToken("guest@example.com");
  expect(answer.text).not.toContain(token);
  const listed: unknown = await list();
  expect(listed).toEqual([{ ...invitation, isVoid: false }]);
});

test("inviting many people returns those sent, and those skipped with the reason", async () => {
  const member = await server.join(ada, org, "viewer");
  expectStatus(
    await invite({ email: "early@example.com", role: "viewer" }),
    201,
  );
  const emails = [
    "new@example.com",
    "NEW@example.com",
    "early@example.com",
    member.email,
    "nobody",
    "",
    "other@example.com",
  ];
  const answer = expectStatus(await invite({ emails, role: "member" }), 200);
  const { sent, skipped } = invitationsIn(answer);
  expect(sent.map(({ email, role }) => [email, role])).toEqual([
    ["new@example.com", "member"],
    ["other@example.com", "member"],
  ]);
  expect(skipped).toEqual([
    { email: "nobody", reason: "INVALID_EMAIL" },
    { email: "", reason: "INVALID_EMAIL" },
    { email: "early@example.com", reason: "ALREADY_INVITED" },
    { email: member.email, reason: "ALREADY_MEMBER" },
  ]);
  for (const { email } of sent)
    expect(await server.mailsTo(email)).toHaveLength(1);
  expect(await server.mailsTo("early@example.com")).toHaveLength(1);
});

test("inviting one person fails with the reason for which a list skips them", async () => {
  const member = await server.join(ada, org, "viewer");
  const email = "guest-two@example.com";
  expectStatus(await invite({ email, role: "viewer" }), 201);
  for (const [address, reason] of [
    [email, "ALREADY_INVITED"],
    [member.email, "ALREADY_MEMBER"],
  ] as const) {
    const answer = await invite({ email: address, role: "viewer" });
    expect(problemOf(expectStatus(answer, 409)).reason).toBe(reason);
  }
  expect(await server.mailsTo(email)).toHaveLength(1);
});

test("an invitation needs either one email address or a list, and an existing role", async () => {
  const email = "guest@example.com";
  for (const body of [
    { role: "viewer" },
    { email, emails: [email], role: "viewer" },
    { emails: [], role: "viewer" },
    { emails: Array<string>(101).fill(email), role: "viewer" },
    { email: "nobody", role: "viewer" },
    { email },
    { email, role: "owner" },
    { email, role: "viewer", token: "mine" },
  ])
    expectStatus(await invite(body), 400);
  expect(await list()).toEqual([]);
});

test("an email address can be invited to several organizations", async () => {
  const email = "popular@example.com";
  expectStatus(await invite({ email, role: "viewer" }), 201);
  org = await server.organization(ada);
  expectStatus(await invite({ email, role: "admin" }), 201);
});

test("an email address can be invited again after its invitation expired, was revoked or was declined", async () => {
  const guest = await server.person();
  const again = async () => {
    const answer = await invite({ email: guest.email, role: "viewer" });
    return invitationIn(expectStatus(answer, 201));
  };
  await expire(await again());
  const second = await again();
  expectStatus(await ada.delete(`${path()}/${second.id}`), 204);
  await again();
  const token = await server.mailedToken(guest.email);
  expectStatus(await guest.post("/invitations/decline", { token }), 200);
  await again();
  expect((await list()).map(({ status }) => status)).toEqual([
    "pending",
    "declined",
    "revoked",
    "expired",
  ]);
});

test("the list can be filtered by the status that it shows", async () => {
  await invite({ email: "live@example.com", role: "viewer" });
  const answer = await invite({ email: "late@example.com", role: "viewer" });
  await expire(invitationIn(answer));
  for (const [status, email] of [
    ["pending", "live@example.com"],
    ["expired", "late@example.com"],
  ] as const) {
    const found = await list(`?status=${status}`);
    expect(found.map((row) => [row.email, row.status])).toEqual([
      [email, status],
    ]);
  }
});

test("the filter 'open' lists invitations that can be resent, without replaced ones", async () => {
  const email = "twice@example.com";
  const first = await invite({ email, role: "viewer" });
  await expire(invitationIn(first));
  await invite({ email, role: "viewer" });
  const late = await invite({ email: "late@example.com", role: "viewer" });
  await expire(invitationIn(late));
  const gone = await invite({ email: "gone@example.com", role: "viewer" });
  await ada.delete(`${path()}/${invitationIn(gone).id}`);
  const open = await list("?status=open");
  expect(open.map((row) => [row.email, row.status])).toEqual([
    ["late@example.com", "expired"],
    [email, "pending"],
  ]);
  for (const { id } of open)
    expectStatus(await ada.post(`${path()}/${id}/resend`), 200);
});

test("an organization on the free plan can send fifty invitations a day, and a longer list sends none", async () => {
  const emails = (from: number, to: number) =>
    Array.from(
      { length: to - from },
      (_, n) => `guest-${from + n}@example.com`,
    );
  const many = (from: number, to: number) =>
    invite({ emails: emails(from, to), role: "viewer" });
  // Remove the limit of seats, because fifty pending invitations need more seats than the plan has.
  await server.db.client.execute("update organizations set seats = null");
  const tooMany = expectStatus(await many(0, 51), 429);
  expect(problemOf(tooMany).reason).toBe("RATE_LIMITED");
  expect(tooMany.headers.get("retry-after")).toBe("3600");
  expect(await list()).toEqual([]);
  expectStatus(await many(0, 50), 200);
  expectStatus(await many(50, 51), 429);
  expect(await list("?limit=100")).toHaveLength(50);
  await server.db.client.execute({
    sql: "update invitations set created_at = 1 where org_id = ?",
    args: [org.id],
  });
  expectStatus(await many(50, 51), 200);
});

describe("resending an invitation", () => {
  /** Adds a member who has the permissions of a viewer and can send invitations. */
  async function recruiter(...more: Permission[]) {
    const permissions = [...grantsOf("viewer"), "invitation:create", ...more];
    const input = { name: "Recruiter", basedOn: "viewer", permissions };
    const roles = `/organizations/${org.slug}/roles`;
    const role = expectStatus(await ada.post(roles, input), 201).body.id;
    const rita = await server.join(ada, org, "viewer", "Rita");
    const member = `/organizations/${org.slug}/members/${rita.id}`;
    expectStatus(await ada.put(member, { role }), 200);
    return rita;
  }

  test("is refused to a member who lacks permissions of its role", async () => {
    const rita = await recruiter();
    const email = "cto@example.com";
    const { id, token } = await server.invite(ada, org, email, "admin");
    const answer = await rita.post(`${path()}/${id}/resend`, {
      role: "viewer",
    });
    expect(problemOf(expectStatus(answer, 403)).reason).toBe(
      "PERMISSION_DENIED",
    );
    expect((await list()).find((one) => one.id === id)).toMatchObject({
      role: "admin",
      invitedBy: "Ada",
    });
    const preview = await server
      .stranger()
      .post("/invitations/preview", { token });
    expect(expectStatus(preview, 200).body).toMatchObject({ role: "admin" });
  });

  test("is allowed to a member who has the permissions of its role, or can revoke it", async () => {
    const rita = await recruiter("invitation:revoke");
    const low = await server.invite(ada, org, "low@example.com", "viewer");
    expectStatus(await rita.post(`${path()}/${low.id}/resend`), 200);
    const high = await server.invite(ada, org, "high@example.com", "admin");
    const again = await rita.post(`${path()}/${high.id}/resend`, {
      role: "viewer",
    });
    expect(expectStatus(again, 200).body).toMatchObject({
      role: "viewer",
      invitedBy: "Rita",
    });
  });
});
