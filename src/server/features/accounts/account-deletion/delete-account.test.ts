import { describe, expect, test } from "bun:test";
import type { Actor } from "#testing/kit/actor";
import { ageLastSignIn } from "#testing/kit/sessions";
import { expectStatus, type TestOrganization } from "#testing/kit/server";
import { serverSuite } from "#testing/kit/suite";
import { png } from "#testing/kit/images";
import { problemOf } from "#testing/kit/problem";
import { readAllTables, tableNames } from "#testing/kit/snapshot";

const server = serverSuite();

function remove(person: Actor, confirm = person.email) {
  return person.delete(`/auth/me?confirm=${encodeURIComponent(confirm)}`);
}

async function preview(person: Actor) {
  const { body } = expectStatus(
    await person.get<"account.deletion">("/auth/me/deletion"),
    200,
  );
  const found = body;
  return {
    canDelete: found.canDelete,
    consequences: Object.fromEntries(
      found.organizations.map(({ organization, consequence }) => [
        organization.slug,
        consequence,
      ]),
    ),
  };
}

async function count(sql: string, ...args: string[]): Promise<number> {
  const { rows } = await server.db.client.execute({ sql, args });
  return Number(rows[0]?.[0]);
}

async function deleteOrganization(admin: Actor, { slug }: TestOrganization) {
  const path = `/organizations/${slug}?confirm=${slug}`;
  expectStatus(await admin.delete(path), 204);
}

async function makeAdmin(admin: Actor, org: TestOrganization, who: Actor) {
  const path = `/organizations/${org.slug}/members/${who.id}`;
  expectStatus(await admin.put(path, { role: "admin" }), 200);
}

/** Returns the names of the tables that have a row with the text. */
async function tablesNaming(text: string): Promise<string[]> {
  const contents = await readAllTables(server.db);
  return (await tableNames(server.db)).filter((table) =>
    JSON.stringify(contents[table]).includes(text),
  );
}

describe("the preview of a deletion", () => {
  test("names no organization for a user without one", async () => {
    const ana = await server.person();
    expect(await preview(ana)).toEqual({ canDelete: true, consequences: {} });
  });

  test("names the consequence for each organization: leave, last admin, deleted", async () => {
    const ana = await server.person();
    const ben = await server.person();
    const shared = await server.organization(ana, "Shared");
    await makeAdmin(ana, shared, await server.join(ana, shared, "member"));
    const led = await server.organization(ana, "Led");
    await server.join(ana, led, "member");
    const own = await server.organization(ana, "Own");
    const others = await server.organization(ben, "Of Ben");
    const { token } = await server.invite(ben, others, ana.email, "viewer");
    expectStatus(await ana.post("/invitations/accept", { token }), 200);

    expect(await preview(ana)).toEqual({
      canDelete: false,
      consequences: {
        [shared.slug]: "leave",
        [led.slug]: "last_admin",
        [own.slug]: "deleted",
        [others.slug]: "leave",
      },
    });
  });

  test("a deleted organization that no other member could restore is deleted for good", async () => {
    const ana = await server.person();
    const led = await server.organization(ana);
    await server.join(ana, led, "member");
    const shared = await server.organization(ana);
    await makeAdmin(ana, shared, await server.join(ana, shared, "viewer"));
    await deleteOrganization(ana, led);
    await deleteOrganization(ana, shared);
    expect(await preview(ana)).toEqual({
      canDelete: true,
      consequences: { [led.slug]: "deleted", [shared.slug]: "leave" },
    });
  });

  test("a suspended user does not count as another admin", async () => {
    const ana = await server.person();
    const org = await server.organization(ana);
    const ben = await server.join(ana, org, "member");
    await makeAdmin(ana, org, ben);
    await server.db.client.execute({
      sql: "update users set suspended_at = 1 where id = ?",
      args: [ben.id],
    });
    expect(await preview(ana)).toEqual({
      canDelete: false,
      consequences: { [org.slug]: "last_admin" },
    });
    expect(problemOf(await remove(ana)).reason).toBe("LAST_ADMIN");
  });

  test("an admin with a suspended membership does not count as another admin", async () => {
    const ana = await server.person();
    const [org, gone] = [
      await server.organization(ana),
      await server.organization(ana),
    ];
    for (const each of [org, gone]) {
      const deputy = await server.join(ana, each, "member");
      await makeAdmin(ana, each, deputy);
      const path = `/organizations/${each.slug}/members/${deputy.id}/suspend`;
      expectStatus(await ana.post(path), 200);
    }
    await deleteOrganization(ana, gone);
    expect(await preview(ana)).toEqual({
      canDelete: false,
      consequences: { [org.slug]: "last_admin", [gone.slug]: "deleted" },
    });
    await deleteOrganization(ana, org);
    expectStatus(await remove(ana), 204);
    await server.services.background.idle();
    for (const { id } of [org, gone])
      expect(
        await count("select count(*) from organizations where id = ?", id),
      ).toBe(0);
  });
});

describe("a deletion is refused and changes nothing", () => {
  test.each([
    ["another address", "somebody@example.com"],
    ["no address", ""],
  ])("with %s", async (_, confirm) => {
    const ana = await server.person();
    const answer = await remove(ana, confirm);
    expect(answer.status).toBe(400);
    expect(problemOf(answer).issues).toEqual([
      expect.objectContaining({
        path: "confirm",
        rule: "EMAIL_CONFIRMATION",
      }),
    ]);
    expectStatus(await ana.get("/auth/me"), 200);
  });

  test("without a confirmation", async () => {
    const ana = await server.person();
    const answer = await ana.delete("/auth/me");
    expect(answer.status).toBe(400);
    expect(problemOf(answer).issues?.[0]?.path).toBe("confirm");
    expectStatus(await ana.get("/auth/me"), 200);
  });

  test("ten minutes after the sign-in, until the user reauthenticates", async () => {
    const ana = await server.person();
    await ageLastSignIn(server, ana);
    const answer = await remove(ana);
    expect(answer.status).toBe(403);
    expect(problemOf(answer).reason).toBe("REAUTHENTICATION_REQUIRED");
    const { password } = ana;
    expectStatus(await ana.post("/auth/reauthenticate", { password }), 204);
    expectStatus(await remove(ana), 204);
  });

  test("for the last admin of organizations with other members, with their names", async () => {
    const ana = await server.person();
    const first = await server.organization(ana, "First Led");
    const second = await server.organization(ana, "Second Led");
    const own = await server.organization(ana, "Her Own");
    await server.join(ana, first, "member");
    await server.join(ana, second, "viewer");
    const before = await readAllTables(server.db);
    const answer = await remove(ana);
    expect(answer.status).toBe(409);
    const { reason, message } = problemOf(answer);
    expect(reason).toBe("LAST_ADMIN");
    expect(message).toContain("First Led and Second Led");
    expect(message).not.toContain("Her Own");
    expect(await readAllTables(server.db)).toEqual(before);
    expectStatus(await ana.get(`/organizations/${own.slug}`), 200);
  });
});

describe("a deleted account", () => {
  test("is deleted with all rows of the user", async () => {
    const ana = await server.person("Ana Gone");
    const elsewhere = ana.otherBrowser();
    expectStatus(await elsewhere.signIn(), 200);
    const image = png(64, 64).toString("base64");
    const set = expectStatus(await ana.put("/auth/me/avatar", { image }), 200);
    const address = String(set.body.avatarUrl);
    const { email, name } = ana;
    await server.stranger().post("/auth/forgot-password", { email });
    const password = "a stranger's passphrase";
    const signUp = { name, email, password };
    await server.stranger().post("/auth/sign-up", signUp);
    const headers = { "idempotency-key": "once" };
    await ana.post("/organizations", { name: "Alone" }, { headers });

    const answer = expectStatus(await remove(ana), 204);
    expect(answer.headers.getSetCookie().join()).toMatch(/sid=;.*Max-Age=0/i);
    for (const actor of [ana, elsewhere])
      expectStatus(await actor.get("/auth/me"), 401);
    expectStatus(await ana.signIn(), 401);
    expect((await fetch(new URL(address, server.url))).status).toBe(404);
    await server.services.background.idle();
    expect(await tablesNaming(ana.id)).toEqual([]);
    // A mail stays in the outbox for a week, with the address of its recipient.
    expect(await tablesNaming(email)).toEqual(["outbox"]);
  });

  test("is recorded in an organization that the user had left, if rows refer to the user", async () => {
    const ana = await server.person();
    const ben = await server.person();
    const org = await server.organization(ana);
    const { token } = await server.invite(ana, org, ben.email, "member");
    expectStatus(await ben.post("/invitations/accept", { token }), 200);
    const home = `/organizations/${org.slug}`;
    const project = await ben.post(`${home}/projects`, { name: "Stays" });
    expectStatus(await ben.delete(`${home}/members/${ben.id}`), 204);

    expectStatus(await remove(ben), 204);

    const kept = await ana.get(`${home}/projects/${project.body.id}`);
    expect(expectStatus(kept, 200).body).toMatchObject({ createdBy: null });
    const log = await ana.get(`${home}/audit-log?action=account.delete`);
    expect(expectStatus(log, 200).body).toMatchObject({
      items: [
        {
          actor: { id: ben.id },
          changes: [{ table: "projects", after: { createdBy: null } }],
        },
      ],
    });
    const checked = await server.services.deps.audit.verify(org.id);
    expect(checked.finding).toBeNull();
  });

  test("has left its organizations, and their audit logs record it", async () => {
    const ana = await server.person();
    const ben = await server.person("Ben Leaving");
    const org = await server.organization(ana);
    const { token } = await server.invite(ana, org, ben.email, "admin");
    expectStatus(await ben.post("/invitations/accept", { token }), 200);
    const project = await ben.post(`/organizations/${org.slug}/projects`, {
      name: "Stays",
    });
    const sent = await server.invite(ben, org, "friend@example.com", "viewer");

    expectStatus(await remove(ben), 204);

    const members = await ana.get(`/organizations/${org.slug}/members`);
    expect(members.text).not.toContain(ben.id);
    const kept = await ana.get(
      `/organizations/${org.slug}/projects/${project.body.id}`,
    );
    expect(expectStatus(kept, 200).body).toMatchObject({ createdBy: null });
    const { rows } = await server.db.client.execute({
      sql: "select actor_id, actor_name, changes from audit_log where org_id = ? and action = 'account.delete'",
      args: [org.id],
    });
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({
      actor_id: ben.id,
      actor_name: "Ben Leaving",
    });
    const changes = JSON.parse(String(rows[0]?.changes)) as {
      table: string;
      before: { role: string };
      after: unknown;
    }[];
    expect(changes.map(({ table, after }) => [table, after])).toEqual([
      ["memberships", null],
      ["invitations", null],
      ["projects", { id: "*", createdBy: null }],
    ]);
    expect(changes[0]?.before.role).toBe("admin");
    expect(JSON.stringify(changes)).not.toContain("okenHash");
    // Events recorded before the deletion keep the name of the user.
    expect(
      await count(
        "select count(*) from audit_log where org_id = ? and actor_name = 'Ben Leaving'",
        org.id,
      ),
    ).toBeGreaterThan(1);
    const { token: dead } = sent;
    expectStatus(
      await server.stranger().post("/invitations/preview", { token: dead }),
      404,
    );
  });

  test("deletes organizations without another member and frees their slugs", async () => {
    const ana = await server.person();
    const ben = await server.person();
    const own = await server.organization(ana);
    const led = await server.organization(ana);
    await server.join(ana, led, "member");
    await deleteOrganization(ana, led);
    const { token } = await server.invite(ana, own, ben.email, "viewer");

    expectStatus(await remove(ana), 204);

    expectStatus(await ben.post("/invitations/accept", { token }), 404);
    const { name, slug } = own;
    expectStatus(await ben.post("/organizations", { name, slug }), 201);
    await server.services.background.idle();
    expect(await tablesNaming(own.id)).toEqual([]);
    expect(await tablesNaming(led.id)).toEqual([]);
  });

  test("leaves a deleted organization to its other admins, who can restore it", async () => {
    const ana = await server.person();
    const org = await server.organization(ana);
    const ben = await server.join(ana, org, "member");
    await makeAdmin(ana, org, ben);
    await deleteOrganization(ana, org);
    expectStatus(await remove(ana), 204);
    expectStatus(await ben.post(`/organizations/${org.id}/restore`), 200);
    const { body } = await ben.get(`/organizations/${org.slug}/members`);
    expect(body.items).toHaveLength(1);
  });

  test("gets a last email", async () => {
    const ana = await server.person();
    expectStatus(await remove(ana), 204);
    const [mail] = await server.mailsTo(ana.email);
    expect(mail?.subject).toBe("Your account was deleted");
    expect(mail?.text).toContain(`${server.url.origin}/sign-up`);
  });

  test("can be confirmed with any spelling of the address", async () => {
    const ana = await server.person();
    expectStatus(await remove(ana, ` ${ana.email.toUpperCase()} `), 204);
  });

  test("can sign up again without access to the old data", async () => {
    const ana = await server.person();
    const boss = await server.person();
    const org = await server.organization(boss);
    const { token } = await server.invite(boss, org, ana.email, "member");
    expectStatus(await ana.post("/invitations/accept", { token }), 200);
    expectStatus(await remove(ana), 204);

    const again = ana.otherBrowser();
    const { name, email, password } = again;
    expectStatus(
      await again.post("/auth/sign-up", { name, email, password }),
      202,
    );
    const verification = await server.mailedToken(email, "verify");
    const verified = expectStatus(
      await again.post("/auth/verify-email", { token: verification }),
      200,
    );
    expect(verified.body).not.toMatchObject({ user: { id: ana.id } });
    const context = expectStatus(await again.get("/auth/context"), 200);
    expect(context.body).toMatchObject({
      organizations: [],
      user: { avatarUrl: null },
    });
    expectStatus(await again.get(`/organizations/${org.slug}`), 404);
    expectStatus(await again.post("/invitations/accept", { token }), 404);
    const exported = expectStatus(await again.get("/auth/me/export"), 200);
    expect(exported.text).not.toContain(ana.id);
    expect(exported.body).toMatchObject({
      memberships: [],
      activity: { items: [] },
    });
  });
});
