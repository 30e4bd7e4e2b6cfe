import { beforeEach, describe, expect, test } from "bun:test";
import type { Actor, Answer } from "#testing/kit/actor";
import {
  addPersonalKey,
  createServiceAccount,
  issueServiceKey,
} from "#testing/kit/api-keys";
import {
  expectStatus,
  startServer,
  type TestOrganization,
} from "#testing/kit/server";
import { serverSuite } from "#testing/kit/suite";
import { problemOf } from "#testing/kit/problem";

const MIB = 1024 * 1024;
/** The factor by which the test server multiplies every limit. */
const FACTOR = 100_000;
const DAY_SECONDS = 24 * 60 * 60;

const server = serverSuite({ BILLING: "fake" });
let ana: Actor;
let ben: Actor;
let org: TestOrganization;
beforeEach(async () => {
  ana = await server.person("Ana");
  org = await server.organization(ana);
  ben = await server.join(ana, org, "admin", "Ben");
});

/** Exhausts the write budget of the user. */
async function useUp(
  user: Actor,
  isOnPaidPlan = false,
  { services } = server,
): Promise<void> {
  const bytes = (isOnPaidPlan ? 512 : 64) * MIB * FACTOR;
  await services.deps.writeBudget.spend(
    { userId: user.id, isOnPaidPlan },
    bytes,
  );
}

const at = (path: string, { slug } = org) => `/organizations/${slug}${path}`;
const create = (by: Actor, there = org) =>
  by.post(at("/projects", there), { name: "New" });

function expectRefused(answer: Answer): void {
  expect(answer.status).toBe(429);
  expect(problemOf(answer)).toMatchObject({
    code: "TOO_MANY_REQUESTS",
    reason: "WRITE_BUDGET",
  });
  const wait = Number(answer.headers.get("retry-after"));
  expect(wait).toBeGreaterThan(DAY_SECONDS - 600);
  expect(wait).toBeLessThanOrEqual(DAY_SECONDS);
}

describe("a member with an exhausted write budget", () => {
  test("cannot store, in the organization and in the account, and can still read", async () => {
    await useUp(ana);
    expectRefused(await create(ana));
    expectRefused(await ana.put(at(""), { name: "Other" }));
    expectRefused(await ana.call("PATCH", "/auth/me", { name: "Other" }));
    expectRefused(await ana.post("/organizations", { name: "Another" }));
    const { body } = expectStatus(await ana.get(at("/projects")), 200);
    expect(body.items).toEqual([]);
    const { body: me } = expectStatus(await ana.get("/auth/me"), 200);
    expect(me.name).toBe("Ana");
  });

  test("cannot store with an API key, nor with the key of a service account that the member created", async () => {
    const personal = await addPersonalKey(server, org.id, ana);
    const scopes = ["project:create"] as const;
    const issue = async (steward: Actor, by: Actor) => {
      const input = { stewardId: steward.id };
      const account = await createServiceAccount(by, org, input);
      return issueServiceKey(server, by, org, account, { scopes });
    };
    const [ofAna, ofBen] = [await issue(ben, ana), await issue(ana, ben)];
    await useUp(ana);
    expectRefused(await create(personal));
    expectRefused(await create(ofAna));
    expectStatus(await create(ofBen), 201);
  });

  test("is not charged for a service account any more after leaving", async () => {
    const account = await createServiceAccount(ana, org);
    const program = await issueServiceKey(server, ana, org, account, {
      scopes: ["project:create"],
    });
    await useUp(ana);
    expectRefused(await create(program));
    expectStatus(await ana.delete(at(`/members/${ana.id}`)), 204);
    expectStatus(await create(program), 201);
  });

  test("does not block another member", async () => {
    await useUp(ana);
    expectStatus(await create(ben), 201);
  });

  test("can still remove, suspend, change roles, revoke and sign out", async () => {
    const [cleo, dan, eve] = await Promise.all(
      ["Cleo", "Dan", "Eve"].map((name) =>
        server.join(ana, org, "viewer", name),
      ),
    );
    if (!cleo || !dan || !eve) throw new Error("Three people joined.");
    const member = ({ id }: Actor) => at(`/members/${id}`);
    const invitation = await ana.post(at("/invitations"), {
      email: "guest@example.com",
      role: "viewer",
    });
    const link = await ana.post(at("/invitation-links"), { role: "viewer" });
    const project = await create(ana);
    const program = await createServiceAccount(ana, org);
    const { keyId } = await issueServiceKey(server, ana, org, program);
    const elsewhere = ana.otherBrowser();
    expectStatus(await elsewhere.signIn(), 200);
    await useUp(ana);

    expectStatus(await ana.put(member(cleo), { role: "member" }), 200);
    expectStatus(await ana.post(`${member(dan)}/suspend`, {}), 200);
    expectStatus(await ana.delete(member(dan)), 204);
    const account = at(`/service-accounts/${program}`);
    expectStatus(await ana.put(account, { suspended: true }), 200);
    expectStatus(await ana.put(account, { role: "viewer" }), 200);
    expectRefused(await ana.put(account, { role: "member", name: "Other" }));
    expectStatus(await ana.delete(at(`/api-keys/${keyId}`)), 204);
    const bulk = { action: "remove", userIds: [eve.id] };
    expectStatus(await ana.post(at("/members/bulk"), bulk), 200);
    expectStatus(
      await ana.delete(at(`/invitations/${String(invitation.body.id)}`)),
      204,
    );
    expectStatus(
      await ana.delete(at(`/invitation-links/${String(link.body.id)}`)),
      204,
    );
    expectStatus(
      await ana.delete(at(`/projects/${String(project.body.id)}`)),
      204,
    );
    expectStatus(
      await ana.post("/auth/reauthenticate", { password: ana.password }),
      204,
    );
    expectStatus(await ana.delete(member(ben)), 204);
    expectStatus(await ana.delete("/auth/sessions"), 204);
    expectStatus(await elsewhere.get("/auth/me"), 401);
    expectStatus(await ana.post("/auth/sign-out"), 204);
  });

  test("gets the stored response of an earlier call", async () => {
    const keyed = { headers: { "idempotency-key": crypto.randomUUID() } };
    const again = () => ana.post(at("/projects"), { name: "Once" }, keyed);
    const first = expectStatus(await again(), 201);
    await useUp(ana);
    expect(expectStatus(await again(), 201).body).toEqual(first.body);
    expectRefused(await create(ana));
  });
});

test("organizations on a paid plan have a budget of their own", async () => {
  const paid = await server.organization(ana);
  await server.db.client.execute({
    sql: "update organizations set plan = 'team' where id = ?",
    args: [paid.id],
  });
  await useUp(ana);
  expectStatus(await create(ana, paid), 201);
  await useUp(ana, true);
  expectRefused(await create(ana, paid));
});

test("all organizations on the free plan share the budget of a user", async () => {
  const second = await server.organization(ana);
  await useUp(ana);
  expectRefused(await create(ana, second));
});

test("with billing off every user has the larger budget", async () => {
  const other = await startServer({ BILLING: "off" });
  try {
    const eve = await other.person();
    const there = await other.organization(eve);
    await useUp(eve, false, other);
    expectStatus(await create(eve, there), 201);
    await useUp(eve, true, other);
    expectRefused(await create(eve, there));
  } finally {
    await other.stop();
  }
});

test("the bytes of a change and its audit event count, and those of a refused change do not", async () => {
  const counted: number[] = [];
  const { writeBudget } = server.services.deps;
  const { spend } = writeBudget;
  writeBudget.spend = (writer, bytes) => {
    if (writer.userId === ana.id) counted.push(bytes);
    return spend(writer, bytes);
  };
  try {
    const description = "漢".repeat(5000);
    const project = { name: "Long", description };
    expectStatus(await ana.post(at("/projects"), project), 201);
    expectStatus(await ana.delete(at(`/members/${ben.id}`)), 204);
    expect((await ana.delete(at(`/members/${ana.id}`))).status).toBe(409);
    expectStatus(await ana.get(at("/projects")), 200);
  } finally {
    writeBudget.spend = spend;
  }
  expect(counted).toHaveLength(2);
  const [long = 0, short = 0] = counted;
  expect(long).toBeGreaterThan(15_000);
  expect(long).toBeLessThan(20_000);
  expect(short).toBeGreaterThan(200);
  expect(short).toBeLessThan(2000);
});
