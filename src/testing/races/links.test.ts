import { beforeAll, expect } from "bun:test";
import type { Actor } from "../kit/actor";
import { expectStatus, type TestOrganization } from "../kit/server";
import { count, outcome, race, raceOf, seqOf } from "./rounds";
import { serverSuite } from "../kit/suite";

const CROWD = 10;

const server = serverSuite();
let ana: Actor;
let crowd: Actor[];
beforeAll(async () => {
  ana = await server.person("Ana");
  crowd = [];
  for (let index = 0; index < CROWD; index++)
    crowd.push(await server.person(`Guest ${index}`));
});

/** Creates an organization with an invitation link. */
async function linked(maxUses: number | null, maker = ana) {
  const org = await server.organization(ana);
  if (maker !== ana) await makeAdmin(org, maker);
  const path = `/organizations/${org.slug}/invitation-links`;
  const made = await maker.post(path, { role: "member", maxUses });
  const { id, url } = expectStatus(made, 201).body;
  const token = new URL(String(url)).hash.slice("#token=".length);
  const join = (person: Actor) => () =>
    person.post("/invitation-links/join", { token });
  return { org, link: `${path}/${String(id)}`, join };
}

async function makeAdmin(org: TestOrganization, person: Actor) {
  const { token } = await server.invite(ana, org, person.email, "admin");
  expectStatus(await person.post("/invitations/accept", { token }), 200);
}

function joined({ id }: TestOrganization) {
  return count(
    server,
    "select count(*) from memberships where org_id = ? and role = 'member'",
    id,
  );
}

function uses({ id }: TestOrganization) {
  return count(
    server,
    "select uses from invitation_links where org_id = ?",
    id,
  );
}

race(
  "of many who join at once, one is the last that a link lets in",
  server,
  async () => {
    const { org, join } = await linked(1);
    const answers = await raceOf(server, ...crowd.map(join));
    const lost = Array<string>(CROWD - 1).fill("INVITATION_INVALID");
    expect(outcome(answers)).toEqual(["200", ...lost]);
    expect(await joined(org)).toBe(1);
    expect(await uses(org)).toBe(1);
  },
);

race("of many who join at once, one takes the last seat", server, async () => {
  const { org, join } = await linked(null);
  await server.db.client.execute({
    sql: "update organizations set seats = 2 where id = ?",
    args: [org.id],
  });
  const answers = await raceOf(server, ...crowd.map(join));
  const lost = Array<string>(CROWD - 1).fill("SEAT_LIMIT");
  expect(outcome(answers)).toEqual(["200", ...lost]);
  expect(await uses(org)).toBe(1);
});

race("who joins twice at once joins once", server, async () => {
  const { org, join } = await linked(null);
  const [guest = ana] = crowd;
  const answers = await raceOf(server, join(guest), join(guest));
  expect(outcome(answers)).toEqual(["200", "200"]);
  expect(await uses(org)).toBe(1);
});

race(
  "whoever joins while the link is revoked came before",
  server,
  async () => {
    const { org, link, join } = await linked(null);
    const [guest = ana] = crowd;
    const [came, revoked] = await raceOf(server, join(guest), () =>
      ana.delete(link),
    );
    expect(revoked?.status).toBe(204);
    const cameAt = await seqOf(server, org.id, "links.join");
    const revokedAt = await seqOf(server, org.id, "links.revoke");
    expect(came?.status).toBe(cameAt > 0 ? 200 : 404);
    expect(cameAt).toBeLessThan(revokedAt);
  },
);

race(
  "whoever joins while the maker steps down came before",
  server,
  async () => {
    const [maker = ana, guest = ana] = crowd;
    const { org, join } = await linked(null, maker);
    const member = `/organizations/${org.slug}/members/${maker.id}`;
    const [came, demoted] = await raceOf(server, join(guest), () =>
      ana.put(member, { role: "member" }),
    );
    expect(demoted?.status).toBe(200);
    const cameAt = await seqOf(server, org.id, "links.join");
    const demotedAt = await seqOf(server, org.id, "members.updateRole");
    expect(came?.status).toBe(cameAt > 0 ? 200 : 404);
    expect(cameAt).toBeLessThan(demotedAt);
  },
);
