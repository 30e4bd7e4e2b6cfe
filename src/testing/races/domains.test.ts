import { beforeAll, expect } from "bun:test";
import { newId } from "#shared/id";
import { Actor } from "../kit/actor";
import { expectStatus, type TestServer } from "../kit/server";
import { count, outcome, race, raceOf, seqOf } from "./rounds";
import { serverSuite } from "../kit/suite";

const server = serverSuite();
let ana: Actor;
beforeAll(async () => {
  ana = await server.person("Ana");
});
let rounds = 0;

/** Creates an organization with a verified domain through which users join as members. */
async function openDomain({ organization, db, services }: TestServer) {
  const org = await organization(ana);
  const id = newId("domain");
  const name = `company-${++rounds}.test`;
  const now = services.deps.now();
  await db.client.execute({
    sql: `insert into domains (org_id, id, domain, challenge, verified_at, checked_at, role, created_at, updated_at)
      values (?, ?, ?, 'proven', ?, ?, 'member', ?, ?)`,
    args: [org.id, id, name, now, now, now, now],
  });
  const path = `/organizations/${org.slug}/domains/${id}`;
  return { org, path, name, join: `/auth/joinable-organizations/${id}/join` };
}

/** Signs up a user at the domain. Returns a function that confirms the address with the mailed link. */
async function newcomer(domain: string) {
  const nina = new Actor(server, "Nina", `nina@${domain}`);
  const { name, email, password } = nina;
  const signUp = { name, email, password };
  expectStatus(await nina.post("/auth/sign-up", signUp), 202);
  const token = await server.mailedToken(email, "verify");
  return () => nina.post("/auth/verify-email", { token });
}

/** Creates a user whose address is at the domain, without confirming the address again. */
async function resident(domain: string): Promise<Actor> {
  const person = await server.person();
  await server.db.client.execute({
    sql: "update users set email = ? where id = ?",
    args: [`resident@${domain}`, person.id],
  });
  return person;
}

function joined(orgId: string) {
  return count(
    server,
    "select count(*) from memberships where org_id = ? and role <> 'admin'",
    orgId,
  );
}

race(
  "whoever confirms while joining is closed has an account, and is in only if they came before",
  server,
  async () => {
    const { org, path, name } = await openDomain(server);
    const confirm = await newcomer(name);
    const [confirmed, closed] = await raceOf(server, confirm, () =>
      ana.put(path, { role: null }),
    );
    expect([confirmed?.status, closed?.status]).toEqual([200, 200]);
    const cameAt = await seqOf(server, org.id, "auth.verifyEmail");
    const closedAt = await seqOf(server, org.id, "domains.update");
    expect(await joined(org.id)).toBe(cameAt > 0 ? 1 : 0);
    expect(cameAt).toBeLessThan(closedAt);
  },
);

race("whoever joins twice is in once", server, async () => {
  const { org, name, join } = await openDomain(server);
  const person = await resident(name);
  const again = () => person.post(join);
  const answers = await raceOf(server, again, again);
  expect(outcome(answers)).toEqual(["200", "NOT_FOUND"]);
  expect(await joined(org.id)).toBe(1);
});

race(
  "the last seat is taken once, and whoever comes too late has an account all the same",
  server,
  async () => {
    const { org, name, join } = await openDomain(server);
    await server.db.client.execute({
      sql: "update organizations set seats = 2 where id = ?",
      args: [org.id],
    });
    const confirm = await newcomer(name);
    const person = await resident(name);
    const [confirmed] = await raceOf(server, confirm, () => person.post(join));
    expect(confirmed?.status).toBe(200);
    expect(await joined(org.id)).toBe(1);
  },
);

race(
  "whoever joins while the domain is removed is in before, or not at all",
  server,
  async () => {
    const { org, path, name, join } = await openDomain(server);
    const person = await resident(name);
    const [answer, removed] = await raceOf(
      server,
      () => person.post(join),
      () => ana.delete(path),
    );
    expect(removed?.status).toBe(204);
    const isIn = answer?.status === 200;
    expect(answer?.status).toBe(isIn ? 200 : 404);
    expect(await joined(org.id)).toBe(isIn ? 1 : 0);
    const cameAt = await seqOf(server, org.id, "domains.join");
    const removedAt = await seqOf(server, org.id, "domains.remove");
    expect(cameAt).toBeLessThan(removedAt);
  },
);
