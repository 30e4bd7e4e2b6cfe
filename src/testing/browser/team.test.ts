import { afterAll, beforeAll, expect, test } from "bun:test";
import type { Browser, Page } from "playwright-core";
import { Actor } from "../kit/actor";
import { expectStatus, startServer, type TestServer } from "../kit/server";
import { createPeople, type People } from "../kit/people";
import { type MailServer, startMailServer } from "../peers/smtp";
import { launchBrowser } from "./launch";
import { createVisitor, type Visitor } from "./visitor";

let mail: MailServer;
let server: TestServer;
let people: People;
let browser: Browser;
beforeAll(async () => {
  mail = await startMailServer();
  [server, browser] = await Promise.all([
    startServer({ SMTP_URL: mail.url }),
    launchBrowser(),
  ]);
  const mailsTo = async (email: string) => [await mail.mailTo(email)];
  people = createPeople({ url: server.url, mailsTo });
}, 120_000);
afterAll(async () => {
  await browser.close();
  await server.stop();
  await mail.stop();
});

const button = (page: Page, name: string) =>
  page.getByRole("button", { name, exact: true });
const field = (page: Page, label: string) =>
  page.getByLabel(label, { exact: true });

async function signIn({ page }: Visitor, actor: Actor): Promise<void> {
  await field(page, "Email address").fill(actor.email);
  await field(page, "Password").fill(actor.password);
  await page.keyboard.press("Enter");
}

async function signedIn(actor: Actor, path: string): Promise<Visitor> {
  const visitor = await createVisitor(browser, server);
  await visitor.open(path);
  await signIn(visitor, actor);
  return visitor;
}

async function choose(page: Page, label: string, option: string) {
  await page.getByRole("combobox", { name: label, exact: true }).click();
  await page.getByRole("option", { name: option }).first().click();
}

test("an admin passes a link on: a stranger makes an account and joins by it, somebody else joins at once, then it is revoked", async () => {
  const ana = await people.person("Ana Costa");
  const ben = await people.person("Ben Ito");
  const org = await people.organization(ana, "Acme");
  const admin = await signedIn(ana, `/o/${org.slug}/settings/team?tab=links`);
  await button(admin.page, "Create link").click();
  await choose(admin.page, "Role", "Viewer");
  await field(admin.page, "Maximum uses").fill("0");
  await button(admin.page, "Create link").click();
  await admin.page.getByText("Enter a whole number").waitFor();
  await field(admin.page, "Maximum uses").fill("2");
  await button(admin.page, "Create link").click();
  const link = await field(admin.page, "Link").inputValue();
  await button(admin.page, "Done").click();
  await admin.page.getByText("0 of 2 joined").waitFor();

  // A stranger: the link survives the way through their mailbox, in another tab.
  const nina = new Actor(server, "Nina New", "nina@elsewhere.test");
  const stranger = await createVisitor(browser, server);
  await stranger.page.goto(link);
  await stranger.page.getByRole("heading", { name: "Join Acme" }).waitFor();
  await stranger.page.getByText("Ana Costa invited you to join").waitFor();
  expect(new URL(stranger.page.url()).hash).toBe("");
  await stranger.page
    .getByRole("button", { name: "Create an account to join" })
    .waitFor();
  await field(stranger.page, "Name").fill(nina.name);
  await field(stranger.page, "Email address").fill(nina.email);
  await field(stranger.page, "Password").fill(nina.password);
  await stranger.page.keyboard.press("Enter");
  const { text } = await mail.mailTo(nina.email);
  const tab = await stranger.context.newPage();
  await tab.goto(/https?:\/\/\S+#token=\S+/.exec(text)?.[0] ?? "");
  await button(tab, "Confirm email").click();
  await tab.getByRole("heading", { name: "Join Acme" }).waitFor();
  await button(tab, "Join").click();
  await tab.waitForURL(`**/o/${org.slug}`);
  // What was used is not in the way of the next visit.
  await stranger.open("/", tab);
  await tab.waitForURL(`**/o/${org.slug}`);

  // Somebody with an account signs in on the way.
  const other = await createVisitor(browser, server);
  await other.page.goto(link);
  await other.page.getByRole("link", { name: "Sign in to join" }).click();
  await signIn(other, ben);
  await button(other.page, "Join").click();
  await other.page.waitForURL(`**/o/${org.slug}`);

  // The open page of the admin has counted them.
  await admin.page.getByText("2 of 2 joined").waitFor();
  await admin.page.getByText("Limit reached").waitFor();
  await admin.page
    .getByRole("button", { name: "Actions for the link for Viewer" })
    .click();
  await admin.page.getByRole("menuitem", { name: "Revoke…" }).click();
  await button(admin.page, "Revoke").click();
  await admin.page.getByRole("heading", { name: "No links" }).waitFor();

  const late = await createVisitor(browser, server);
  await late.page.goto(link);
  await late.page
    .getByRole("heading", { name: "This invitation is no longer valid" })
    .waitFor();
  for (const visitor of [admin, stranger, other, late])
    expect(visitor.complaints).toEqual([]);
}, 60_000);

test("an admin suspends a member, finds them, and lets them in again; the member sees it as it happens", async () => {
  const ana = await people.person("Ana Costa");
  const org = await people.organization(ana, "Globex");
  const ben = await people.person("Ben Ito");
  const path = `/organizations/${org.slug}/invitation-links`;
  const made = await ana.post(path, { role: "member" });
  const { hash } = new URL(String(expectStatus(made, 201).body.url));
  const token = hash.slice("#token=".length);
  expectStatus(await ben.post("/invitation-links/join", { token }), 200);

  const member = await signedIn(ben, `/o/${org.slug}/projects`);
  await member.page
    .getByRole("heading", { name: "Projects", exact: true })
    .waitFor();
  const admin = await signedIn(ana, `/o/${org.slug}/settings/team`);
  const { page } = admin;
  const menu = page.getByRole("button", { name: "Actions for Ben Ito" });
  await menu.click();
  await page.getByRole("menuitem", { name: "Suspend…" }).click();
  await page.getByText("Their role and projects are kept").waitFor();
  await button(page, "Suspend").click();
  const row = page.getByRole("row").filter({ hasText: "Ben Ito" });
  await row.getByText("Suspended", { exact: true }).waitFor();
  await member.page
    .getByText(/suspended/i)
    .first()
    .waitFor();

  await choose(page, "Status", "Active");
  await page.waitForURL("**?status=active");
  await menu.waitFor({ state: "detached" });
  await choose(page, "Status", "Suspended");
  await menu.click();
  await page.getByRole("menuitem", { name: "Reactivate" }).click();
  await page.getByText("Ben Ito reactivated").waitFor();
  await page.getByRole("heading", { name: "No members found" }).waitFor();
  await button(page, "Clear filters").click();
  await menu.waitFor();
  expect(new URL(page.url()).search).toBe("");
  for (const visitor of [admin, member]) expect(visitor.complaints).toEqual([]);
}, 60_000);

test("an admin updates several members, sees who was skipped, and reassigns projects", async () => {
  const ana = await people.person("Ana Costa");
  const org = await people.organization(ana, "Initech");
  const path = `/organizations/${org.slug}`;
  const made = await ana.post(`${path}/invitation-links`, { role: "member" });
  const { hash } = new URL(String(expectStatus(made, 201).body.url));
  const token = hash.slice("#token=".length);
  const [ben, eve] = [
    await people.person("Ben Ito"),
    await people.person("Eve Moss"),
  ];
  for (const person of [ben, eve])
    expectStatus(await person.post("/invitation-links/join", { token }), 200);
  const project = await ben.post(`${path}/projects`, { name: "Left behind" });
  const id = String(expectStatus(project, 201).body.id);

  const admin = await signedIn(ana, `/o/${org.slug}/settings/team`);
  const { page } = admin;
  await page.getByLabel("Select all").check();
  await page.getByText("3 selected").first().waitFor();
  await button(page, "Change role…").click();
  await choose(page, "New role", "Viewer");
  await button(page, "Change role").click();
  await page.getByText("2 of 3 members updated").waitFor();
  await page.getByText("That’s you.").waitFor();
  await page
    .getByRole("dialog")
    .or(page.getByRole("alertdialog"))
    .getByRole("button", { name: "Close" })
    .last()
    .click();
  await page
    .getByRole("combobox", { name: "Role of Eve Moss" })
    .filter({ hasText: "Viewer" })
    .waitFor();

  await page.getByLabel("Select Ben Ito").check();
  await page.getByLabel("Select Eve Moss").check();
  await button(page, "Remove…").click();
  await choose(page, "Reassign projects to", "Ana Costa");
  await button(page, "Remove").click();
  await page.getByText("2 members removed").waitFor();
  const { body } = expectStatus(await ana.get(`${path}/projects/${id}`), 200);
  expect<unknown>(body.createdBy).toBe(ana.id);
  expect(admin.complaints).toEqual([]);
}, 60_000);

test("an admin sees that an invitation was not sent, and sends it again", async () => {
  const ana = await people.person("Ana Costa");
  const org = await people.organization(ana, "Acme");
  const email = "mispelt@elsewhere.test";
  mail.behave({ step: "recipient", code: 550 }, email);
  const input = { email, role: "viewer" };
  expectStatus(
    await ana.post(`/organizations/${org.slug}/invitations`, input),
    201,
  );
  await server.services.outbox.idle();
  const path = `/o/${org.slug}/settings/team?tab=invitations`;
  const { page } = await signedIn(ana, path);
  await page.getByText("Not sent", { exact: true }).waitFor();
  await page.getByText("its mail server rejected the email").waitFor();

  mail.behave("accept", email);
  await button(page, `Actions for the invitation of ${email}`).click();
  await page.getByRole("menuitem", { name: "Resend…" }).click();
  await button(page, "Resend").click();
  await page.getByText(`Invitation resent to ${email}`).waitFor();
  await page.getByText("Pending", { exact: true }).waitFor();
  expect(await page.getByText("Not sent", { exact: true }).count()).toBe(0);
  expect((await mail.mailTo(email)).subject).toContain("invited you to Acme");
}, 120_000);

test("a press on Send sends all addresses, also when the last one would begin a new line", async () => {
  const ana = await people.person("Ana Costa");
  const org = await people.organization(ana, "Umbrella");
  const admin = await signedIn(ana, `/o/${org.slug}/settings/team?invite=1`);
  const { page } = admin;
  const typed = ["aaaaaaaaaaaa", "bbbbbbbbbbbbbbb", "ccccccccccccc"].map(
    (name) => `${name}@acme.example`,
  );
  await field(page, "Email addresses").pressSequentially(typed.join(", "));
  const send = button(page, "Send 3 invitations");
  const before = await send.boundingBox();
  if (!before) throw new Error("The button is not visible.");
  // The upper edge: a button that moves down by a line is not under the pointer any more.
  await page.mouse.move(before.x + before.width / 2, before.y + 4);
  await page.mouse.down();
  expect(await send.boundingBox()).toEqual(before);
  await page.mouse.up();
  await page.getByText("3 invitations sent").waitFor();
  const path = `/organizations/${org.slug}/invitations`;
  const { body } = expectStatus(await ana.get(path), 200);
  const sent = body.items as unknown as { email: string }[];
  expect(sent.map(({ email }) => email).toSorted()).toEqual(typed);
  expect(admin.complaints).toEqual([]);
}, 60_000);

test("an address that was typed becomes a tag when the mouse leaves the field, and not before the button is released", async () => {
  const ana = await people.person("Ana Costa");
  const org = await people.organization(ana, "Tyrell");
  const admin = await signedIn(ana, `/o/${org.slug}/settings/team?invite=1`);
  const { page } = admin;
  await field(page, "Email addresses").pressSequentially("eve@acme.example");
  const tag = button(page, "Remove eve@acme.example");
  await page.getByRole("dialog").getByRole("heading").first().hover();
  await page.mouse.down();
  expect(await tag.count()).toBe(0);
  await page.mouse.up();
  await tag.waitFor();
  expect(await field(page, "Email addresses").inputValue()).toBe("");
  expect(admin.complaints).toEqual([]);
}, 60_000);
