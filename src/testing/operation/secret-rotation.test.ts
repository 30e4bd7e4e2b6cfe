import { afterAll, expect, setDefaultTimeout, test } from "bun:test";
import { join } from "node:path";
import type { Actor } from "../kit/actor";
import {
  addApp,
  appWith,
  startPendingSignIn,
  type Enrolled,
  submitCode,
} from "../kit/authenticator-app";
import {
  expectStatus,
  startServer,
  type TestOrganization,
  type TestServer,
} from "../kit/server";
import { runProgram } from "../kit/process";
import { freePort, temporaryFolder } from "../kit/temporary";

// The timeout only stops a test that hangs. It is long, because processes start slowly on a busy machine.
setDefaultTimeout(300_000);

const MINUTE = 60_000;
const before = "the secret from before that was long enough";
const present = "the present secret that is long enough too";
const rotated = { APP_SECRET: present, APP_SECRET_PREVIOUS: before };

const folder = temporaryFolder();
afterAll(() => folder.remove());

const place = {
  DATABASE_URL: `file:${join(folder.path, "tenantry.db")}`,
  PORT: String(freePort()),
};

function command(args: string[], secrets: Record<string, string>) {
  const { DATABASE_URL } = place;
  const environment = { ENVIRONMENT: "test", DATABASE_URL, ...secrets };
  return runProgram(folder.path, args, environment);
}

test("a secret that was changed: what the database holds stays readable, and logs are signed again", async () => {
  const { ana, org, app, made } = await prepare();
  const server = await startServer({ ...place, ...rotated });
  try {
    await opensWhatIsStored(server, ana, org, made);
    await takesCode(server, ana, app);
  } finally {
    await server.stop();
  }

  const unsigned = `${org.slug}: The signature at event 3 was not made with the APP_SECRET of this server.`;
  // Verification does not accept a signature that was made with the former secret.
  expect(await command(["audit", "verify"], rotated)).toEqual({
    exitCode: 1,
    output: `${unsigned}\n`,
  });
  const alone = { APP_SECRET: present };
  const refused = await command(["audit", "sign"], alone);
  expect(refused.exitCode).toBe(1);
  expect(refused.output).toBe(
    `${unsigned} Not signed: set APP_SECRET_PREVIOUS to the former secret. If events were added since the change, review them, then use --unsigned.\n`,
  );
  const signed = await command(["audit", "sign"], rotated);
  expect(signed.exitCode).toBe(0);
  expect((await command(["audit", "verify"], alone)).exitCode).toBe(0);

  const unknown = { APP_SECRET: "a secret under which nothing was sealed" };
  expect(await command(["reseal"], unknown)).toEqual({
    exitCode: 1,
    output:
      "Encrypted with the current APP_SECRET: 0 authenticator apps.\nEncrypted with an unknown secret: 1 authenticator app. Set APP_SECRET_PREVIOUS to the former secret.\n",
  });
  // After the app's secret is encrypted again, the server no longer needs the former `APP_SECRET` for it.
  expect(await command(["reseal"], rotated)).toEqual({
    exitCode: 0,
    output: "Encrypted with the current APP_SECRET: 1 authenticator app.\n",
  });
  const later = await startServer({ ...place, ...alone });
  try {
    // Move the clock of the new server forward, because the current code of the app has already been used.
    later.passTime(10 * MINUTE);
    await takesCode(later, ana, app);
  } finally {
    await later.stop();
  }
});

/**
 * Stores data that depends on `APP_SECRET`: a signed audit log, an authenticator app, a stored answer and an unsent
 * mail.
 */
async function prepare() {
  const first = await startServer({ ...place, APP_SECRET: before });
  const ana = await first.person("Ana");
  const org = await first.organization(ana, "Acme");
  const app = await addApp(first, ana);
  await first.stop();

  // No mail server listens at this address, so the mail stays in the outbox.
  const SMTP_URL = "smtp://127.0.0.1:9";
  const second = await startServer({ ...place, SMTP_URL, APP_SECRET: before });
  const made = expectStatus(await createProject(ana, org), 201);
  await invite(ana, org);
  await second.services.outbox.idle();
  await second.stop();
  return { ana, org, app, made: made.body.id };
}

async function opensWhatIsStored(
  server: TestServer,
  ana: Actor,
  org: TestOrganization,
  made: unknown,
): Promise<void> {
  const again = expectStatus(await createProject(ana, org), 201);
  expect<unknown>(again.body.id).toBe(made);
  server.passTime(MINUTE);
  const [mail] = await server.mailsTo("ben@example.com");
  expect(mail?.text).toContain("/invite#token=");
}

async function takesCode(
  server: TestServer,
  ana: Actor,
  { secret }: Enrolled,
): Promise<void> {
  server.passTime(2 * MINUTE);
  const browser = await startPendingSignIn(ana.otherBrowser());
  const { nextCode } = appWith(server, secret);
  expectStatus(await submitCode(browser, nextCode()), 200);
}

function createProject(ana: Actor, org: TestOrganization) {
  return ana.post(
    `/organizations/${org.slug}/projects`,
    { name: "Website" },
    { headers: { "idempotency-key": "once" } },
  );
}

function invite(ana: Actor, org: TestOrganization) {
  const input = { email: "ben@example.com", role: "member" };
  return ana.post(`/organizations/${org.slug}/invitations`, input);
}
