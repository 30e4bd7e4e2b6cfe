import { beforeAll, beforeEach, expect } from "bun:test";
import type { Actor } from "../actor";
import { addApp } from "../authenticator-app";
import { expectStatus, type TestOrganization, type TestServer } from "../kit";
import { count, outcome, race, raceOf, raceServer, seqOf } from "./rounds";

const started = raceServer();

// The order in which the database took things: what no answer and no history tells of two batches.
beforeAll(() =>
  started().db.client.executeMultiple(`
    create table taken (seq integer primary key autoincrement, what text not null) strict;
    create trigger taken_factor after delete on totp_secrets
      begin insert into taken (what) values ('removed'); end;
    create trigger taken_requirement after update of two_factor_from on organizations
      begin insert into taken (what) values ('required'); end;
    create trigger taken_project after insert on projects
      begin insert into taken (what) values ('created'); end;`),
);
beforeEach(() => started().db.client.execute("delete from taken"));

async function takenSince(server: TestServer, seq: number): Promise<string[]> {
  const { rows } = await server.db.client.execute({
    sql: "select what from taken where seq > ? order by seq",
    args: [seq],
  });
  return rows.map(({ what }) => String(what));
}

const lastTaken = (server: TestServer) =>
  count(server, "select coalesce(max(seq), 0) from taken");

/** A new organization whose admin has an app. */
async function found(server: TestServer) {
  const admin = await server.person("Ana");
  await addApp(server, admin);
  return { admin, org: await server.organization(admin) };
}

const policy = ({ slug }: TestOrganization) =>
  `/organizations/${slug}/two-factor`;
const requireNow = (admin: Actor, org: TestOrganization, graceDays = 0) =>
  admin.put(policy(org), { required: true, graceDays });
const removeApp = (person: Actor) => person.delete("/auth/two-factor/totp");
const create = (person: Actor, { slug }: TestOrganization) =>
  person.post(`/organizations/${slug}/projects`, { name: "Last" });

race(
  "nobody requires a second factor who has just removed their own",
  started,
  async (server) => {
    const { admin, org } = await found(server);
    const from = await lastTaken(server);
    const [required, removed] = await raceOf(
      server,
      () => requireNow(admin, org),
      () => removeApp(admin),
    );
    expect(removed?.status).toBe(204);
    if (required?.status === 200) {
      expect(await takenSince(server, from)).toEqual(["required", "removed"]);
      // Having it removed after that, they are kept out like anybody.
      expectStatus(await admin.get(policy(org)), 403);
      await addApp(server, admin);
    } else {
      expect(required?.body.reason as unknown).toBe("SECOND_FACTOR_REQUIRED");
      expect(await takenSince(server, from)).toEqual(["removed"]);
    }
    const { body } = expectStatus(await admin.get(policy(org)), 200);
    expect(body.required as unknown).toBe(required?.status === 200);
  },
);

race(
  "what a member without one writes was there before it was required, or never is",
  started,
  async (server) => {
    const { admin, org } = await found(server);
    const ben = await server.join(admin, org, "member", "Ben");
    const [created, required] = await raceOf(
      server,
      () => create(ben, org),
      () => requireNow(admin, org),
    );
    expect(required?.status).toBe(200);
    const createdAt = await seqOf(server, org.id, "projects.create");
    if (created?.status === 201)
      expect(createdAt).toBeLessThan(
        await seqOf(server, org.id, "organizations.requireTwoFactor"),
      );
    else {
      expect(created?.body.reason as unknown).toBe("SECOND_FACTOR_REQUIRED");
      expect(createdAt).toBe(0);
    }
  },
);

race(
  "what a member writes who removes their last one was there before, or never is",
  started,
  async (server) => {
    const { admin, org } = await found(server);
    const ben = await server.join(admin, org, "member", "Ben");
    await addApp(server, ben);
    expectStatus(await requireNow(admin, org), 200);
    const from = await lastTaken(server);
    const [created, removed] = await raceOf(
      server,
      () => create(ben, org),
      () => removeApp(ben),
    );
    expect(removed?.status).toBe(204);
    const wrote = created?.status === 201;
    if (!wrote)
      expect(created?.body.reason as unknown).toBe("SECOND_FACTOR_REQUIRED");
    expect(await takenSince(server, from)).toEqual(
      wrote ? ["created", "removed"] : ["removed"],
    );
  },
);

race(
  "of two admins who set different days each is in the history, one after the other",
  started,
  async (server) => {
    const { admin: ana, org } = await found(server);
    const ben = await server.join(ana, org, "admin", "Ben");
    await addApp(server, ben);
    const answers = await raceOf(
      server,
      () => requireNow(ana, org, 3),
      () => requireNow(ben, org, 30),
    );
    expect(outcome(answers)).toEqual(["200", "200"]);
    const { rows } = await server.db.client.execute({
      sql: "select changes from audit_log where org_id = ? and action = 'organizations.requireTwoFactor' order by seq",
      args: [org.id],
    });
    const [first, second] = rows.map(({ changes }) => changeOf(changes));
    expect(first?.before.twoFactorFrom).toBeNull();
    expect(second?.before.twoFactorFrom).toBe(first?.after.twoFactorFrom);
    const { body } = expectStatus(await ana.get(policy(org)), 200);
    expect(Date.parse(body.from)).toBe(Number(second?.after.twoFactorFrom));
  },
);

function changeOf(json: unknown) {
  const [change] = JSON.parse(String(json)) as Record<
    "before" | "after",
    { twoFactorFrom: number | null }
  >[];
  return change;
}
