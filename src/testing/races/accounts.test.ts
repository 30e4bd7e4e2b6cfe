import { expect } from "bun:test";
import type { Actor } from "../kit/actor";
import { expectStatus } from "../kit/server";
import { png } from "../kit/images";
import { count, outcome, race, raceOf, seqOf } from "./rounds";
import { serverSuite } from "../kit/suite";

const server = serverSuite();

const remove = (person: Actor) => () =>
  person.delete(`/auth/me?confirm=${person.email}`);

/** Creates an organization whose only members are its two admins. */
async function sharedOrganization() {
  const ana = await server.person("Ana");
  const org = await server.organization(ana);
  const ben = await server.join(ana, org, "member", "Ben");
  const path = `/organizations/${org.slug}/members`;
  expectStatus(await ana.put(`${path}/${ben.id}`, { role: "admin" }), 200);
  return { ana, ben, org, path };
}

function members(orgId: string) {
  return count(
    server,
    "select count(*) from memberships where org_id = ?",
    orgId,
  );
}

function accounts(...people: Actor[]) {
  return count(
    server,
    "select count(*) from users where email in (select value from json_each(?))",
    JSON.stringify(people.map(({ email }) => email)),
  );
}

race(
  "of two last admins who delete their accounts one stays",
  server,
  async () => {
    const { ana, ben, org } = await sharedOrganization();
    await server.join(ana, org, "viewer");
    const answers = await raceOf(server, remove(ana), remove(ben));
    expect(outcome(answers)).toEqual(["204", "LAST_ADMIN"]);
    expect(await accounts(ana, ben)).toBe(1);
    expect(await members(org.id)).toBe(2);
    const refused = answers.find(({ status }) => status === 409);
    expect(refused?.text).toContain(org.name);
  },
);

race(
  "whoever is alone only since the other's account was deleted does not take the organization along unasked",
  server,
  async () => {
    const { ana, ben, org } = await sharedOrganization();
    const answers = await raceOf(server, remove(ana), remove(ben));
    expect(outcome(answers)).toEqual(["204", "STALE"]);
    expect(await members(org.id)).toBe(1);
  },
);

race("an account deleted twice at once is deleted once", server, async () => {
  const ana = await server.person("Ana");
  const org = await server.organization(ana);
  const answers = await raceOf(server, remove(ana), remove(ana));
  expect(outcome(answers)).toEqual(["204", "SIGNED_OUT"]);
  expect(await accounts(ana)).toBe(0);
  expect(await members(org.id)).toBe(0);
  const mails = await server.mailsTo(ana.email);
  const goodbyes = mails.filter(({ subject }) => /deleted/.test(subject));
  expect(goodbyes).toHaveLength(1);
});

race(
  "an organization that somebody joins meanwhile is not deleted with the account",
  server,
  async () => {
    const ana = await server.person("Ana");
    const ben = await server.person("Ben");
    const org = await server.organization(ana);
    const { token } = await server.invite(ana, org, ben.email, "member");
    const [deleted, joined] = await raceOf(server, remove(ana), () =>
      ben.post("/invitations/accept", { token }),
    );
    if (joined?.status === 200) {
      expect(deleted?.body.reason).toBe("LAST_ADMIN" as never);
      expect(await members(org.id)).toBe(2);
    } else {
      expect(joined?.status).toBe(404);
      expect(deleted?.status).toBe(204);
      expect(await members(org.id)).toBe(0);
      expect(
        await count(
          server,
          "select count(*) from audit_log where org_id = ?",
          org.id,
        ),
      ).toBe(0);
    }
  },
);

race(
  "who joins an organization while deleting their account leaves it again, and the log tells",
  server,
  async () => {
    const ana = await server.person("Ana");
    const ben = await server.person("Ben");
    const org = await server.organization(ana);
    const { token } = await server.invite(ana, org, ben.email, "member");
    const [deleted, joined] = await raceOf(server, remove(ben), () =>
      ben.post("/invitations/accept", { token }),
    );
    expect(deleted?.status).toBe(204);
    expect(await members(org.id)).toBe(1);
    const left = await seqOf(server, org.id, "account.delete");
    if (joined?.status === 200)
      expect(left).toBeGreaterThan(
        await seqOf(server, org.id, "invitations.accept"),
      );
    else expect(left).toBe(0);
  },
);

race(
  "an organization made while deleting the account goes with it, or stops it",
  server,
  async () => {
    const ana = await server.person("Ana");
    const [deleted, made] = await raceOf(server, remove(ana), () =>
      ana.post("/organizations", { name: "In a hurry" }),
    );
    expect(deleted?.status).toBe(204);
    if (made?.status === 201)
      expect(await members(String(made.body.id))).toBe(0);
    expect(await accounts(ana)).toBe(0);
    const left = "select count(*) from organizations where name = ?";
    expect(await count(server, left, "In a hurry")).toBe(0);
  },
);

race(
  "a deleted organization restored while its last admin leaves keeps its admin, or is gone",
  server,
  async () => {
    const ana = await server.person("Ana");
    const org = await server.organization(ana);
    await server.join(ana, org, "viewer");
    const path = `/organizations/${org.slug}?confirm=${org.slug}`;
    expectStatus(await ana.delete(path), 204);
    const [deleted, restored] = await raceOf(server, remove(ana), () =>
      ana.post(`/organizations/${org.id}/restore`),
    );
    if (restored?.status === 200) {
      expect(deleted?.body.reason).toBe("LAST_ADMIN" as never);
      expect(await members(org.id)).toBe(2);
    } else {
      expect(deleted?.status).toBe(204);
      expect(await members(org.id)).toBe(0);
    }
  },
);

race(
  "an admin who is demoted while the other deletes their account stays one",
  server,
  async () => {
    const { ana, ben, org, path } = await sharedOrganization();
    await server.join(ana, org, "viewer");
    const answers = await raceOf(server, remove(ana), () =>
      ana.put(`${path}/${ben.id}`, { role: "viewer" }),
    );
    const [deleted, demoted] = answers;
    if (demoted?.status === 200)
      expect(deleted?.body.reason).toBe("LAST_ADMIN" as never);
    else expect(deleted?.status).toBe(204);
  },
);

race(
  "of two pictures set at once one is kept, and it is the one that is shown",
  server,
  async () => {
    const ana = await server.person("Ana");
    const put = (side: number) => () =>
      ana.put("/auth/me/avatar", { image: png(side, side).toString("base64") });
    const answers = await raceOf(server, put(64), put(80));
    expect(outcome(answers)).toEqual(["200", "200"]);
    expect(
      await count(
        server,
        "select count(*) from avatars join users on users.id = avatars.user_id and users.avatar_url = '/api/avatars/' || avatars.id where users.id = ?",
        ana.id,
      ),
    ).toBe(1);
    expect(
      await count(
        server,
        "select count(*) from avatars where user_id = ?",
        ana.id,
      ),
    ).toBe(1);
  },
);
