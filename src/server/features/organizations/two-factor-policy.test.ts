import { expect, test } from "bun:test";
import { newId } from "#shared/id";
import type { Actor } from "#testing/kit/actor";
import { addApp } from "#testing/kit/authenticator-app";
import { addMember, addUser } from "#testing/kit/database";
import {
  expectStatus,
  startServer,
  type TestOrganization,
} from "#testing/kit/server";
import { serverSuite } from "#testing/kit/suite";
import { problemOf } from "#testing/kit/problem";
import { ageLastSignIn } from "#testing/kit/sessions";
import type { Membership } from "#server/features/members/schemas";
import type { TwoFactorPolicy } from "./schemas";
import { MAX_MAILED } from "./two-factor-policy";

const MINUTE = 60 * 1000;
const DAY = 24 * 60 * MINUTE;
const SUBJECT = / requires two-factor authentication$/;

// Billing is off, because no plan has seats for the thousands of members in these tests.
const server = serverSuite({ BILLING: "off" });
let ada: Actor;
let org: TestOrganization;

/** A new organization whose admin has an authenticator app. */
async function found(name?: string) {
  ada = await server.person("Ada");
  org = await server.organization(ada, name);
  await addApp(server, ada);
}

const path = () => `/organizations/${org.slug}/two-factor`;
const require = (graceDays: number, actor = ada) =>
  actor.put(path(), { required: true, graceDays });
const release = (actor = ada) => actor.put(path(), { required: false });

async function policy(actor = ada): Promise<TwoFactorPolicy> {
  const answer = await actor.get<"organizations.twoFactor">(path());
  return expectStatus(answer, 200).body;
}

async function lacking(query = ""): Promise<Membership[]> {
  const answer = await ada.get<"organizations.lackingTwoFactor">(
    `${path()}/lacking${query}`,
  );
  return expectStatus(answer, 200).body.items;
}

async function mailsAbout({ email }: { email: string }) {
  const mails = await server.mailsTo(email);
  return mails.filter(({ subject }) => SUBJECT.test(subject));
}

/** Returns the number of days until the two-factor policy is in force. */
async function daysLeft(): Promise<number> {
  const { from } = await policy();
  return (Date.parse(String(from)) - server.services.deps.now()) / DAY;
}

test("a new organization does not require 2FA", async () => {
  await found();
  expect(await policy()).toEqual({
    required: false,
    from: null,
    isInForce: false,
    members: 1,
    lacking: 0,
    callerHolds: true,
  });
});

test("an admin without 2FA cannot require it", async () => {
  await found();
  const ben = await server.join(ada, org, "admin", "Ben");
  const answer = problemOf(expectStatus(await require(0, ben), 403));
  expect(answer).toMatchObject({
    reason: "SECOND_FACTOR_REQUIRED",
    params: { ownFirst: true },
  });
  expect(await policy(ben)).toMatchObject({
    required: false,
    callerHolds: false,
  });
  expect(await mailsAbout(ben)).toEqual([]);
});

test("changing the policy needs a recent authentication", async () => {
  await found();
  await ageLastSignIn(server, ada);
  for (const answer of [await require(3), await release()])
    expect(problemOf(expectStatus(answer, 403)).reason).toBe(
      "REAUTHENTICATION_REQUIRED",
    );
  expect(await policy()).toMatchObject({ required: false });
});

test("a grace period has 0 to 90 whole days", async () => {
  await found();
  for (const days of [-1, 91, 1.5]) {
    const { issues } = problemOf(expectStatus(await require(days), 400));
    expect(issues?.[0]?.path).toBe("graceDays");
  }
  for (const days of [90, 0]) expectStatus(await require(days), 200);
});

test("the grace period can be lengthened, shortened and ended", async () => {
  await found();
  for (const days of [7, 30, 3, 0]) {
    expectStatus(await require(days), 200);
    expect(await daysLeft()).toBeCloseTo(days, 2);
  }
  expectStatus(await release(), 200);
  expect(await policy()).toMatchObject({ required: false, from: null });
});

test("the policy is in force from its start date on", async () => {
  await found();
  expectStatus(await require(1), 200);
  expect(await policy()).toMatchObject({ isInForce: false });
  server.passTime(DAY + 1000);
  expect(await policy()).toMatchObject({ isInForce: true });
});

test("a policy in force keeps its start date", async () => {
  await found();
  const { body } = expectStatus(await require(0), 200);
  server.passTime(5 * MINUTE);
  expect(expectStatus(await require(0), 200).body.from).toBe(body.from);
  expectStatus(await require(3), 200);
  expect(await daysLeft()).toBeCloseTo(3, 2);
});

test("the report lists exactly the members without 2FA, page by page", async () => {
  await found();
  const other = await server.organization(ada);
  await server.join(ada, other, "member", "Elsewhere");
  const ben = await server.join(ada, org, "member", "Ben");
  const cleo = await server.join(ada, org, "viewer", "Cleo");
  const dan = await server.join(ada, org, "admin", "Dan");
  await addApp(server, cleo);
  expect(await policy()).toMatchObject({ members: 4, lacking: 2 });
  expect(await lacking()).toEqual([
    expect.objectContaining({ userId: ben.id, role: "member" }),
    expect.objectContaining({ email: dan.email, role: "admin" }),
  ]);
  const first = await ada.get(`${path()}/lacking?limit=1`);
  expect(first.body.items).toEqual([
    expect.objectContaining({ userId: ben.id }),
  ]);
  const cursor = String(first.body.nextCursor);
  const rest = await ada.get(`${path()}/lacking?limit=1&cursor=${cursor}`);
  expect(rest.body).toEqual({
    items: [expect.objectContaining({ userId: dan.id })],
    nextCursor: null,
  });
});

test("an unconfirmed or removed authenticator app does not count", async () => {
  await found();
  const ben = await server.join(ada, org, "member", "Ben");
  expectStatus(await ben.post("/auth/two-factor/totp"), 200);
  expect(await lacking()).toHaveLength(1);
  await addApp(server, ben);
  expect(await lacking()).toEqual([]);
  expectStatus(await ben.delete("/auth/two-factor/totp"), 204);
  expect(await lacking()).toHaveLength(1);
});

test("only members without 2FA get one mail, with the date and the link", async () => {
  await found("Acme");
  const ben = await server.join(ada, org, "member", "Ben");
  const cleo = await server.join(ada, org, "member", "Cleo");
  await addApp(server, cleo);
  // A suspended member has no access anyway, so this member gets no mail and is not counted.
  const out = await server.join(ada, org, "member", "Out");
  const suspend = `/organizations/${org.slug}/members/${out.id}/suspend`;
  expectStatus(await ada.post(suspend), 200);
  const { body } = expectStatus(await require(14), 200);
  expect(body.mailed).toBe(1);
  expect(body.lacking).toBe(1);
  const [mail] = await mailsAbout(ben);
  const day = new Intl.DateTimeFormat("en-US", {
    dateStyle: "long",
    timeZone: "UTC",
  }).format(new Date(String(body.from)));
  expect(mail).toMatchObject({
    subject: "Acme requires two-factor authentication",
  });
  expect(mail?.text).toContain(`From ${day}`);
  expect(mail?.text).toContain(`${server.url.origin}/account/two-factor`);
  for (const person of [ada, cleo, out])
    expect(await mailsAbout(person)).toEqual([]);
});

test("only an earlier date sends another mail", async () => {
  await found();
  const ben = await server.join(ada, org, "member", "Ben");
  for (const [days, mailed] of [
    [14, 1],
    [30, 0],
    [7, 1],
    [0, 1],
    [0, 0],
  ] as const)
    expect(expectStatus(await require(days), 200).body.mailed).toBe(mailed);
  const mails = await mailsAbout(ben);
  expect(mails).toHaveLength(3);
  expect(mails[0]?.text).toContain(
    "You’ll have access again as soon as you set it up",
  );
});

test("switching the policy on and off sends a limited number of mails", async () => {
  const strict = await startServer({ RATE_LIMIT_FACTOR: "1" });
  try {
    const eve = await strict.person("Eve");
    const own = await strict.organization(eve);
    await addApp(strict, eve);
    await strict.join(eve, own, "member", "Ben");
    const mailed = [];
    for (let round = 0; round < 7; round++) {
      const address = `/organizations/${own.slug}/two-factor`;
      const on = { required: true, graceDays: 3 };
      mailed.push(expectStatus(await eve.put(address, on), 200).body.mailed);
      expectStatus(await eve.put(address, { required: false }), 200);
    }
    expect<unknown[]>(mailed).toEqual([1, 1, 1, 1, 1, 0, 0]);
  } finally {
    await strict.stop();
  }
});

test("in a large organization only the first members are mailed, and all are in the report", async () => {
  await found();
  const crowd = Array.from({ length: 3000 }, () => newId("user"));
  const { client } = server.db;
  await client.batch(
    crowd.flatMap((id) => [addUser(id), addMember(org.id, id, "viewer")]),
    "write",
  );
  const { body } = expectStatus(await require(30), 200);
  expect(body).toMatchObject({
    members: 3001,
    lacking: 3000,
    mailed: MAX_MAILED,
  });
  expect(await lacking("?limit=100")).toHaveLength(100);
});

test("the audit log has each change of the policy and its admin", async () => {
  await found();
  expectStatus(await require(7), 200);
  expectStatus(await release(), 200);
  const { rows } = await server.db.client.execute({
    sql: "select actor_id, changes from audit_log where org_id = ? and action = 'organizations.requireTwoFactor' order by seq",
    args: [org.id],
  });
  const changes = rows.map(({ actor_id, changes: json }) => {
    const [change] = JSON.parse(String(json)) as {
      before: Record<string, unknown>;
      after: Record<string, unknown>;
    }[];
    return [
      actor_id,
      typeof change?.before.twoFactorRequiredFrom,
      typeof change?.after.twoFactorRequiredFrom,
    ];
  });
  const none = "object";
  expect(changes).toEqual([
    [ada.id, none, "number"],
    [ada.id, "number", none],
  ]);
});

test("a request that changes nothing writes no event", async () => {
  await found();
  expectStatus(await release(), 200);
  const { rows } = await server.db.client.execute({
    sql: "select 1 from audit_log where org_id = ? and action = 'organizations.requireTwoFactor'",
    args: [org.id],
  });
  expect(rows).toEqual([]);
});
