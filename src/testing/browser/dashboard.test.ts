import { beforeAll, expect, test } from "bun:test";
import type { Page } from "playwright-core";
import type { Actor } from "../kit/actor";
import { addPersonalKey, addServiceAccount } from "../kit/api-keys";
import { expectStatus, type TestOrganization } from "../kit/server";
import { faultsInBothThemes, overflow } from "./faults";
import { button, heading, link } from "./locators";
import { browserSuite } from "./suite";
import { settled } from "./visitor";

const DAY = 24 * 60 * 60 * 1000;
const PHONE = { width: 390, height: 800 };

let ana: Actor;
const { server, signedIn } = browserSuite();
beforeAll(async () => {
  ana = await server.person("Ana Costa");
});

async function change(sql: string, ...args: (string | number)[]) {
  await server.db.client.execute({ sql, args });
}

/** Creates an organization that is old enough for charts. */
async function oldOrganization(name: string): Promise<TestOrganization> {
  const org = await server.organization(ana, name);
  await change(
    "update organizations set created_at = ? where id = ?",
    Date.now() - 100 * DAY,
    org.id,
  );
  return org;
}

async function expectInOrder(page: Page) {
  await settled(page);
  expect(await faultsInBothThemes(page)).toEqual([]);
  const wide = page.viewportSize();
  await page.setViewportSize(PHONE);
  expect(await overflow(page)).toBe(0);
  if (wide) await page.setViewportSize(wide);
}

const attention = (page: Page) =>
  page.getByRole("region", { name: "Needs your attention" });

test("an admin empties the list of what needs attention", async () => {
  const org = await oldOrganization("Acme");
  const ben = await server.join(ana, org, "admin", "Ben Okri");
  await server.invite(ana, org, "late@acme.test", "viewer");
  await server.invite(ana, org, "old@acme.test", "viewer");
  const gone = await server.invite(ana, org, "gone@acme.test", "viewer");
  await change(
    "update invitations set expires_at = ? where org_id = ? and status = 'pending'",
    Date.now() - 3 * DAY,
    org.id,
  );
  const account = await addServiceAccount(server.db, org.id, "member");
  const { keyId } = await addPersonalKey(server, org.id, ana);
  await change(
    "update api_keys set expires_at = ? where id = ?",
    Date.now() + 3 * DAY,
    keyId,
  );

  await change(
    "update people set last_active_at = ? where org_id = ? and name = 'Ben Okri'",
    Date.now() - 100 * DAY,
    org.id,
  );
  const roles = `/organizations/${org.slug}/roles`;
  const created = await ana.post<"roles.create">(roles, {
    name: "Auditor",
    basedOn: "viewer",
    permissions: ["audit:read"],
  });
  const role = expectStatus(created, 201).body.id;
  await change("update roles set created_at = 1 where id = ?", role);

  const visitor = await signedIn(ana, "/o/acme");
  const { page } = visitor;
  const list = attention(page);
  const row = (email: string) =>
    list.getByRole("listitem").filter({ hasText: email });
  await list.getByText("expires in 3 days").waitFor();
  expect(await list.getByRole("listitem").count()).toBe(7);
  await expectInOrder(page);

  const dialog = await holdScripts(page, /resend-dialog.*\.js$/, 1);
  await button(list, "Resend… late@acme.test").click();
  await dialog.areAsked;
  expect(await list.isVisible()).toBe(true);
  dialog.release();
  await page.getByRole("dialog").waitFor();
  expect(await faultsInBothThemes(page)).toEqual([]);
  await button(page.getByRole("dialog"), "Resend").click();
  await page.getByText("Invitation resent to late@acme.test").waitFor();
  await row("late@acme.test").waitFor({ state: "detached" });
  await button(list, "Revoke… old@acme.test").click();
  await button(page.getByRole("alertdialog"), "Revoke").click();
  await page.getByText("Invitation revoked").waitFor();
  await row("old@acme.test").waitFor({ state: "detached" });
  // Another admin revokes the third one, and the open page removes it.
  const invitations = `/organizations/${org.slug}/invitations`;
  expectStatus(await ben.delete(`${invitations}/${gone.id}`), 204);
  await row("gone@acme.test").waitFor({ state: "detached" });

  await link(list, "Choose steward CI").click();
  await page.waitForURL(`**/settings/api/service-accounts/${account}`);
  const accounts = `/organizations/${org.slug}/service-accounts/${account}`;
  expectStatus(await ana.put(accounts, { stewardId: ana.id }), 200);
  await visitor.open("/o/acme");
  await link(list, "Manage key Deploy").click();
  await page.waitForURL("**/settings/api");
  const keys = `/organizations/${org.slug}/api-keys/${keyId}`;
  expectStatus(await ana.delete(keys), 204);
  await visitor.open("/o/acme");
  await list.getByText("1 member hasn’t been active for 90 days").waitFor();
  await link(list, "View members").click();
  await page.waitForURL("**/people?inactiveDays=90");
  await page.getByText("Ben Okri").first().waitFor();
  const member = `/organizations/${org.slug}/members/${ben.id}`;
  expectStatus(await ana.post(`${member}/suspend`), 200);
  await visitor.open("/o/acme");
  await link(list, "View role Auditor").click();
  await page.waitForURL(`**/settings/roles/${role}`);
  expectStatus(await ana.delete(`${roles}/${role}`), 204);
  await visitor.open("/o/acme");
  await heading(page, "Recent activity").waitFor();
  expect(await list.count()).toBe(0);
});

test("a bar of the chart opens the audit log of its day", async () => {
  await oldOrganization("Charts");
  const visitor = await signedIn(ana, "/o/charts?range=7d");
  const { page } = visitor;
  const chart = page.getByRole("img", { name: /^Activity: 1 event/ });
  await chart.waitFor();
  await expectInOrder(page);
  const plot = await chart.locator(".u-over").boundingBox();
  if (!plot) throw new Error("The chart is not drawn.");
  // The bar of today is the last of seven.
  await page.mouse.click(
    plot.x + (plot.width * 6.5) / 7,
    plot.y + plot.height / 2,
  );
  await page.waitForURL("**/settings/audit?from=*");
  const { searchParams } = new URL(page.url());
  const today = new Date().toISOString().slice(0, 10);
  expect([searchParams.get("from"), searchParams.get("to")]).toEqual([
    today,
    today,
  ]);
  await page.getByText("created the organization").waitFor();

  await visitor.open("/o/charts?range=7d");
  await link(page, /^Members/).click();
  await page.waitForURL("**chart=members*");
  await page.getByRole("img", { name: "Members: From 0 to 1" }).waitFor();
  await page.getByText("View as table").click();
  const table = page.getByRole("region", { name: "Members, day by day" });
  await table.getByRole("link").first().click();
  await page.waitForURL(`**/settings/audit?from=${today}&to=${today}`);
});

test("a viewer sees projects and members before the chart, and nothing to administer", async () => {
  const org = await oldOrganization("Views");
  const vera = await server.join(ana, org, "viewer", "Vera Lind");
  await server.invite(ana, org, "late@views.test", "viewer");
  await change(
    "update invitations set expires_at = 1 where org_id = ? and status = 'pending'",
    org.id,
  );
  const projects = `/organizations/${org.slug}/projects`;
  expectStatus(await ana.post(projects, { name: "Website" }), 201);
  const { page } = await signedIn(vera, "/o/views");
  await page.getByText("Changed by Ana Costa").waitFor();
  await page.getByRole("img", { name: /^Activity/ }).waitFor();
  await expectInOrder(page);
  const titles = await page.locator("main h2").allInnerTexts();
  expect(titles).toEqual(["Recent projects", "Active members"]);
  const chart = await page.getByRole("img").boundingBox();
  const members = await heading(page, "Active members").boundingBox();
  expect(chart?.y).toBeGreaterThan(members?.y ?? Infinity);
  expect(await link(page, "Invite").count()).toBe(0);
  // The days of the chart lead nowhere, because a viewer cannot open the audit log.
  await page.getByText("View as table").click();
  const table = page.getByRole("region", { name: "Activity, day by day" });
  await table.waitFor();
  expect(await table.getByRole("link").count()).toBe(0);
  await link(page, /Vera Lind/).click();
  await page.waitForURL(`**/people/${vera.id}`);
  await page.getByRole("dialog", { name: "Vera Lind" }).waitFor();
});

test("a new organization shows the first steps instead of empty charts", async () => {
  await server.organization(ana, "Fresh");
  const visitor = await signedIn(ana, "/o/fresh");
  const { page } = visitor;
  await heading(page, "Get started").waitFor();
  await page.getByText("created the organization").waitFor();
  await expectInOrder(page);
  const titles = () => page.locator("main h2").allInnerTexts();
  expect(await titles()).toEqual([
    "Get started",
    "Active members",
    "Plan usage",
    "Recent activity",
  ]);
  expect(await page.getByRole("img").count()).toBe(0);

  await button(page, "Dismiss").click();
  await heading(page, "Recent projects").waitFor();
  await visitor.open("/o/fresh");
  await heading(page, "Recent activity").waitFor();
  expect(await titles()).not.toContain("Get started");
});

test("nothing on the dashboard moves while it loads", async () => {
  const org = await oldOrganization("Still");
  await server.invite(ana, org, "late@still.test", "viewer");
  await change(
    "update invitations set expires_at = 1 where org_id = ? and status = 'pending'",
    org.id,
  );
  for (const viewport of [{ width: 1280, height: 1200 }, PHONE]) {
    const visitor = await signedIn(ana);
    const { page } = visitor;
    await page.setViewportSize(viewport);
    await page.addInitScript(recordShifts);
    const late = await holdScripts(
      page,
      /(recent-activity|metric-chart).*\.js$/,
      2,
    );
    await visitor.open("/o/still");
    await attention(page).waitFor();
    await late.areAsked;
    late.release();
    await heading(page, "Recent activity").waitFor();
    await page.getByRole("img", { name: /^Activity/ }).waitFor();
    await settled(page);
    const shifts = await page.locator("html").getAttribute("data-shifts");
    expect(shifts ?? "0").toBe("0");
  }
});

/** Holds back scripts that are loaded after the page, until `release` is called. */
async function holdScripts(page: Page, script: RegExp, count: number) {
  const areAsked = Promise.withResolvers<void>();
  const areReleased = Promise.withResolvers<void>();
  let asked = 0;
  await page.route(script, async (route) => {
    asked += 1;
    if (asked === count) areAsked.resolve();
    await areReleased.promise;
    await route.continue();
  });
  return {
    areAsked: areAsked.promise,
    release: () => areReleased.resolve(),
  };
}

/** Sums how far the parts of the page move without an action of the user. */
function recordShifts() {
  let sum = 0;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries())
      if ("value" in entry) sum += Number(entry.value);
    document.documentElement.dataset.shifts = String(sum);
  }).observe({ type: "layout-shift", buffered: true });
}
