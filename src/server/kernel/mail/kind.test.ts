import { expect, test } from "bun:test";
import type { Actor } from "#testing/kit/actor";
import { expectStatus, type TestOrganization } from "#testing/kit/server";
import { serverSuite } from "#testing/kit/suite";
import { subjectOf } from "./kind";

const HOUR_MS = 60 * 60 * 1000;
const server = serverSuite({
  RATE_LIMIT_FACTOR: "1",
  TRUSTED_PROXIES: "127.0.0.1,::1",
});

const memberPath = ({ slug }: TestOrganization, { id }: Actor) =>
  `/organizations/${slug}/members/${id}`;

/** Suspends and reactivates a member as often as `times` says. */
async function toggle(
  admin: Actor,
  org: TestOrganization,
  member: Actor,
  times: number,
) {
  for (let time = 0; time < times; time++)
    for (const step of ["suspend", "reactivate"]) {
      const path = `${memberPath(org, member)}/${step}`;
      expectStatus(await admin.post(path, {}), 200);
    }
}

async function subjectsTo({ email }: Actor): Promise<string[]> {
  const mails = await server.mailsTo(email);
  return mails.map(({ subject }) => subject);
}

test("mails keep their order only among mails of the same subject", () => {
  const to = "vera@example.com";
  const subjects = [
    subjectOf({ kind: "invitation", id: "inv_1", expiresAt: 1 }, to),
    subjectOf({ kind: "invitation", id: "inv_2", expiresAt: 1 }, to),
    subjectOf({ kind: "sign-up", id: "sgn_1", expiresAt: 1 }, to),
    subjectOf({ kind: "reset", expiresAt: 1 }, to),
    subjectOf({ kind: "verify", userId: "usr_1", expiresAt: 1 }, to),
    subjectOf({ kind: "email-change", userId: "usr_1", expiresAt: 1 }, to),
    subjectOf({ kind: "email-change", userId: "usr_2", expiresAt: 1 }, to),
    subjectOf({ kind: "notice" }, to),
    subjectOf({ kind: "membership", orgId: "org_1" }, to),
    subjectOf({ kind: "membership", orgId: "org_2" }, to),
    subjectOf({ kind: "transfer", orgId: "org_1" }, to),
  ];
  expect(new Set(subjects).size).toBe(subjects.length);
  expect(subjects[0]).toBe("invitation:inv_1");
  expect(subjects[2]).toBe("sign-up:sgn_1");
  expect(subjects[3]).toBe("reset:vera@example.com");
});

test("a member who is suspended, reactivated, removed and invited again gets every mail at once", async () => {
  const ana = await server.person("Ana");
  const org = await server.organization(ana);
  const ben = await server.join(ana, org, "member", "Ben");
  await toggle(ana, org, ben, 1);
  expectStatus(await ana.delete(memberPath(org, ben)), 204);
  const input = { email: ben.email, role: "member" };
  expectStatus(
    await ana.post(`/organizations/${org.slug}/invitations`, input),
    201,
  );
  const [joining, ...others] = (await subjectsTo(ben)).toReversed();
  expect(joining).toBe(`Ana invited you to ${org.name}`);
  // Mails of different kinds may arrive in any order.
  expect(others.toSorted()).toEqual([
    `Ana invited you to ${org.name}`,
    `Your access to ${org.name} is restored`,
    `Your access to ${org.name} is suspended`,
  ]);
});

test("an admin who suspends a member many times does not fill the queue, and delays no mail of other organizations", async () => {
  const [ana, mallory] = [
    await server.person("Ana"),
    await server.person("Mallory"),
  ];
  const [org, bad] = [
    await server.organization(ana),
    await server.organization(mallory),
  ];
  const vera = await server.join(mallory, bad, "viewer", "Vera");
  await toggle(mallory, bad, vera, 10);
  const { token } = await server.invite(ana, org, vera.email, "viewer");
  expectStatus(await vera.post("/invitations/accept", { token }), 200);
  expectStatus(await ana.post(`${memberPath(org, vera)}/suspend`, {}), 200);
  expect(await subjectsTo(vera)).toContain(
    `Your access to ${org.name} is suspended`,
  );
  const about = async () =>
    (await subjectsTo(vera)).filter(
      (subject) => subject.includes("ccess to") && subject.includes(bad.name),
    ).length;
  expect(await about()).toBe(3);
  server.passTime(HOUR_MS);
  expect(await about()).toBe(6);
  server.passTime(24 * HOUR_MS);
  expect(await about()).toBe(6);
});
