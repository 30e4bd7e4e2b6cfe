import { expect, test } from "bun:test";
import type { Locator } from "playwright-core";
import { browserSuite } from "./suite";
import { button, field, choose } from "./locators";
import { Actor } from "../kit/actor";
import { expectStatus } from "../kit/server";
import { faultsInBothThemes } from "./faults";
import type { Visitor } from "./visitor";

const { server, createVisitor, signedIn } = browserSuite();

async function signIn({ page }: Visitor, actor: Actor): Promise<void> {
  await field(page, "Email address").fill(actor.email);
  await field(page, "Password").fill(actor.password);
  await page.keyboard.press("Enter");
}

/** Whether two elements cover the same part of the window. */
async function overlaps(one: Locator, other: Locator): Promise<boolean> {
  const [a, b] = [await one.boundingBox(), await other.boundingBox()];
  if (!a || !b) throw new Error("One of the elements is hidden.");
  const isApart =
    a.x + a.width <= b.x ||
    b.x + b.width <= a.x ||
    a.y + a.height <= b.y ||
    b.y + b.height <= a.y;
  return !isApart;
}

test("a new user and an existing user join by an invitation link, and the link stops working when an admin revokes it", async () => {
  const ana = await server.person("Ana Costa");
  const ben = await server.person("Ben Ito");
  const org = await server.organization(ana, "Acme");
  const admin = await signedIn(ana, `/o/${org.slug}/people?tab=links`);
  await button(admin.page, "New link").click();
  await choose(admin.page, "Role", "Viewer");
  await field(admin.page, "Maximum uses").fill("0");
  await button(admin.page, "Create link").click();
  await admin.page.getByText("Enter a whole number").waitFor();
  await field(admin.page, "Maximum uses").fill("2");
  await button(admin.page, "Create link").click();
  const link = await field(admin.page, "Link").inputValue();
  await button(admin.page, "Done").click();
  await admin.page.getByText("0 of 2 joined").waitFor();

  // A new user signs up through the invitation link. The link still works after the user opens the confirmation mail in
  // another tab.
  const nina = new Actor(server, "Nina New", "nina@elsewhere.test");
  const stranger = await createVisitor();
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
  const { text } = await server.mail.mailTo(nina.email);
  const tab = await stranger.context.newPage();
  await tab.goto(/https?:\/\/\S+#token=\S+/.exec(text)?.[0] ?? "");
  await button(tab, "Confirm email").click();
  await tab.getByRole("heading", { name: "Join Acme" }).waitFor();
  await button(tab, "Join").click();
  await tab.waitForURL(`**/o/${org.slug}`);
  // The browser no longer opens the used link at the next visit.
  await stranger.open("/", tab);
  await tab.waitForURL(`**/o/${org.slug}`);

  // A user with an account signs in to join.
  const other = await createVisitor();
  await other.page.goto(link);
  await other.page.getByRole("link", { name: "Sign in to join" }).click();
  await signIn(other, ben);
  await button(other.page, "Join").click();
  await other.page.waitForURL(`**/o/${org.slug}`);

  // The admin's open page shows the number of users who joined.
  await admin.page.getByText("2 of 2 joined").waitFor();
  await admin.page.getByText("Limit reached").waitFor();
  await admin.page
    .getByRole("button", { name: "Actions for the link for Viewer" })
    .click();
  await admin.page.getByRole("menuitem", { name: "Revoke…" }).click();
  await button(admin.page, "Revoke").click();
  await admin.page.getByRole("heading", { name: "No links" }).waitFor();

  const late = await createVisitor();
  await late.page.goto(link);
  await late.page
    .getByRole("heading", { name: "This invitation is no longer valid" })
    .waitFor();
});

test("an admin suspends a member, finds them, and lets them in again; the member sees it as it happens", async () => {
  const ana = await server.person("Ana Costa");
  const org = await server.organization(ana, "Globex");
  const ben = await server.person("Ben Ito");
  const path = `/organizations/${org.slug}/invitation-links`;
  const made = await ana.post(path, { role: "member" });
  const { hash } = new URL(String(expectStatus(made, 201).body.url));
  const token = hash.slice("#token=".length);
  expectStatus(await ben.post("/invitation-links/join", { token }), 200);

  const member = await signedIn(ben, `/o/${org.slug}/projects`);
  await member.page
    .getByRole("heading", { name: "Projects", exact: true })
    .waitFor();
  const admin = await signedIn(ana, `/o/${org.slug}/people`);
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
  await page.getByRole("heading", { name: "No one found" }).waitFor();
  await button(page, "Clear filters").click();
  await menu.waitFor();
  expect(new URL(page.url()).search).toBe("");
});

test("an admin updates several members, sees who was skipped, and reassigns projects", async () => {
  const ana = await server.person("Ana Costa");
  const org = await server.organization(ana, "Initech");
  const path = `/organizations/${org.slug}`;
  const made = await ana.post(`${path}/invitation-links`, { role: "member" });
  const { hash } = new URL(String(expectStatus(made, 201).body.url));
  const token = hash.slice("#token=".length);
  const [ben, eve] = [
    await server.person("Ben Ito"),
    await server.person("Eve Moss"),
  ];
  for (const person of [ben, eve])
    expectStatus(await person.post("/invitation-links/join", { token }), 200);
  const project = await ben.post(`${path}/projects`, { name: "Left behind" });
  const id = String(expectStatus(project, 201).body.id);

  const admin = await signedIn(ana, `/o/${org.slug}/people`);
  const { page } = admin;
  await page.getByLabel("Select all").check();
  await page.getByText("3 selected").first().waitFor();
  const bar = page.getByRole("group", { name: "Selected people" });
  await bar.getByText("except you").waitFor();
  await button(page, "Change role…").click();
  const dialog = page.getByRole("alertdialog", {
    name: "Change the role of 2 members",
  });
  await dialog.getByText("Won’t be changed:").waitFor();
  await dialog.getByText("That’s you.").waitFor();
  await choose(page, "New role", "Viewer");
  await button(page, "Change role").click();
  const message = page.getByText("Role of 2 members changed");
  await message.waitFor();
  await page
    .getByRole("combobox", { name: "Role of Eve Moss" })
    .filter({ hasText: "Viewer" })
    .waitFor();

  await page.getByLabel("Select Ben Ito").check();
  await page.getByLabel("Select Eve Moss").check();
  expect(await overlaps(message, bar)).toBe(false);
  await page.keyboard.press("Escape");
  await bar.waitFor({ state: "detached" });
  await page.getByLabel("Select Ben Ito").check();
  await page.getByLabel("Select Eve Moss").check();
  await button(page, "Remove…").click();
  await page.getByText("The selected members own 1 project.").waitFor();
  await choose(page, "Reassign projects to", "Ana Costa");
  await button(page, "Remove").click();
  await page.getByText("2 members removed").waitFor();
  const { body } = expectStatus(await ana.get(`${path}/projects/${id}`), 200);
  expect<unknown>(body.ownerId).toBe(ana.id);
});

test("the projects of a removed member are asked about only if there are any", async () => {
  const ana = await server.person("Ana Costa");
  const org = await server.organization(ana, "Hooli");
  const ben = await server.join(ana, org, "member", "Ben Ito");
  await server.join(ana, org, "viewer", "Eve Moss");
  for (const name of ["One", "Two"])
    expectStatus(
      await ben.post(`/organizations/${org.slug}/projects`, { name }),
      201,
    );
  const { page } = await signedIn(ana, `/o/${org.slug}/people`);
  const dialog = page.getByRole("alertdialog");
  const reassign = dialog.getByRole("combobox", {
    name: "Reassign projects to",
  });
  const ask = async (name: string) => {
    await button(page, `Actions for ${name}`).click();
    await page
      .getByRole("menuitem", { name: "Remove from organization…" })
      .click();
  };
  await ask("Ben Ito");
  await dialog.getByText("Ben Ito owns 2 projects.").waitFor();
  await reassign.waitFor();
  expect(await faultsInBothThemes(page)).toEqual([]);
  await button(dialog, "Cancel").click();
  await ask("Eve Moss");
  await dialog.getByText("Eve Moss owns no projects.").waitFor();
  expect(await reassign.count()).toBe(0);
});

test("an admin sees that an invitation was not sent, and sends it again", async () => {
  const ana = await server.person("Ana Costa");
  const org = await server.organization(ana, "Acme");
  const email = "mispelt@elsewhere.test";
  server.mail.behave({ step: "recipient", code: 550 }, email);
  const input = { email, role: "viewer" };
  expectStatus(
    await ana.post(`/organizations/${org.slug}/invitations`, input),
    201,
  );
  await server.services.outbox.idle();
  const path = `/o/${org.slug}/people?status=invited`;
  const { page } = await signedIn(ana, path);
  await page.getByText("Not sent", { exact: true }).waitFor();
  await page.getByText("its email server rejected the email").waitFor();

  server.mail.behave("accept", email);
  await button(page, `Actions for the invitation of ${email}`).click();
  await page.getByRole("menuitem", { name: "Resend…" }).click();
  await button(page, "Resend").click();
  await page.getByText(`Invitation resent to ${email}`).waitFor();
  await page.getByText("Invited", { exact: true }).last().waitFor();
  expect(await page.getByText("Not sent", { exact: true }).count()).toBe(0);
  expect((await server.mail.mailTo(email)).subject).toContain(
    "invited you to Acme",
  );
});

test("a press on Send sends all addresses, also when the last one would begin a new line", async () => {
  const ana = await server.person("Ana Costa");
  const org = await server.organization(ana, "Umbrella");
  const admin = await signedIn(ana, `/o/${org.slug}/people?invite=1`);
  const { page } = admin;
  const typed = ["aaaaaaaaaaaa", "bbbbbbbbbbbbbbb", "ccccccccccccc"].map(
    (name) => `${name}@acme.example`,
  );
  await field(page, "Email addresses").pressSequentially(typed.join(", "));
  const send = button(page, "Send 3 invitations");
  const before = await send.boundingBox();
  if (!before) throw new Error("The button is not visible.");
  // Press near the upper edge of the button: if the button moved down by a line, the pointer would no longer be on it.
  await page.mouse.move(before.x + before.width / 2, before.y + 4);
  await page.mouse.down();
  expect(await send.boundingBox()).toEqual(before);
  await page.mouse.up();
  await page.getByText("3 invitations sent").waitFor();
  const path = `/organizations/${org.slug}/invitations`;
  const { body } = expectStatus(await ana.get<"invitations.list">(path), 200);
  expect(body.items.map(({ email }) => email).toSorted()).toEqual(typed);
});

test("an address that was typed becomes a tag when the mouse leaves the field, and not before the button is released", async () => {
  const ana = await server.person("Ana Costa");
  const org = await server.organization(ana, "Tyrell");
  const admin = await signedIn(ana, `/o/${org.slug}/people?invite=1`);
  const { page } = admin;
  await field(page, "Email addresses").pressSequentially("eve@acme.example");
  const tag = button(page, "Remove eve@acme.example");
  await page.getByRole("dialog").getByRole("heading").first().hover();
  await page.mouse.down();
  expect(await tag.count()).toBe(0);
  await page.mouse.up();
  await tag.waitFor();
  expect(await field(page, "Email addresses").inputValue()).toBe("");
});

test("an admin copies a link to an invitation, resends the expired ones, and revokes selected ones", async () => {
  const ana = await server.person("Ana Costa");
  const org = await server.organization(ana, "Wonka");
  const emails = ["kim", "lee", "max"].map((name) => `${name}@wonka.example`);
  const invited = ana.post(`/organizations/${org.slug}/invitations`, {
    emails,
    role: "viewer",
  });
  expectStatus(await invited, 200);
  await server.db.client.execute({
    sql: "update invitations set expires_at = 1 where org_id = ? and email <> ?",
    args: [org.id, emails[0] ?? ""],
  });
  const path = `/o/${org.slug}/people`;
  const admin = await signedIn(ana, `${path}?status=invited`);
  const { page } = admin;
  await button(page, `Actions for the invitation of ${emails[0]}`).click();
  await page.getByRole("menuitem", { name: "Copy link…" }).click();
  await button(page, "Create link").click();
  const link = field(page, "Link");
  expect(await link.inputValue()).toContain("/invite#token=");
  expect(await link.evaluate((one) => one === document.activeElement)).toBe(
    true,
  );
  expect(await faultsInBothThemes(page)).toEqual([]);
  await button(page, "Done").click();

  // The link of an expired invitation would not work, so it is resent first.
  await admin.open(`${path}?status=expired`);
  await button(page, `Actions for the invitation of ${emails[1]}`).click();
  await page.getByRole("menuitem", { name: "Copy link…" }).click();
  await button(page, "Create link").click();
  await page.getByText("Resend it, then copy the link.").waitFor();
  await button(page, "Resend…").click();
  await button(page, "Cancel").click();
  await button(page, "Resend expired (2)").click();
  await button(page, "Resend").click();
  await page.getByText("2 invitations resent").waitFor();

  await admin.open(`${path}?status=invited`);
  for (const email of emails.slice(1))
    await page.getByLabel(`Select ${email}`).check();
  await button(page, "Revoke…").click();
  const dialog = page.getByRole("alertdialog", {
    name: "Revoke 2 invitations?",
  });
  await button(dialog, "Revoke").click();
  await page.getByText("2 invitations revoked").waitFor();
  const menus = emails.map((email) =>
    button(page, `Actions for the invitation of ${email}`),
  );
  await menus[1]?.waitFor({ state: "detached" });
  expect(await menus[0]?.count()).toBe(1);
});
