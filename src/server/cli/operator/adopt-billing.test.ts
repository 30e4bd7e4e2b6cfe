import { afterEach, describe, expect, setDefaultTimeout, test } from "bun:test";
import { join } from "node:path";
import type { Actor } from "#testing/kit/actor";
import { createHold } from "#testing/kit/hold";
import { startServer } from "#testing/kit/server";
import { expectStatus, type TestOrganization } from "#testing/kit/people";
import {
  readLog,
  runProgram,
  type ServerProcess,
  spawnServer,
} from "#testing/kit/process";
import { freePort, temporaryFolder } from "#testing/kit/temporary";
import { adoptBilling } from "./adopt-billing";

// The time limit is high because a busy machine starts processes slowly.
setDefaultTimeout(300_000);

// No server listens at this Stripe URL, because the command must not need Stripe.
const stripe = {
  BILLING: "stripe",
  STRIPE_SECRET_KEY: "sk_test_x",
  STRIPE_WEBHOOK_SECRET: "whsec_x",
  STRIPE_API_URL: "http://127.0.0.1:9",
};

let folder = temporaryFolder();
let server: ServerProcess | undefined;
const PORT = String(freePort());
afterEach(async () => {
  await server?.end("SIGKILL");
  folder.remove();
  folder = temporaryFolder();
});

/** Restarts the server on the same database. */
async function restart(settings: Record<string, string>) {
  await server?.end("SIGTERM");
  server = await spawnServer(folder.path, {
    LOG_LEVEL: "info",
    PORT,
    ...settings,
  });
  return server;
}

function adopt(settings: Record<string, string>, ...args: string[]) {
  return runProgram(folder.path, ["billing", "adopt", ...args], {
    ENVIRONMENT: "test",
    DATABASE_URL: `file:${join(folder.path, "tenantry.db")}`,
    ...settings,
  });
}

async function warnings(): Promise<string[]> {
  const lines = server ? await readLog(server) : [];
  const messages = lines.map(({ msg = "" }) => msg);
  return messages.filter((message) => message.includes("billing adopt"));
}

async function tryPlan(admin: Actor, org: TestOrganization, plan: string) {
  const path = `/organizations/${org.slug}/subscription/trial`;
  expectStatus(await admin.post(path, { plan, seats: 40 }), 200);
}

async function limitsOf(
  admin: Actor,
  org: TestOrganization,
): Promise<(string | number | null)[]> {
  const path = `/organizations/${org.slug}/subscription`;
  const { body } = expectStatus(await admin.get<"billing.get">(path), 200);
  const { plan, usage } = body;
  const { seats, projects, roles } = usage;
  return [plan, seats.limit, projects.limit, roles.limit];
}

async function decisions(admin: Actor, org: TestOrganization) {
  const log = `/organizations/${org.slug}/audit-log?action=billing.adopt`;
  const answer = await admin.get<"audit.list">(log);
  const { items } = expectStatus(answer, 200).body;
  return items.map(({ actor, changes }) => ({
    by: actor.kind,
    after: changes[0]?.after,
  }));
}

const FREE = ["free", 25, 500, 10];
const HAD = {
  fake: ["business", 40, null, 50],
  off: ["free", null, null, null],
};

/** Creates an organization with the plan and limits of a former payment provider, and changes the server to Stripe. */
async function changeToStripe(before: "fake" | "off") {
  const first = await restart({ BILLING: before });
  expect(await warnings()).toEqual([]);
  const ana = await first.person("Ana");
  const org = await first.organization(ana, "Acme");
  if (before === "fake") await tryPlan(ana, org, "business");
  const had = await limitsOf(ana, org);
  await restart(stripe);
  expect(await warnings()).toEqual([
    `BILLING: changed from ${before} to stripe. Organizations without a subscription there still have their former plans and limits. Run "billing adopt --free" to reset them to a new organization's plan, or "billing adopt --keep".`,
  ]);
  expect(await limitsOf(ana, org)).toEqual(had);
  return { ana, org, had };
}

describe.each(["fake", "off"] as const)("from %s to stripe", (before) => {
  test("billing adopt --free gives organizations without a subscription the free plan", async () => {
    const { ana, org } = await changeToStripe(before);
    const had = before === "fake" ? "business, 40 seats" : "free, no limits";
    expect(await adopt(stripe, "--free")).toEqual({
      exitCode: 0,
      output: `${org.slug}: free, 25 seats, had ${had}\nDecided for BILLING=stripe.\n`,
    });
    expect(await limitsOf(ana, org)).toEqual(FREE);
    const [plan, seats, projectLimit, roleLimit] = FREE;
    expect(await decisions(ana, org)).toMatchObject([
      { by: "system", after: { plan, seats, projectLimit, roleLimit } },
    ]);
    const verified = await runProgram(folder.path, ["audit", "verify"], {
      ENVIRONMENT: "test",
      DATABASE_URL: `file:${join(folder.path, "tenantry.db")}`,
    });
    expect(verified.exitCode).toBe(0);

    // All organizations are decided, so a second run has nothing to do.
    expect((await adopt(stripe, "--free")).output).toBe(
      "Decided for BILLING=stripe.\n",
    );
    await restart(stripe);
    expect(await warnings()).toEqual([]);
    expect(await decisions(ana, org)).toHaveLength(1);
  });

  test("billing adopt --keep leaves plans and limits and writes to the audit log", async () => {
    const { ana, org, had } = await changeToStripe(before);
    const { exitCode, output } = await adopt(stripe, "--keep");
    expect([exitCode, output]).toEqual([
      0,
      `${org.slug}: keeps ${before === "fake" ? "business, 40 seats" : "free, no limits"}\nDecided for BILLING=stripe.\n`,
    ]);
    await restart(stripe);
    expect(await warnings()).toEqual([]);
    expect(await limitsOf(ana, org)).toEqual(had);
    expect(await decisions(ana, org)).toMatchObject([
      { by: "system", after: { plan: had[0], seats: had[1] } },
    ]);
  });
});

test("each start warns until the operator has decided or the provider is the former one", async () => {
  await changeToStripe("fake");
  await restart(stripe);
  expect(await warnings()).toHaveLength(1);
  await restart({ BILLING: "fake" });
  expect(await warnings()).toEqual([]);
});

test("subscriptions at the current provider stay", async () => {
  const off = { BILLING: "off" };
  const first = await restart(off);
  const ana = await first.person("Ana");
  const buyer = await first.organization(ana, "Buyer");
  const other = await first.organization(ana, "Other");
  await restart({ BILLING: "fake" });
  await tryPlan(ana, buyer, "business");
  const newer = await server?.organization(ana, "Newer");
  expect(await adopt({ BILLING: "fake" }, "--free")).toEqual({
    exitCode: 0,
    output: `${other.slug}: free, 25 seats, had free, no limits\nDecided for BILLING=fake.\n`,
  });
  expect(await limitsOf(ana, buyer)).toEqual(HAD.fake);
  expect(await limitsOf(ana, other)).toEqual(FREE);
  expect(await decisions(ana, buyer)).toEqual([]);
  if (newer) expect(await decisions(ana, newer)).toEqual([]);
});

test("an organization that only opened the checkout keeps what the operator let it keep", async () => {
  const fake = { BILLING: "fake" };
  const first = await restart({ BILLING: "off" });
  const ana = await first.person("Ana");
  const org = await first.organization(ana, "Acme");
  await restart(fake);
  expect((await adopt(fake, "--keep")).exitCode).toBe(0);
  const path = `/organizations/${org.slug}/subscription`;
  expectStatus(await ana.post(`${path}/checkout`, { plan: "team" }), 200);
  const resync = await runProgram(folder.path, ["billing", "resync"], {
    ENVIRONMENT: "test",
    DATABASE_URL: `file:${join(folder.path, "tenantry.db")}`,
    ...fake,
  });
  expect(resync.output).toBe(`${org.slug}: no subscription\n`);
  expectStatus(await ana.post(`${path}/refresh`), 200);
  expect(await limitsOf(ana, org)).toEqual(HAD.off);
  await tryPlan(ana, org, "business");
  expect(await limitsOf(ana, org)).toEqual(HAD.fake);
});

test("billing adopt --free lifts all limits where BILLING is off", async () => {
  const first = await restart({ BILLING: "fake" });
  const ana = await first.person("Ana");
  const org = await first.organization(ana, "Acme");
  await restart({ BILLING: "off" });
  expect((await adopt({ BILLING: "off" }, "--free")).exitCode).toBe(0);
  expect(await limitsOf(ana, org)).toEqual(HAD.off);
});

test("an organization that subscribes during the command keeps its purchase", async () => {
  const hold = createHold();
  const here = await startServer({ BILLING: "fake" }, hold.control);
  try {
    const ana = await here.person("Ana");
    const org = await here.organization(ana, "Acme");
    await here.db.client.execute("update organizations set seats = 1000");
    const { audit, versions, live, now } = here.services.deps;
    const tell = live.tell.bind(live);
    const services = { db: here.db, audit, versions, tell, now };
    const { held } = hold.next("billing.adopt");
    const lines = adoptBilling(services, { provider: "fake", keep: false });
    const { release } = await held;
    await tryPlan(ana, org, "business");
    release();
    expect(await lines).toEqual([`${org.slug}: subscribed during the command`]);
    expect(await limitsOf(ana, org)).toEqual(HAD.fake);
    expect(await decisions(ana, org)).toEqual([]);
  } finally {
    await here.stop();
  }
});

test("the command decides on more organizations than one portion", async () => {
  const here = await startServer({ BILLING: "fake" });
  try {
    const { client } = here.db;
    // These organizations have no limits yet.
    await client.execute(`insert into organizations (id, slug, name, settings, created_at, updated_at)
      with recursive n(i) as (select 1 union all select i + 1 from n where i < 450)
      select 'org_' || i, 'org-' || i, 'Old ' || i, '{}', 1, 1 from n`);
    const { audit, versions, live, now } = here.services.deps;
    const tell = live.tell.bind(live);
    const services = { db: here.db, audit, versions, tell, now };
    const adoption = { provider: "fake", keep: false } as const;
    expect(await adoptBilling(services, adoption)).toHaveLength(450);
    const { rows } = await client.execute(`select count(*) as decided,
      (select count(*) from audit_log where action = 'billing.adopt') as events
      from organizations where seats = 25 and project_limit = 500`);
    expect({ ...rows[0] }).toEqual({ decided: 450, events: 450 });
    expect(await adoptBilling(services, adoption)).toEqual([]);
  } finally {
    await here.stop();
  }
});

test.each([[[]], [["--free", "--keep"]]])(
  "the command refuses %j, because it needs one decision",
  async (args) => {
    await restart({ BILLING: "fake" });
    expect(await adopt(stripe, ...args)).toEqual({
      exitCode: 1,
      output: "tenantry: Say either --free or --keep.\n",
    });
    await restart(stripe);
    expect(await warnings()).toHaveLength(1);
  },
);
