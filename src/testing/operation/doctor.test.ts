import { afterAll, beforeAll, expect, setDefaultTimeout, test } from "bun:test";
import { join } from "node:path";
import { openDatabase } from "#server/kernel/db/client";
import { createClient } from "#server/features/billing/stripe/client";
import { setUpStripe } from "#server/features/billing/stripe/setup";
import { addApp } from "../kit/authenticator-app";
import { runProgram } from "../kit/process";
import { startServer } from "../kit/server";
import { freePort, temporaryFolder } from "../kit/temporary";
import { type DnsServer, startDns } from "../peers/dns";
import { type RedisServer, startRedis } from "../peers/redis";
import { type MailServer, startMailServer } from "../peers/smtp";
import {
  SECRET_KEY,
  startStripe,
  type StripeServer,
} from "../peers/stripe/server";

// The timeout only stops a test that hangs. It is long, because processes start slowly on a busy machine.
setDefaultTimeout(300_000);

const SECRET = "a secret that is long enough for this test";
const PUBLIC_URL = "https://app.example.com";
const folder = temporaryFolder();
const database = { DATABASE_URL: `file:${join(folder.path, "tenantry.db")}` };

let mail: MailServer;
let redis: RedisServer;
let stripe: StripeServer;
let dns: DnsServer;
beforeAll(async () => {
  [mail, redis, stripe, dns] = await Promise.all([
    startMailServer(),
    startRedis(),
    startStripe([]),
    startDns(),
  ]);
  dns.answers.set("com", { records: [["text"]] });
  const client = await createClient({
    secretKey: SECRET_KEY,
    apiUrl: stripe.url,
  });
  await setUpStripe(client, new URL("/api/webhooks/stripe", PUBLIC_URL));
  const server = await startServer({ ...database, APP_SECRET: SECRET });
  const ana = await server.person("Ana");
  await server.organization(ana, "Acme");
  await addApp(server, ana);
  await server.stop();
});
afterAll(async () => {
  await Promise.all([mail.stop(), redis.stop(), stripe.stop(), dns.stop()]);
  folder.remove();
});

/** The environment of an installation in which everything works. */
const sound = () => ({
  ...database,
  ENVIRONMENT: "production",
  APP_SECRET: SECRET,
  PUBLIC_URL,
  TRUSTED_PROXIES: "127.0.0.1/32",
  SMTP_URL: mail.url,
  SMTP_FROM: "mail@app.example.com",
  REDIS_URL: redis.url,
  DNS_SERVERS: dns.address,
  BILLING: "stripe",
  STRIPE_SECRET_KEY: SECRET_KEY,
  STRIPE_WEBHOOK_SECRET: "whsec_test",
  STRIPE_API_URL: stripe.url.href,
});

/** Runs the doctor, and returns what it found by the names of the checks, and its last line. */
async function diagnose(environment: Record<string, string>) {
  const { exitCode, output } = await runProgram(
    folder.path,
    ["doctor"],
    environment,
  );
  const lines = output.trimEnd().split("\n");
  const found = new Map(
    lines.slice(0, -1).map((line) => {
      // The state takes 8 characters, and the name of the check 16.
      const [state, name] = [line.slice(0, 8), line.slice(9, 25)];
      return [name.trim(), `${state.trim()}: ${line.slice(26)}`];
    }),
  );
  return { exitCode, found, last: lines.at(-1), output };
}

test("a sound installation has no faults and no warnings", async () => {
  const { exitCode, output, last } = await diagnose(sound());
  const states = output.trimEnd().split("\n").slice(0, -1);
  expect(states.filter((line) => !line.startsWith("ok "))).toEqual([]);
  expect(last).toBe("Faults: 0, warnings: 0.");
  expect(exitCode).toBe(0);
});

test("servers that do not answer and settings that do not fit are named", async () => {
  const closed = `127.0.0.1:${freePort()}`;
  const { exitCode, found } = await diagnose({
    ...sound(),
    APP_SECRET: "another secret that is long enough as well",
    TRUSTED_PROXIES: "",
    SMTP_URL: `smtp://${closed}`,
    REDIS_URL: `redis://${closed}`,
    STRIPE_API_URL: `http://${closed}`,
    DNS_SERVERS: closed,
  });
  expect(exitCode).toBe(1);
  expect(found.get("mail")).toContain("fault");
  expect(found.get("mail")).toContain("Check SMTP_URL");
  expect(found.get("redis")).toContain("ECONNREFUSED");
  expect(found.get("stripe")).toContain("fault");
  expect(found.get("dns")).toContain("Set DNS_SERVERS");
  expect(found.get("proxy")).toContain("TRUSTED_PROXIES is not set");
  expect(found.get("secrets")).toBe(
    "fault: 1 authenticator apps are encrypted with an unknown secret. Set APP_SECRET_PREVIOUS to the former APP_SECRET.",
  );
  expect(found.get("audit logs")).toContain("tenantry audit verify");
});

test("a webhook that is missing at Stripe is named", async () => {
  const { found } = await diagnose({
    ...sound(),
    PUBLIC_URL: "https://other.example.com",
  });
  expect(found.get("stripe")).toContain(
    "no enabled webhook for https://other.example.com/api/webhooks/stripe",
  );
});

test("faults in the database are named, and the database is not changed", async () => {
  const db = await openDatabase({ url: database.DATABASE_URL });
  const copy = async () =>
    (await db.client.execute("select * from audit_log")).rows.length;
  try {
    await db.client.execute("pragma foreign_keys = off");
    await db.client.batch([
      "drop trigger audit_log_no_update",
      "update audit_log set at = at + 86400000",
      "delete from __drizzle_migrations where created_at = (select max(created_at) from __drizzle_migrations)",
      "update outbox set failed_at = 1, failure = 'refused', done_at = null",
      "update sessions set user_id = 'nobody'",
    ]);
    const rows = await copy();
    const { exitCode, found } = await diagnose(sound());
    expect(exitCode).toBe(1);
    expect(found.get("clock")).toContain("Correct the clock");
    expect(found.get("migrations")).toMatch(/^warning: \d{4}_\w+ missing/);
    expect(found.get("outbox")).toMatch(
      /^warning: \d+ dead letters \(refused\)/,
    );
    expect(found.get("integrity")).toContain(
      "a row of sessions refers to a row of users that does not exist",
    );
    expect(await copy()).toBe(rows);
  } finally {
    db.close();
  }
});

test("a database that is missing or damaged is named", async () => {
  const missing = join(folder.path, "missing.db");
  const none = await diagnose({ ...sound(), DATABASE_URL: `file:${missing}` });
  expect(none.found.get("database")).toContain("the first start creates it");
  expect(await Bun.file(missing).exists()).toBe(false);
  const damaged = join(folder.path, "damaged.db");
  await Bun.write(damaged, "not a database, but a text".repeat(400));
  const found = await diagnose({ ...sound(), DATABASE_URL: `file:${damaged}` });
  expect(found.found.get("database")).toContain("tenantry restore");
});

test("a temporary folder that does not exist is named", async () => {
  const { found } = await diagnose({
    ...sound(),
    TMPDIR: join(folder.path, "no such folder"),
  });
  expect(found.get("temporary files")).toContain("fault");
});
