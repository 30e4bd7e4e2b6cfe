import { beforeAll, expect } from "bun:test";
import type { Actor } from "../kit/actor";
import {
  expectStatus,
  type TestOrganization,
  type TestServer,
} from "../kit/server";
import { count, outcome, race, raceOf, raceServer, seqOf } from "./rounds";

const CROWD = 10;

const started = raceServer();
let ana: Actor;
let crowd: Actor[];
beforeAll(async () => {
  ana = await started().person("Ana");
  crowd = [];
  for (let index = 0; index < CROWD; index++)
    crowd.push(await started().person(`Guest ${index}`));
});

/** A new organization with a link into it. */
async function linked(server: TestServer, maxUses: number | null, maker = ana) {
  const org = await server.organization(ana);
  if (maker !== ana) await makeAdmin(server, org, maker);
  const path = `/organizations/${org.slug}/invitation-links`;
  const made = await maker.post(path, { role: "member", maxUses });
  const { id, url } = expectStatus(made, 201).body;
  const token = new URL(String(url)).hash.slice("#token=".length);
  const join = (person: Actor) => () =>
    person.post("/invitation-links/join", { token });
  return { org, link: `${path}/${String(id)}`, join };
}

async function makeAdmin(
  server: TestServer,
  org: TestOrganization,
  person: Actor,
) {
  const { token } = await server.invite(ana, org, person.email, "admin");
  expectStatus(await person.post("/invitations/accept", { token }), 200);
}

function joined(server: TestServer, { id }: TestOrganization) {
  return count(
    server,
    "select count(*) from memberships where org_id = ? and role = 'member'",
    id,
  );
}

function uses(server: TestServer, { id }: TestOrganization) {
  return count(
    server,
    "select uses from invitation_links where org_id = ?",
    id,
  );
}

race(
  "of many who join at once, one is the last that a link lets in",
  started,
  async (server) => {
    const { org, join } = await linked(server, 1);
    const answers = await raceOf(server, ...crowd.map(join));
    const lost = Array<string>(CROWD - 1).fill("INVITATION_INVALID");
    expect(outcome(answers)).toEqual(["200", ...lost]);
    expect(await joined(server, org)).toBe(1);
    expect(await uses(server, org)).toBe(1);
  },
);

race(
  "of many who join at once, one takes the last seat",
  started,
  async (server) => {
    const { org, join } = await linked(server, null);
    await server.db.client.execute({
      sql: "update organizations set seats = 2 where id = ?",
      args: [org.id],
    });
    const answers = await raceOf(server, ...crowd.map(join));
    const lost = Array<string>(CROWD - 1).fill("SEAT_LIMIT");
    expect(outcome(answers)).toEqual(["200", ...lost]);
    expect(await uses(server, org)).toBe(1);
  },
);

race("who joins twice at once joins once", started, async (server) => {
  const { org, join } = await linked(server, null);
  const [guest = ana] = crowd;
  const answers = await raceOf(server, join(guest), join(guest));
  expect(outcome(answers)).toEqual(["200", "200"]);
  expect(await uses(server, org)).toBe(1);
});

race(
  "whoever joins while the link is revoked came before",
  started,
  async (server) => {
    const { org, link, join } = await linked(server, null);
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
  started,
  async (server) => {
    const [maker = ana, guest = ana] = crowd;
    const { org, join } = await linked(server, null, maker);
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
