import { describe, expect, test } from "bun:test";
import type { Actor, Answer } from "#testing/kit/actor";
import { createServiceAccount, issuePersonalKey } from "#testing/kit/api-keys";
import { ageLastSignIn } from "#testing/kit/sessions";
import { expectStatus } from "#testing/kit/server";
import { serverSuite } from "#testing/kit/suite";
import { png } from "#testing/kit/images";
import { problemOf } from "#testing/kit/problem";
import { readAllTables, tableNames } from "#testing/kit/snapshot";
import { newId } from "#shared/id";
import { auditLog } from "#server/kernel/audit/table";
import { insertStatement } from "#server/kernel/db/statement";
import { identities } from "../linked-accounts/table";
import { passkeys } from "#server/core/users/passkeys-table";
import {
  recoveryCodes,
  totpSecrets,
} from "#server/core/users/two-factor-table";
import { emailChanges } from "../email-change/table";
import { type AccountExport, MAX_LIST_LENGTH } from "./schemas";

const server = serverSuite();

async function exported(person: Actor) {
  const answer = expectStatus(await person.get("/auth/me/export"), 200);
  return { ...answer, file: JSON.parse(answer.text) as AccountExport };
}

/** For each column that refers to a user: its place in the export, or the reason why the export leaves it out. */
const PLACES: Record<string, keyof AccountExport | { leftOut: string }> = {
  "access_requests.user_id": {
    leftOut: "requests shown in the organization, kept for 30 days",
  },
  "admin_transfers.from_user_id": {
    leftOut: "offers to other members; `activity` has the event",
  },
  "admin_transfers.to_user_id": {
    leftOut: "offers shown in the organization, kept for a week",
  },
  "api_keys.issued_by": {
    leftOut: "belongs to the organization; `activity` has the event",
  },
  "api_keys.user_id": "apiKeys",
  "audit_log.actor_id": "activity",
  "avatars.user_id": "picture",
  "domains.created_by": {
    leftOut: "belongs to the organization; `activity` has the event",
  },
  "email_changes.email": "pendingEmail",
  "email_changes.user_id": "pendingEmail",
  "former_members.user_id": {
    leftOut: "belongs to the organization: prevents rejoining by link",
  },
  "idempotency_keys.actor_id": {
    leftOut: "stored responses, kept for a day",
  },
  "identities.user_id": "linkedAccounts",
  "invitation_links.created_by": {
    leftOut: "a secret of the organization; `activity` has the event",
  },
  "invitations.accepted_by": "invitationsReceived",
  "invitations.email": "invitationsReceived",
  "invitations.invited_by": {
    leftOut: "addresses of other users; `activity` has the event",
  },
  "known_devices.user_id": "devices",
  "email_verifications.email": {
    leftOut: "belongs to an address without an account, kept for a day",
  },
  "memberships.user_id": "memberships",
  "passkey_challenges.user_id": { leftOut: "a secret, kept for minutes" },
  "passkeys.user_id": "passkeys",
  "password_resets.user_id": { leftOut: "a secret, kept for an hour" },
  "project_favourites.user_id": "favouriteProjects",
  "projects.created_by": "projects",
  "projects.owner_id": "projects",
  "recovery_codes.user_id": "twoFactor",
  "service_accounts.steward_id": "serviceAccounts",
  "sessions.user_id": "sessions",
  "sign_in_challenges.user_id": { leftOut: "a secret, kept for minutes" },
  "sign_ups.email": {
    leftOut: "unverified, so perhaps of another user; kept for a day",
  },
  "totp_secrets.user_id": "twoFactor",
  "users.email": "profile",
};

test("every column that refers to a user is exported, or left out for a reason", async () => {
  const naming: string[] = [];
  for (const table of await tableNames(server.db)) {
    const { rows } = await server.db.client.execute({
      sql: `select name from pragma_table_info(?)
        where name like '%user%id' or name = 'email' or name like '%actor_id' or name like '%\\_by' escape '\\'
        union select "from" from pragma_foreign_key_list(?) where "table" = 'users'`,
      args: [table, table],
    });
    naming.push(...rows.map(({ name }) => `${table}.${String(name)}`));
  }
  expect(
    naming.toSorted(),
    "Add the column to the account export (accounts/account-export) and to PLACES in this test.",
  ).toEqual(Object.keys(PLACES).toSorted());
});

describe("an export", () => {
  test("is a download and changes nothing", async () => {
    const ana = await server.person();
    const before = await readAllTables(server.db);
    const { headers, file } = await exported(ana);
    expect(headers.get("content-disposition")).toMatch(
      /^attachment; filename="account-\d{4}-\d\d-\d\d\.json"$/,
    );
    expect(headers.get("cache-control")).toBe("no-store");
    expect(file).toMatchObject({
      maxListLength: MAX_LIST_LENGTH,
      profile: {
        id: ana.id,
        email: ana.email,
        name: ana.name,
        hasPassword: true,
      },
      picture: null,
      pendingEmail: null,
      projects: { items: [], isComplete: true },
    });
    expect(await readAllTables(server.db)).toEqual(before);
  });

  test("needs a recent sign-in or reauthentication", async () => {
    const ana = await server.person();
    await ageLastSignIn(server, ana);
    const answer = await ana.get("/auth/me/export");
    expect(answer.status).toBe(403);
    expect(problemOf(answer).reason).toBe("REAUTHENTICATION_REQUIRED");
    expect(answer.headers.get("content-disposition")).toBeNull();
  });

  test("contains the data of the user", async () => {
    const ana = await server.person("Ana");
    await server.db.client.batch(everythingOf(ana.id));
    const image = png(64, 64).toString("base64");
    expectStatus(await ana.put("/auth/me/avatar", { image }), 200);
    const org = await server.organization(ana, "Hers");
    const path = `/organizations/${org.slug}/projects`;
    const project = await ana.post(path, { name: "Moonshot" });
    const boss = await server.person("Boss");
    const other = await server.organization(boss, "Others");
    await server.invite(boss, other, ana.email, "viewer");
    const key = await issuePersonalKey(server, ana, org);
    const account = await createServiceAccount(ana, org, { name: "Builder" });

    const { file } = await exported(ana);
    expect(file).toMatchObject({
      pendingEmail: { email: "ana-new@example.com" },
      twoFactor: {
        authenticatorAppSince: new Date(1000).toISOString(),
        recoveryCodesLeft: 1,
      },
      passkeys: [{ name: "Her key", isSynced: true, lastUsedAt: null }],
      linkedAccounts: [
        {
          provider: "github",
          subject: `subject-of-${ana.id}`,
          label: "ana-at-github",
        },
      ],
      memberships: [
        {
          organization: { slug: org.slug },
          role: "admin",
          lastActiveAt: expect.any(String),
        },
      ],
      invitationsReceived: {
        items: [
          {
            organization: "Others",
            invitedBy: "Boss",
            role: "viewer",
            status: "pending",
            message: null,
          },
        ],
      },
      projects: {
        items: [
          {
            organizationId: org.id,
            id: project.body.id,
            name: "Moonshot",
          },
        ],
        isComplete: true,
      },
      apiKeys: {
        items: [
          {
            organizationId: org.id,
            id: key.keyId,
            name: "Deploy",
            scopes: ["project:read"],
            last4: key.key.slice(-4),
            revokedAt: null,
          },
        ],
      },
      serviceAccounts: {
        items: [
          {
            organizationId: org.id,
            id: account,
            name: "Builder",
            roleName: "Member",
          },
        ],
      },
    });
    expect(file.sessions).toHaveLength(1);
    expect(file.devices).toHaveLength(1);
    expect(file.activity.items.map(({ action }) => action)).toEqual([
      "serviceAccounts.create",
      "apiKeys.create",
      "projects.create",
      "organizations.create",
    ]);
    expect(file.activity.items[2]?.changed).toEqual([
      { table: "projects", id: String(project.body.id) },
    ]);
    const picture = Buffer.from(file.picture?.base64 ?? "", "base64");
    const { width, format } = await new Bun.Image(picture).metadata();
    expect({ width, format }).toEqual({ width: 256, format: "webp" });
  });

  test("contains no secret and no hash", async () => {
    const ana = await server.person();
    await server.db.client.batch(everythingOf(ana.id));
    await server.organization(ana);
    await ana.post("/auth/forgot-password", { email: ana.email });
    const { text } = await exported(ana);
    const secrets = Object.values(await readAllTables(server.db))
      .flat()
      .flatMap((row) => Object.entries(row as Record<string, unknown>))
      .filter(([name]) => /hash|sealed|public_key|credential_id/.test(name))
      .flatMap(([, value]) => (typeof value === "string" ? [value] : []));
    expect(secrets.length).toBeGreaterThan(8);
    for (const secret of secrets) expect(text).not.toContain(secret);
    const halves = ana.cookie.split(/[=.;]/).filter((part) => part.length > 20);
    for (const half of halves.filter((part) => !part.startsWith("ses_")))
      expect(text).not.toContain(half);
  });

  test("contains no other user, except who invited the user", async () => {
    const ana = await server.person();
    const boss = await server.person();
    const org = await server.organization(boss);
    const { token } = await server.invite(boss, org, ana.email, "admin");
    expectStatus(await ana.post("/invitations/accept", { token }), 200);
    const path = `/organizations/${org.slug}`;
    const secret = { name: "Of the boss alone" };
    expectStatus(await boss.post(`${path}/projects`, secret), 201);
    const zoe = await server.join(boss, org, "member", "Zoe");
    const promote = ana.put(`${path}/members/${zoe.id}`, { role: "admin" });
    expectStatus(await promote, 200);
    await server.invite(ana, org, "friend@example.com", "viewer");

    const { text, file } = await exported(ana);
    for (const other of [
      boss.email,
      boss.id,
      zoe.email,
      zoe.name,
      zoe.id,
      "friend@example.com",
      "Of the boss alone",
    ])
      expect(text).not.toContain(other);
    expect(file.activity.items.map(({ action }) => action)).toEqual([
      "invitations.create",
      "members.updateRole",
      "invitations.accept",
    ]);
  });

  test("leaves out activity in organizations that the user has left", async () => {
    const ana = await server.person();
    const boss = await server.person();
    const org = await server.organization(boss);
    const { token } = await server.invite(boss, org, ana.email, "member");
    expectStatus(await ana.post("/invitations/accept", { token }), 200);
    const projects = `/organizations/${org.slug}/projects`;
    expectStatus(await ana.post(projects, { name: "Left behind" }), 201);
    const leave = `/organizations/${org.slug}/members/${ana.id}`;
    expectStatus(await ana.delete(leave), 204);
    const { file, text } = await exported(ana);
    expect(file.memberships).toEqual([]);
    expect(file.activity.items).toEqual([]);
    expect(text).not.toContain("Left behind");
  });

  test("leaves out organizations that require a missing second factor", async () => {
    const ana = await server.person();
    const org = await server.organization(ana);
    const projects = `/organizations/${org.slug}/projects`;
    expectStatus(await ana.post(projects, { name: "Behind the door" }), 201);
    await server.db.client.execute({
      sql: "update organizations set two_factor_required_from = 1 where id = ?",
      args: [org.id],
    });
    const without = await exported(ana);
    expect(without.text).not.toContain("Behind the door");
    expect(without.file.activity.items).toEqual([]);
    expect(without.file.memberships).toHaveLength(1);
    await server.db.client.batch(everythingOf(ana.id));
    expect((await exported(ana)).text).toContain("Behind the door");
  });

  describe("an export of a member who can't read projects any more", () => {
    /**
     * Exports the data of a member twice. Between the exports, `act` changes the access of the member, and an admin
     * changes a project that the member created.
     */
    async function exportAfter(
      act: (admin: Actor, home: string, member: Actor) => Promise<Answer>,
    ) {
      const admin = await server.person();
      const org = await server.organization(admin);
      const home = `/organizations/${org.slug}`;
      const member = await server.join(admin, org, "member");
      const elsewhere = await server.organization(member);
      for (const at of [home, `/organizations/${elsewhere.slug}`])
        await member.post(`${at}/projects`, { name: "Harmless" });
      const { body } = await admin.get<"projects.list">(`${home}/projects`);
      const [project] = body.items;
      const before = await exported(member);
      expect(before.file.projects.items).toHaveLength(2);
      expectStatus(await act(admin, home, member), 200);
      const changes = { name: "Secret", description: "written afterwards" };
      const path = `${home}/projects/${project?.id}`;
      expectStatus(await admin.put(path, changes), 200);
      const after = await exported(member);
      expect(after.text).not.toMatch(/Secret|written afterwards/);
      expect(after.file.projects.items.map(({ name }) => name)).toEqual([
        "Harmless",
      ]);
      expect(after.file.memberships).toHaveLength(2);
      return { before, after, org };
    }

    test("leaves out projects and activity of a suspended member", async () => {
      const { after, org } = await exportAfter((admin, home, { id }) =>
        admin.post(`${home}/members/${id}/suspend`),
      );
      const places = after.file.activity.items.map(
        (item) => item.organizationId,
      );
      expect(places).not.toContain(org.id);
      expect(places.length).toBeGreaterThan(0);
    });

    test("leaves out projects when the custom role loses project:read", async () => {
      const { before, after } = await exportAfter(
        async (admin, home, { id }) => {
          const made = await admin.post(`${home}/roles`, {
            name: "Clerk",
            basedOn: "viewer",
            permissions: ["organization:read", "member:leave"],
          });
          const { id: role } = expectStatus(made, 201).body;
          return admin.put(`${home}/members/${id}`, { role });
        },
      );
      expect(after.file.activity).toEqual(before.file.activity);
    });
  });

  test("an export contains current projects if a custom role grants project:read", async () => {
    const admin = await server.person();
    const org = await server.organization(admin);
    const home = `/organizations/${org.slug}`;
    const member = await server.join(admin, org, "member");
    await member.post(`${home}/projects`, { name: "Mine" });
    const made = await admin.post(`${home}/roles`, {
      name: "Reader",
      basedOn: "viewer",
      permissions: ["organization:read", "project:read"],
    });
    const { id: role } = expectStatus(made, 201).body;
    expectStatus(
      await admin.put(`${home}/members/${member.id}`, { role }),
      200,
    );
    const { projects } = (await exported(member)).file;
    expect(projects.items.map(({ name }) => name)).toEqual(["Mine"]);
  });

  test("limits long lists and marks them incomplete", async () => {
    const ana = await server.person();
    const org = await server.organization(ana);
    await server.db.client.batch(
      Array.from({ length: MAX_LIST_LENGTH + 5 }, (_, index) =>
        insertStatement(auditLog, {
          orgId: org.id,
          id: newId("event"),
          seq: index + 2,
          at: index,
          action: "projects.update",
          actorKind: "user",
          actorId: ana.id,
          actorName: ana.name,
          changes: [],
        }),
      ),
      "write",
    );
    const { file } = await exported(ana);
    expect(file.activity.items).toHaveLength(MAX_LIST_LENGTH);
    expect(file.activity.isComplete).toBe(false);
    expect(file.activity.items[0]?.action).toBe("organizations.create");
    expect(file.projects.isComplete).toBe(true);
  });
});

/** Adds a passkey, a linked account, an authenticator app, a recovery code and a pending email change. */
function everythingOf(userId: string) {
  const createdAt = 1000;
  const expiresAt = Date.now() + 60_000;
  return [
    insertStatement(passkeys, {
      id: newId("passkey"),
      userId,
      name: "Her key",
      credentialId: `credential-of-${userId}`,
      publicKey: `public-key-of-${userId}`,
      counter: 0,
      transports: ["internal"],
      isSynced: true,
      createdAt,
    }),
    insertStatement(identities, {
      id: newId("identity"),
      userId,
      provider: "github",
      subject: `subject-of-${userId}`,
      label: "ana-at-github",
      createdAt,
    }),
    insertStatement(totpSecrets, {
      userId,
      sealed: `sealed-of-${userId}`,
      lastStep: 0,
      confirmedAt: 1000,
      createdAt,
    }),
    insertStatement(recoveryCodes, {
      id: newId("recoveryCode"),
      userId,
      codeHash: `code-hash-of-${userId}`,
      createdAt,
    }),
    insertStatement(emailChanges, {
      id: newId("emailChange"),
      userId,
      email: "ana-new@example.com",
      tokenHash: `token-hash-of-${userId}`,
      expiresAt,
      createdAt,
    }),
  ];
}
