import { beforeAll, expect } from "bun:test";
import { hashAddress } from "#server/features/members/hash-address";
import type { Actor } from "../kit/actor";
import { expectStatus } from "../kit/server";
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

/** Creates an organization with Ana and Ben as its admins. */
async function sharedOrganization() {
  const org = await server.organization(ana);
  const { token } = await server.invite(ana, org, ben.email, "admin");
  expectStatus(await ben.post("/invitations/accept", { token }), 200);
  const member = (person: Actor) =>
    `/organizations/${org.slug}/members/${person.id}`;
  return { org, member };
}

function active(orgId: string) {
  return count(
    server,
    "select count(*) from memberships where org_id = ? and suspended_at is null",
    orgId,
  );
}

race(
  "of two admins who suspend each other one stays active",
  server,
  async () => {
    const { org, member } = await sharedOrganization();
    const answers = await raceOf(
      server,
      () => ana.post(`${member(ben)}/suspend`, {}),
      () => ben.post(`${member(ana)}/suspend`, {}),
    );
    expect(outcome(answers)).toEqual(["200", "MEMBERSHIP_SUSPENDED"]);
    expect(await active(org.id)).toBe(1);
  },
);

race(
  "one admin suspended while the other steps down leaves an active admin",
  server,
  async () => {
    const { org, member } = await sharedOrganization();
    await raceOf(
      server,
      () => ana.post(`${member(ben)}/suspend`, {}),
      () => ana.put(member(ana), { role: "viewer" }),
    );
    expect(
      await count(
        server,
        "select count(*) from memberships where org_id = ? and role = 'admin' and suspended_at is null",
        org.id,
      ),
    ).toBe(1);
  },
);

race(
  "an inviter suspended meanwhile no longer lets anybody in",
  server,
  async () => {
    const { org, member } = await sharedOrganization();
    const { token } = await server.invite(ben, org, carl.email, "viewer");
    const [joined] = await raceOf(
      server,
      () => carl.post("/invitations/accept", { token }),
      () => ana.post(`${member(ben)}/suspend`, {}),
    );
    const accepted = await seqOf(server, org.id, "invitations.accept");
    if (joined?.status === 200)
      expect(accepted).toBeLessThan(
        await seqOf(server, org.id, "members.suspend"),
      );
    else
      expect(
        await count(
          server,
          "select count(*) from memberships where org_id = ? and user_id = ?",
          org.id,
          carl.id,
        ),
      ).toBe(0);
  },
);

race(
  "a suspended member's write landed before or not at all",
  server,
  async () => {
    const { org, member } = await sharedOrganization();
    const [created, suspended] = await raceOf(
      server,
      () => ben.post(`/organizations/${org.slug}/projects`, { name: "Last" }),
      () => ana.post(`${member(ben)}/suspend`, {}),
    );
    expect(suspended?.status).toBe(200);
    const at = await seqOf(server, org.id, "projects.create");
    if (created?.status === 201)
      expect(at).toBeLessThan(await seqOf(server, org.id, "members.suspend"));
    else expect(at).toBe(0);
  },
);

race("a member suspended while they are removed is gone", server, async () => {
  const { org, member } = await sharedOrganization();
  const [removed] = await raceOf(
    server,
    () => ana.delete(member(ben)),
    () => ana.post(`${member(ben)}/suspend`, {}),
  );
  expect(removed?.status).toBe(204);
  expect(await active(org.id)).toBe(1);
});

race(
  "a member who is suspended while they delete their account is remembered by the address",
  server,
  async () => {
    const { org, member } = await sharedOrganization();
    const eve = await server.join(ana, org, "member");
    const confirm = encodeURIComponent(eve.email);
    const [suspended, deleted] = await raceOf(
      server,
      () => ana.post(`${member(eve)}/suspend`, {}),
      () => eve.delete(`/auth/me?confirm=${confirm}`),
    );
    expect(deleted?.status).toBe(204);
    const addressHash = await hashAddress(server.db, eve.email);
    expect(
      await count(
        server,
        "select count(*) from former_members where org_id = ? and address_hash = ?",
        org.id,
        addressHash,
      ),
    ).toBe(suspended?.status === 200 ? 1 : 0);
  },
);
