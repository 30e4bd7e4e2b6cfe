import { afterAll, expect, setDefaultTimeout, test } from "bun:test";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Actor } from "../../testing/actor";
import { createPeople, expectStatus } from "../../testing/people";
import { spawnServer } from "../../testing/process";
import { startMailServer } from "../../testing/smtp";
import { temporaryFolder } from "../../testing/temporary";
import { until } from "../../testing/until";

// Processes take their time to start on a busy machine.
setDefaultTimeout(30_000);

const folder = temporaryFolder();
afterAll(() => folder.remove());

/** Everything at rest in the server's folder: the database, its log, its lock. */
function atRest(): Buffer {
  const files = readdirSync(folder.path).map((name) =>
    readFileSync(join(folder.path, name)),
  );
  return Buffer.concat(files);
}

function cookieSecrets({ cookie }: Actor): string[] {
  return cookie.split("; ").map((pair) => {
    const value = pair.slice(pair.indexOf("=") + 1);
    return value.slice(value.indexOf(".") + 1);
  });
}

test("no password, token or cookie is at rest or in the log in clear", async () => {
  const mail = await startMailServer();
  const server = await spawnServer(folder.path, {
    SMTP_URL: mail.url,
    LOG_LEVEL: "debug",
  });
  const mailsTo = async (to: string) => [await mail.mailTo(to)];
  const people = createPeople({ url: server.url, mailsTo });
  const secrets = new Set<string>();
  const remember = (...found: string[]) =>
    found.forEach((it) => secrets.add(it));
  const expectHidden = () => {
    const stored = atRest();
    expect(secrets.size).toBeGreaterThan(0);
    for (const secret of secrets) {
      expect(secret.length).toBeGreaterThan(7);
      expect(stored.includes(secret)).toBe(false);
      expect(stored.includes(encodeURIComponent(secret))).toBe(false);
      expect(server.output()).not.toContain(secret);
      expect(server.output()).not.toContain(encodeURIComponent(secret));
    }
  };

  const ana = new Actor(
    server,
    "Ana",
    "ana@example.com",
    "Ana's own passphrase",
  );
  const { name, email, password } = ana;
  remember(password);
  expectStatus(await ana.post("/auth/sign-up", { name, email, password }), 202);
  const verification = await people.mailedToken(email);
  remember(verification, ...cookieSecrets(ana));
  expectStatus(
    await ana.post("/auth/verify-email", { token: verification }),
    200,
  );
  remember(...cookieSecrets(ana));

  const elsewhere = ana.elsewhere();
  remember("a mistyped passphrase");
  expectStatus(await elsewhere.signIn("a mistyped passphrase"), 401);
  expectStatus(await elsewhere.signIn(), 200);
  remember(...cookieSecrets(elsewhere));

  // A link for a new password, its use, and another change.
  expectStatus(await elsewhere.post("/auth/forgot-password", { email }), 202);
  const reset = await people.mailedToken(email, "reset");
  const chosen = "Ana's second passphrase";
  remember(reset, chosen);
  const choice = { token: reset, password: chosen };
  expectStatus(await ana.post("/auth/reset-password", choice), 200);
  expectStatus(await ana.post("/auth/reset-password", choice), 404);
  remember("Ana's third passphrase");
  const change = {
    currentPassword: chosen,
    newPassword: "Ana's third passphrase",
  };
  expectStatus(await ana.post("/auth/change-password", change), 204);
  remember(...cookieSecrets(ana));

  const moved = { email: "ana-costa@example.com" };
  expectStatus(await ana.post("/auth/change-email", moved), 202);
  const token = await people.mailedToken(moved.email, "change-email");
  remember(token);
  expectStatus(await ana.post("/auth/change-email/confirm", { token }), 200);
  expectStatus(await ana.post("/auth/change-email/confirm", { token }), 404);
  remember(...cookieSecrets(ana));

  // A failed try is logged with its error; the mail waits in the database meanwhile.
  const org = await people.organization(ana);
  mail.behave(451, "ben@example.com");
  const input = { email: "ben@example.com", role: "member" };
  const options = { headers: { "idempotency-key": "an-invitation-once" } };
  const path = `/organizations/${org.slug}/invitations`;
  expectStatus(await ana.post(path, input, options), 201);
  await until(
    "the failed try is logged",
    () => server.output().includes('"outbox"') || undefined,
  );
  const waiting = atRest();
  mail.behave("accept", "ben@example.com");
  const invitation = await people.mailedToken("ben@example.com");
  remember(invitation);
  expect(waiting.includes(invitation)).toBe(false);

  const ben = new Actor(
    server,
    "Ben",
    "ben@example.com",
    "Ben's own passphrase",
  );
  remember(ben.password);
  const signUp = {
    name: "Ben",
    email: ben.email,
    password: ben.password,
    invitationToken: invitation,
  };
  expectStatus(await ben.post("/auth/sign-up", { ...signUp, extra: 1 }), 400);
  expectStatus(await ben.post("/auth/sign-up", signUp), 201);
  expectStatus(
    await ben.post("/invitations/accept", { token: invitation }),
    200,
  );
  remember(...cookieSecrets(ben));
  expectStatus(
    await ana.post("/invitations/accept", { token: invitation }),
    404,
  );

  // The search itself works: what is no secret is found.
  expect(atRest().includes("ben@example.com")).toBe(true);
  expect(server.output()).toContain("requestId");
  expectHidden();
  expect(await server.end("SIGTERM")).toBe(0);
  expectHidden();
  await mail.close();
});
