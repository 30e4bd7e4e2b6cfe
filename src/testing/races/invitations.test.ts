import { beforeAll, expect } from "bun:test";
import { grantsOf } from "#shared/permissions";
import type { Actor } from "../kit/actor";
import { copiedToken, invitationsIn } from "../kit/people";
import {
  expectStatus,
  type TestOrganization,
  type TestServer,
} from "../kit/server";
import { count, outcome, race, raceOf, seqOf } from "./rounds";
import { serverSuite } from "../kit/suite";

const server = serverSuite();
let ana: Actor;
let ben: Actor;
let carl: Actor;
beforeAll(async () => {
  ana = await server.person("Ana");
  ben = await server.person("Ben");
  carl = await server.person("Carl");
});

const invitationsOf = (org: TestOrganization) =>
  `/organizations/${org.slug}/invitations`;

function accept(actor: Actor, token: string) {
  return () => actor.post("/invitations/accept", { token });
}

function isMember(org: TestOrganization, person: Actor) {
  return count(
    server,
    "select count(*) from memberships where org_id = ? and user_id = ?",
    org.id,
    person.id,
  );
}

/** Creates an organization with Ana and Ben as its admins. */
async function sharedOrganization({ organization, invite }: TestServer) {
  const org = await organization(ana);
  const { token } = await invite(ana, org, ben.email, "admin");
  expectStatus(await accept(ben, token)(), 200);
  return org;
}

/** Adds a member whose custom role has the viewer's permissions and may invite. */
async function recruiterIn(org: TestOrganization) {
  const home = `/organizations/${org.slug}`;
  const made = await ana.post(`${home}/roles`, {
    name: "Recruiter",
    basedOn: "viewer",
    permissions: [...grantsOf("viewer"), "invitation:create"],
  });
  const { id: role } = expectStatus(made, 201).body;
  const { token } = await server.invite(ana, org, ben.email, "viewer");
  expectStatus(await accept(ben, token)(), 200);
  expectStatus(await ana.put(`${home}/members/${ben.id}`, { role }), 200);
  return ben;
}

race(
  "an invitation accepted twice at once makes one membership",
  server,
  async () => {
    const org = await server.organization(ana);
    const { token } = await server.invite(ana, org, carl.email, "member");
    const answers = await raceOf(
      server,
      accept(carl, token),
      accept(carl, token),
    );
    expect(outcome(answers)).toEqual(["200", "200"]);
    expect(await isMember(org, carl)).toBe(1);
  },
);

race(
  "a mailed and a copied link accepted at once make one membership",
  server,
  async () => {
    const org = await server.organization(ana);
    const sent = await server.invite(ana, org, carl.email, "member");
    const copied = await copiedToken(ana, org, sent);
    const answers = await raceOf(
      server,
      accept(carl, sent.token),
      accept(carl, copied),
    );
    expect(outcome(answers)).toEqual(["200", "200"]);
    expect(await isMember(org, carl)).toBe(1);
  },
);

race(
  "a copied link is either accepted, or dead after its invitation is revoked or resent",
  server,
  async (run) => {
    const org = await server.organization(ana);
    const sent = await server.invite(ana, org, carl.email, "member");
    const copied = await copiedToken(ana, org, sent);
    const action = run % 2 === 0 ? "revoke" : "resend";
    const change = { ids: [sent.id], action };
    const [accepted, changed] = await raceOf(server, accept(carl, copied), () =>
      ana.post<"invitations.updateMany">(`${invitationsOf(org)}/bulk`, change),
    );
    const joined = await isMember(org, carl);
    expect(accepted?.status).toBe(joined ? 200 : 404);
    expect(changed?.status).toBe(200);
    expect(changed?.body).toMatchObject({ done: joined ? [] : [sent.id] });
  },
);

race(
  "of two links copied at once, the one that was stored last works",
  server,
  async () => {
    const org = await server.organization(ana);
    const sent = await server.invite(ana, org, carl.email, "member");
    const link = () => ana.post(`${invitationsOf(org)}/${sent.id}/link`);
    const copied = await raceOf(server, link, link);
    const previews = [];
    for (const { body } of copied) {
      const token = new URL(String(body.url)).hash.slice("#token=".length);
      previews.push(await ana.post("/invitations/preview", { token }));
    }
    expect(previews.map(({ status }) => status).toSorted()).toEqual([200, 404]);
  },
);

race("nobody joins an organization that is being deleted", server, async () => {
  const org = await server.organization(ana);
  const { token } = await server.invite(ana, org, carl.email, "member");
  const [accepted, deleted] = await raceOf(server, accept(carl, token), () =>
    ana.delete(`/organizations/${org.slug}?confirm=${org.slug}`),
  );
  expect(deleted?.status).toBe(204);
  expect(await isMember(org, carl)).toBe(accepted?.status === 200 ? 1 : 0);
  if (accepted?.status !== 200) return;
  const joined = await seqOf(server, org.id, "invitations.accept");
  const gone = await seqOf(server, org.id, "organizations.delete");
  expect(joined).toBeLessThan(gone);
});

race("an invitation is either accepted or revoked", server, async () => {
  const org = await server.organization(ana);
  const { id, token } = await server.invite(ana, org, carl.email, "member");
  const [accepted, revoked] = await raceOf(server, accept(carl, token), () =>
    ana.delete(`${invitationsOf(org)}/${id}`),
  );
  const joined = await isMember(org, carl);
  expect(accepted?.status).toBe(joined ? 200 : 404);
  expect(revoked?.status).toBe(joined ? 404 : 204);
});

race(
  "an old link accepted while a new one is sent either worked or is dead",
  server,
  async () => {
    const org = await server.organization(ana);
    const { id, token } = await server.invite(ana, org, carl.email, "member");
    const [accepted, resent] = await raceOf(server, accept(carl, token), () =>
      ana.post(`${invitationsOf(org)}/${id}/resend`, { role: "viewer" }),
    );
    const joined = await isMember(org, carl);
    expect(accepted?.status).toBe(joined ? 200 : 404);
    expect(resent?.status).toBe(joined ? 404 : 200);
  },
);

race(
  "an invitation that is raised to admin meanwhile is not replaced by a member who holds less",
  server,
  async () => {
    const org = await server.organization(ana);
    const rita = await recruiterIn(org);
    const { id } = await server.invite(ana, org, "new@example.com", "viewer");
    const resend = (by: Actor, role: string) => () =>
      by.post(`${invitationsOf(org)}/${id}/resend`, { role });
    const [raised, replaced] = await raceOf(
      server,
      resend(ana, "admin"),
      resend(rita, "viewer"),
    );
    expect(raised?.status).toBe(200);
    expect([200, 403]).toContain(replaced?.status ?? 0);
    const { rows } = await server.db.client.execute({
      sql: "select role, invited_by from invitations where id = ?",
      args: [id],
    });
    const [stored] = rows;
    expect([stored?.role, stored?.invited_by]).toEqual(["admin", ana.id]);
  },
);

race(
  "an inviter removed meanwhile no longer lets anybody in",
  server,
  async () => {
    const org = await sharedOrganization(server);
    const { token } = await server.invite(ben, org, carl.email, "member");
    const [accepted, removed] = await raceOf(server, accept(carl, token), () =>
      ana.delete(`/organizations/${org.slug}/members/${ben.id}`),
    );
    expect(removed?.status).toBe(204);
    const joined = await isMember(org, carl);
    expect(accepted?.status).toBe(joined ? 200 : 404);
    if (joined)
      expect(await seqOf(server, org.id, "invitations.accept")).toBeLessThan(
        await seqOf(server, org.id, "members.remove"),
      );
  },
);

race(
  "one person accepts the invitations of two organizations at once",
  server,
  async () => {
    const [one, other] = [
      await server.organization(ana),
      await server.organization(ben),
    ];
    const first = await server.invite(ana, one, carl.email, "member");
    const second = await server.invite(ben, other, carl.email, "viewer");
    const answers = await raceOf(
      server,
      accept(carl, first.token),
      accept(carl, second.token),
    );
    expect(outcome(answers)).toEqual(["200", "200"]);
    expect(await isMember(one, carl)).toBe(1);
    expect(await isMember(other, carl)).toBe(1);
  },
);

race(
  "an address that two admins invite at once gets one invitation and one mail",
  server,
  async (run) => {
    const org = await sharedOrganization(server);
    const email = `wanted-${run}@example.com`;
    const invite = (admin: Actor) => () =>
      admin.post(invitationsOf(org), { email, role: "member" });
    const answers = await raceOf(server, invite(ana), invite(ben));
    expect(outcome(answers)).toEqual(["201", "ALREADY_INVITED"]);
    expect(await server.mailsTo(email)).toHaveLength(1);
  },
);

race(
  "lists of addresses that overlap invite each address once",
  server,
  async (run) => {
    const org = await sharedOrganization(server);
    const [x, y, z] = ["x", "y", "z"].map(
      (name) => `${name}-${run}@example.com`,
    );
    const invite = (admin: Actor, emails: unknown[]) => () =>
      admin.post<"invitations.create">(invitationsOf(org), {
        emails,
        role: "member",
      });
    const answers = await raceOf(
      server,
      invite(ana, [x, y]),
      invite(ben, [z, y, x]),
    );
    expect(outcome(answers)).toEqual(["200", "200"]);
    const sent = answers.flatMap((answer) => invitationsIn(answer).sent);
    expect(sent.map(({ email }) => email).toSorted()).toEqual(
      [x, y, z].map(String),
    );
    for (const email of [x, y, z])
      expect(await server.mailsTo(String(email))).toHaveLength(1);
  },
);
