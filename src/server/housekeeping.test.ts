import { expect, test } from "bun:test";
import {
  addApp,
  startPendingSignIn,
  startApp,
} from "#testing/kit/authenticator-app";
import { expectStatus } from "#testing/kit/server";
import { serverSuite } from "#testing/kit/suite";
import { expectPortions, watchClient } from "#testing/kit/watch-client";
import { passkeyChallenges } from "./core/users/passkeys-table";
import { PORTION } from "./kernel/db/portions";
import { insertStatement } from "./kernel/db/statement";
import { deleteExpired } from "./housekeeping";

const DAY_MS = 24 * 60 * 60 * 1000;

const server = serverSuite();

async function count(table: string): Promise<number> {
  const { rows } = await server.db.client.execute(
    `select count(*) from ${table}`,
  );
  return Number(rows[0]?.[0]);
}

/** Tables whose rows are deleted once they have expired. */
const TABLES_WITH_EXPIRY = [
  "sessions",
  "sign_ups",
  "email_verifications",
  "password_resets",
  "idempotency_keys",
  "sign_in_challenges",
  "passkey_challenges",
  "email_changes",
  "access_requests",
  "outbox",
];

const counts = (tables: string[]) => Promise.all(tables.map(count));

test("expired rows are deleted, and others are kept", async () => {
  const ana = await server.person();
  const org = await server.organization(ana);
  const ben = await server.join(ana, org, "viewer");
  const wanted = { kind: "role", permission: "audit:read" };
  const requests = `/organizations/${org.slug}/access-requests`;
  expectStatus(await ben.post(requests, wanted), 201);
  await ana.post(
    "/organizations",
    { name: "Acme" },
    { headers: { "idempotency-key": "once" } },
  );
  await server.stranger().post("/auth/sign-up", {
    name: "Nobody",
    email: "nobody@example.com",
    password: "a long enough passphrase",
  });
  const token = await server.mailedToken("nobody@example.com");
  const opened = server.stranger().post("/auth/verify-email", { token });
  expectStatus(await opened, 200);
  await ana.post("/auth/forgot-password", { email: ana.email });
  expectStatus(
    await ana.post("/auth/change-email", { email: "new@example.com" }),
    202,
  );
  await addApp(server, ana);
  await startPendingSignIn(ana.otherBrowser());
  const answered = {
    challengeHash: "h",
    userId: ana.id,
    expiresAt: Date.now() + DAY_MS,
  };
  await server.db.client.execute(insertStatement(passkeyChallenges, answered));
  const before = await counts(TABLES_WITH_EXPIRY);
  expect(before.every((rows) => rows > 0)).toBe(true);

  await deleteExpired(server.db.client, Date.now());
  expect(await counts(TABLES_WITH_EXPIRY)).toEqual(before);
  expect((await ana.get("/auth/me")).status).toBe(200);

  await server.mailsTo("nobody@example.com");
  await server.mailsTo("new@example.com");
  await deleteExpired(server.db.client, Date.now() + 31 * DAY_MS);
  expect(await counts(TABLES_WITH_EXPIRY)).toEqual(
    TABLES_WITH_EXPIRY.map(() => 0),
  );
  expect(await counts(["users", "totp_secrets"])).toEqual([2, 1]);
  expect(await count("recovery_codes")).toBe(10);
});

test("an authenticator app that was not confirmed is deleted after a day", async () => {
  const ben = await server.person();
  await startApp(server, ben);
  const secrets = () => count(`totp_secrets where user_id = '${ben.id}'`);
  await deleteExpired(server.db.client, Date.now() + DAY_MS - 60_000);
  expect(await secrets()).toBe(1);
  await deleteExpired(server.db.client, Date.now() + DAY_MS + 60_000);
  expect(await secrets()).toBe(0);
});

test("a device that was not used for a year is deleted, except the last one of a user", async () => {
  const cleo = await server.person();
  expectStatus(await cleo.otherBrowser().signIn(), 200);
  const devices = () => count(`known_devices where user_id = '${cleo.id}'`);
  await deleteExpired(server.db.client, Date.now() + 364 * DAY_MS);
  expect(await devices()).toBe(2);
  await deleteExpired(server.db.client, Date.now() + 366 * DAY_MS);
  expect(await devices()).toBe(1);
});

test("many expired rows are deleted in portions", async () => {
  const rows = 2 * PORTION + 1;
  await server.db.client.execute({
    sql: `with recursive n(i) as (select 1 union all select i + 1 from n where i < ?)
      insert into idempotency_keys (actor_id, operation, key, request_hash, response, expires_at)
      select 'usr_gone', 'projects.create', i, '', '', 1 from n`,
    args: [rows],
  });
  const watched = watchClient(server.db.client);
  await deleteExpired(watched.client, Date.now());
  watched.stop();
  const portions = watched.calls.filter(({ sql }) =>
    sql.some((text) => text.includes("idempotency_keys")),
  );
  expectPortions(portions, rows);
});
