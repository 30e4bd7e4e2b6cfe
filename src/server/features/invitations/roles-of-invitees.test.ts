import { beforeAll, beforeEach, expect, test } from "bun:test";
import { grantsOf } from "#shared/permissions";
import type { Actor } from "#testing/kit/actor";
import { invitationsIn } from "#testing/kit/people";
import { expectStatus, type TestOrganization } from "#testing/kit/server";
import { serverSuite } from "#testing/kit/suite";
import { problemOf } from "#testing/kit/problem";

const server = serverSuite();
let ada: Actor;
let org: TestOrganization;
beforeAll(async () => {
  ada = await server.person("Ada");
});
beforeEach(async () => {
  org = await server.organization(ada);
});

const home = () => `/organizations/${org.slug}`;
const invite = (actor: Actor, body: object) =>
  actor.post<"invitations.create">(`${home()}/invitations`, body);

async function customRole(permissions: readonly string[]): Promise<string> {
  const role = { name: "Recruiter", basedOn: "viewer", permissions };
  const made = await ada.post(`${home()}/roles`, role);
  return String(expectStatus(made, 201).body.id);
}

test("each address of a list can have a role of its own", async () => {
  const custom = await customRole(grantsOf("viewer").values().toArray());
  const at = (name: string) => `${name}@${org.slug}.test`;
  const emails = [
    { email: at("kim"), role: "admin" },
    { email: at("lee").toUpperCase(), role: custom },
    at("max"),
    { email: at("kim"), role: "viewer" },
  ];
  const answer = await invite(ada, { emails, role: "member" });
  const { sent } = invitationsIn(expectStatus(answer, 200));
  expect(
    sent.map(({ email, role, roleName }) => [email, role, roleName]),
  ).toEqual([
    [at("kim"), "admin", "Admin"],
    [at("lee"), custom, "Recruiter"],
    [at("max"), "member", "Member"],
  ]);
  const [mail] = await server.mailsTo(at("lee"));
  expect(mail?.text).toContain("You’ll join as a Recruiter.");
});

test("a role that the inviter may not give refuses the whole list", async () => {
  const role = await customRole([...grantsOf("viewer"), "invitation:create"]);
  const rita = await server.join(ada, org, role);
  const emails = [
    `one@${org.slug}.test`,
    { email: `two@${org.slug}.test`, role: "admin" },
  ];
  const refused = await invite(rita, { emails, role: "viewer" });
  expect(problemOf(expectStatus(refused, 403)).reason).toBe(
    "PERMISSION_DENIED",
  );
  expect(await server.mailsTo(`one@${org.slug}.test`)).toEqual([]);
  expectStatus(
    await invite(rita, { emails: emails.slice(0, 1), role: "viewer" }),
    200,
  );
});

test("an unknown role of an address is refused", async () => {
  const email = `one@${org.slug}.test`;
  for (const role of ["owner", "Viewer", "", "rol_01K0000000000000000000000"])
    expectStatus(
      await invite(ada, { emails: [{ email, role }], role: "viewer" }),
      400,
    );
  expect(await server.mailsTo(email)).toEqual([]);
});
