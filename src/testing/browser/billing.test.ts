import { beforeAll, describe, expect, test } from "bun:test";
import { browserSuite } from "./suite";
import { button } from "./locators";
import type { Page } from "playwright-core";
import type { Actor } from "../kit/actor";
import { expectStatus, type TestOrganization } from "../kit/server";
import { faultsInBothThemes, overflow } from "./faults";
import { settled } from "./visitor";

const PAYS = "4242 4242 4242 4242";
const PAYS_ONCE_ONLY = "4000 0000 0000 0341";
const DECLINED = "4000 0000 0000 0002";

let ana: Actor;
const { server, signedIn } = browserSuite({ BILLING: "fake" });
beforeAll(async () => {
  ana = await server.person("Ana Costa");
});

const dialog = (page: Page) => page.getByRole("dialog");
const says = (page: Page, words: string | RegExp) =>
  page.getByText(words).first().waitFor();
const seats = (page: Page) =>
  dialog(page).getByRole("textbox", { name: "Seats" });

async function pay(page: Page, card: string, press: string | RegExp) {
  await page.getByLabel("Card number").fill(card);
  await button(page, press).click();
}

/** Opens the payment provider's customer portal, runs `act` there, and returns to the organization. */
async function atPortal(page: Page, act: () => Promise<void>) {
  await button(
    page,
    /^(Manage payment method|Pay or update payment method)$/,
  ).click();
  await page.waitForURL("**/billing/portal/**");
  await act();
  await page.getByRole("link", { name: "Return to your organization" }).click();
  await says(page, "Billing is up to date");
}

async function moveOnAPeriod(page: Page) {
  await button(page, /end of the period/).click();
  await says(page, /^Events:/);
}

/** Creates an organization with four members, whose admin is Ana. */
async function team(name: string) {
  const org = await server.organization(ana, name);
  const ben = await server.join(ana, org, "member", "Ben Okri");
  const cleo = await server.join(ana, org, "member", "Cleo Lang");
  const dan = await server.join(ana, org, "viewer", "Dan Ott");
  return { org, ben, cleo, dan, path: `/o/${org.slug}` };
}

const NARROW = [
  { width: 360, height: 740 },
  { width: 640, height: 400 },
];

/** Returns the faults of the current page: in both themes, on a phone and at a zoom of 200 %. */
async function faultsOf(page: Page): Promise<string[]> {
  await settled(page);
  const faults = await faultsInBothThemes(page);
  const before = page.viewportSize();
  for (const size of NARROW) {
    await page.setViewportSize(size);
    const pixels = await overflow(page);
    if (pixels > 0) faults.push(`${size.width}: ${pixels} pixels too wide`);
  }
  if (before) await page.setViewportSize(before);
  return faults;
}

test("an admin tries, buys, changes, pays and cancels a plan", async () => {
  const { path } = await team("Lifelong");
  const visitor = await signedIn(ana, `${path}/settings/billing`);
  const { page } = visitor;

  await says(page, "No subscription");
  await button(page, "Try Team free for 14 days").click();
  // A trial proposes at least the seats of the Free plan.
  expect(await seats(page).inputValue()).toBe("25");
  await says(page, "Total if you upgrade after the trial");
  await says(page, "$300.00 / month");
  await button(page, "Start trial").click();
  await says(page, "Your Team trial has started");
  await says(page, /^Your trial ends in 2 weeks/);
  await says(page, "25 seats during the trial");
  await says(page, "4 of 25");
  await settled(page);
  // A trial has no card, so the page offers nothing to manage or cancel.
  for (const name of [
    /Manage payment method/,
    /Cancel subscription/,
    /Downgrade to Free/,
  ])
    expect(await button(page, name).count()).toBe(0);
  expect(await page.getByText(/billed monthly/).count()).toBe(0);
  expect(await faultsOf(page)).toEqual([]);

  await button(page, "Upgrade to Team").click();
  // A purchase proposes one seat per member.
  expect(await seats(page).inputValue()).toBe("4");
  await says(page, "$48.00 / month");
  await button(page, "Continue to payment").click();
  await page.getByRole("link", { name: "Cancel and return" }).click();
  await says(page, "Purchase not completed");
  await button(page, "Upgrade to Team").click();
  await button(page, "Continue to payment").click();
  await page.waitForURL("**/billing/checkout/**");
  await pay(page, DECLINED, /^Pay/);
  await says(page, "Your card was declined");
  await pay(page, PAYS, /^Pay/);
  await says(page, "You’re on Team");
  await page.waitForURL(`**${path}/settings/billing`);
  await says(page, /^Renews on/);
  await page.getByRole("row", { name: /Paid.*\$48\.00/ }).waitFor();

  await button(page, "Switch to Business").click();
  await says(page, "We’ll prorate the difference on your next invoice");
  await button(page, "Change plan").click();
  await says(page, "You’re on Business");

  await atPortal(page, async () => {
    await pay(page, PAYS_ONCE_ONLY, "Update payment method");
    await says(page, "Payment method updated");
    await moveOnAPeriod(page);
  });
  await says(page, "Payment failed");
  await page.getByRole("row", { name: /Unpaid/ }).waitFor();
  expect(await faultsOf(page)).toEqual([]);
  await visitor.open(`${path}/projects`);
  const problem = page.getByRole("region", { name: "Payment" });
  await problem.getByText("Your last payment failed.").waitFor();
  expect(await faultsOf(page)).toEqual([]);
  await problem.getByRole("link", { name: "Go to billing" }).click();

  await atPortal(page, () => pay(page, PAYS, "Update payment method"));
  await says(page, /^Renews on/);
  await visitor.open(`${path}/projects`);
  await page.getByRole("heading", { name: "Projects", exact: true }).waitFor();
  await settled(page);
  expect(await problem.count()).toBe(0);

  await visitor.open(`${path}/settings/billing?plan=team`);
  await seats(page).fill("2");
  await dialog(page).getByText("2 members will become read-only").waitFor();
  for (const name of ["Cleo Lang", "Dan Ott"])
    await dialog(page).getByText(name).waitFor();
  await button(page, "Change plan").click();
  await says(page, "You’re on Team");
  await says(page, "You have 2 seats, so 2 members are read-only.");

  await button(page, "Cancel subscription…").click();
  const question = page.getByRole("alertdialog");
  await question.getByText("Your subscription is paid until").waitFor();
  expect(await faultsOf(page)).toEqual([]);
  await question.getByRole("button", { name: "Cancel subscription" }).click();
  await says(page, "Subscription canceled");
  await button(page, "Resume subscription").click();
  await says(page, "Your Team plan was resumed");
  await button(page, "Cancel subscription…").click();
  await question.getByRole("button", { name: "Cancel subscription" }).click();
  await button(page, "Resume subscription").waitFor();
  await atPortal(page, () => moveOnAPeriod(page));
  await says(page, /^Team (has )?ended/);
  await says(page, "Ended");
  // Nothing becomes read-only, because the Free plan has more seats than the organization has members.
  expect(await page.getByText(/read-only/).count()).toBe(0);

  await visitor.open(`${path}/settings/audit`);
  for (const sentence of [
    "started a trial of Team with 25 seats",
    "changed the subscription to Business with 4 seats, billed monthly",
    "recorded that a payment failed",
    "canceled the subscription",
    "resumed the subscription",
    "recorded that the subscription has ended",
  ])
    await says(page, sentence);
});

async function limit(
  column: "seats" | "project_limit",
  { id }: TestOrganization,
  count: number,
) {
  await server.db.client.execute({
    sql: `update organizations set ${column} = ? where id = ?`,
    args: [count, id],
  });
}

test("a member without a seat sees whom to ask, and can write again with a seat", async () => {
  const { org, cleo, path } = await team("Seats");
  await limit("seats", org, 2);
  const frozen = await signedIn(cleo, `${path}/projects`);
  await says(
    frozen.page,
    "You have read-only access because Seats is out of seats.",
  );
  await says(frozen.page, "Ask Ana Costa for a seat.");
  expect(await button(frozen.page, "New project").count()).toBe(0);
  expect(await faultsOf(frozen.page)).toEqual([]);

  const { page } = await signedIn(ana, `${path}/people`);
  await page.getByRole("row", { name: /Cleo Lang.* Read-only/ }).waitFor();
  await page
    .getByRole("region", { name: "Billing" })
    .getByRole("link", { name: "Go to billing" })
    .click();
  await button(page, "Choose members…").click();
  const box = (name: string | RegExp) =>
    dialog(page).getByRole("checkbox", { name });
  expect(await box(/Ana Costa/).isDisabled()).toBe(true);
  expect(await box(/Cleo Lang/).isChecked()).toBe(false);
  expect(await faultsOf(page)).toEqual([]);
  await box(/Cleo Lang/).check();
  await says(page, "1 seat too many selected. Deselect someone.");
  await box(/Ben Okri/).uncheck();
  await says(page, "All seats are assigned.");
  await button(page, "Save").click();
  await says(page, "Seats assigned");

  await button(frozen.page, "New project").first().waitFor();
  await settled(frozen.page);
  expect(await frozen.page.getByText("You have read-only access").count()).toBe(
    0,
  );
});

test("a reached limit shows what is full and where to upgrade or whom to ask", async () => {
  const { org, ben, path } = await team("Limits");
  const projects = `/organizations/${org.slug}/projects`;
  for (const name of ["Old", "New"])
    expectStatus(await ana.post(projects, { name }), 201);
  await limit("project_limit", org, 1);
  await limit("seats", org, 4);

  const { page: bens } = await signedIn(ben, `${path}/projects`);
  await bens.getByRole("row", { name: /New Read-only/ }).waitFor();
  await button(bens, "New project").first().click();
  await dialog(bens).getByRole("textbox", { name: "Name" }).fill("One more");
  await button(bens, "Create project").click();
  await says(bens, "Project limit reached");
  await says(bens, "Ask Ana Costa to upgrade.");
  expect(await bens.getByRole("link", { name: "Compare plans" }).count()).toBe(
    0,
  );
  await bens.keyboard.press("Escape");
  await bens.keyboard.press("Escape");
  await button(bens, "Leave").click();
  await bens.getByRole("link", { name: "New", exact: true }).click();
  await says(bens, "This project is read-only");
  expect(await faultsOf(bens)).toEqual([]);
  expect(await bens.getByRole("textbox").count()).toBe(0);

  const { page } = await signedIn(ana, `${path}/people?invite=1`);
  await says(page, "No seats available");
  await page.getByLabel("Email addresses").fill("eve@example.test,");
  await button(page, "Send invitation").click();
  await says(page, "You’re out of seats");
  expect(await faultsOf(page)).toEqual([]);
  await page
    .getByRole("dialog", { name: "You’re out of seats" })
    .getByRole("link", { name: "Add seats" })
    .click();
  await page.waitForURL(`**${path}/settings/billing`);
  await page.getByRole("heading", { name: "Plans" }).waitFor();
});

test("every page shows the end of a trial until the notice is hidden", async () => {
  const { org, path } = await team("Trials");
  const subscription = `/organizations/${org.slug}/subscription`;
  expectStatus(await ana.post(`${subscription}/trial`, { plan: "team" }), 200);
  const { page } = await signedIn(ana, `${path}/projects`);
  await page.getByRole("heading", { name: "Projects", exact: true }).waitFor();
  await settled(page);
  const notice = page.getByRole("region", { name: "Trial" });
  expect(await notice.count()).toBe(0);
  await server.db.client.execute({
    sql: "update subscriptions set trial_ends_at = ? where org_id = ?",
    args: [Date.now() + 2 * 24 * 60 * 60 * 1000, org.id],
  });
  await page.reload();
  await notice.getByText(/^Your trial ends in 2 days/).waitFor();
  await button(page, "Hide until next visit").click();
  await page.reload();
  await page.getByRole("heading", { name: "Projects", exact: true }).waitFor();
  await settled(page);
  expect(await notice.count()).toBe(0);
});

test("a role with read access sees billing without actions; a viewer does not see it", async () => {
  const { org, ben, dan, path } = await team("Roles");
  const organization = `/organizations/${org.slug}`;
  const { body: role } = expectStatus(
    await ana.post(`${organization}/roles`, {
      name: "Bookkeeper",
      basedOn: "viewer",
      permissions: ["organization:read", "member:read", "billing:read"],
    }),
    201,
  );
  expectStatus(
    await ana.put(`${organization}/members/${ben.id}`, { role: role.id }),
    200,
  );
  const { page } = await signedIn(ben, `${path}/settings/billing?plan=team`);
  await page.getByRole("heading", { name: "Plans" }).waitFor();
  await says(page, "4 of 25");
  expect(await page.locator("main").getByRole("button").count()).toBe(0);
  expect(await dialog(page).count()).toBe(0);

  const viewer = await signedIn(dan, `${path}/settings/billing`);
  await viewer.page.getByRole("heading", { name: /have access/ }).waitFor();
  const settings = viewer.page.getByRole("navigation", {
    name: "Organization",
  });
  expect(await settings.getByText("Billing").count()).toBe(0);
});

describe("an installation without payments", () => {
  const free = browserSuite({ BILLING: "off" });

  test("shows usage and no plans", async () => {
    const eve = await free.server.person("Eve");
    const { slug } = await free.server.organization(eve, "Free of charge");
    const path = `/o/${slug}/settings/billing`;
    const { page } = await free.signedIn(eve, path);
    await says(page, "Payments are turned off on this server");
    await page.getByRole("heading", { name: "Usage" }).waitFor();
    expect(await page.getByRole("heading", { name: "Plans" }).count()).toBe(0);
  });
});

test("the numbers of members and invitations say what they count, and a smaller plan says which invitations lose their seat", async () => {
  const { org, dan, path } = await team("Numbers");
  await server.invite(ana, org, "new@elsewhere.test", "viewer");
  expectStatus(
    await ana.post(`/organizations/${org.slug}/members/${dan.id}/suspend`),
    200,
  );
  const { page, open } = await signedIn(ana, path);
  await says(page, "3 active members, 1 unexpired invitation");
  await says(page, /^4 of 25$/);
  await open(`${path}/settings/billing?plan=team`);
  await seats(page).fill("3");
  await dialog(page)
    .getByText("1 pending invitation can’t be accepted")
    .waitFor();
  await seats(page).fill("4");
  await says(page, "Nothing changes for your members or projects.");
  await open(`${path}/settings/billing`);
  await says(page, "3 active members, 1 unexpired invitation");
});
