import { expect, test } from "bun:test";
import { browserSuite } from "./suite";
import { button, heading } from "./locators";
import type { Page } from "playwright-core";

const { server, createVisitor } = browserSuite();

const project = (page: Page, name: string) =>
  page.getByRole("link", { name, exact: true });

test("from an empty database to two organizations that cannot see each other", async () => {
  const ana = await createVisitor();
  const ben = await createVisitor();
  const password = "three unrelated words";

  // Ana signs up and confirms her address with the mailed link.
  await ana.open("/sign-up");
  await ana.page.getByLabel("Name").fill("Ana Costa");
  await ana.page.getByLabel("Email address").fill("ana@example.com");
  await ana.page.getByLabel("Password", { exact: true }).fill(password);
  await button(ana.page, "Sign up").click();
  await heading(ana.page, "Check your email").waitFor();
  await ana.openMailedLink("ana@example.com");
  await button(ana.page, "Confirm email").click();

  // Ana is signed in at once. She creates the organization Acme and invites Ben as a viewer.
  await heading(ana.page, "Create your first organization").waitFor();
  await ana.page.getByLabel("Name").fill("Acme");
  expect(await ana.page.getByLabel("Slug").inputValue()).toBe("acme");
  await button(ana.page, "Create organization").click();
  await heading(ana.page, "Invite your team").waitFor();
  await ana.page.getByLabel("Email addresses").fill("ben@example.com");
  await ana.page.keyboard.press("Enter");
  await ana.page.getByRole("combobox", { name: "Role" }).click();
  await ana.page.getByRole("option", { name: /Viewer/ }).click();
  await button(ana.page, "Send invitations").click();
  await ana.page.waitForURL(/\/o\/acme$/);

  // Ana creates a project in Acme.
  await ana.open("/o/acme/projects");
  await button(ana.page, "New project").first().click();
  const dialog = ana.page.getByRole("dialog");
  await dialog.getByLabel("Name").fill("Website relaunch");
  await dialog.getByRole("button", { name: "Create project" }).click();
  await project(ana.page, "Website relaunch").waitFor();

  // Ben signs up through the link in the invitation and joins Acme at once. He gets no second mail and needs no
  // organization of his own.
  await ben.openMailedLink("ben@example.com");
  await heading(ben.page, "Join Acme").waitFor();
  expect(ben.page.url()).not.toContain("token");
  await ben.page.getByLabel("Name").fill("Ben Okri");
  await ben.page.getByLabel("Password", { exact: true }).fill(password);
  await button(ben.page, "Create account and join").click();
  await ben.page.waitForURL(/\/o\/acme$/);
  expect(await server.mailsTo("ben@example.com")).toHaveLength(1);

  // Ben is a viewer: he sees the project, but no buttons for actions that the server would refuse.
  await ben.open("/o/acme/projects");
  await project(ben.page, "Website relaunch").waitFor();
  expect(await button(ben.page, "New project").count()).toBe(0);
  await ben.open("/o/acme/people");
  await ben.page.getByText("ana@example.com").waitFor();
  expect(await button(ben.page, "Invite people").count()).toBe(0);

  // Ana changes Ben's role to member. Ben's page then offers what a member may do.
  await ana.open("/o/acme/people");
  await ana.page
    .getByRole("row", { name: /ben@example.com/ })
    .getByRole("combobox")
    .click();
  await ana.page.getByRole("option", { name: /Member/ }).click();
  await ana.page.getByText("Ben Okri: Member").waitFor();
  await ben.open("/o/acme/projects");
  await button(ben.page, "New project").first().waitFor();

  // Ben creates a second organization, which Ana cannot open.
  await ben.open("/organizations/new");
  await ben.page.getByLabel("Name").fill("Globex");
  await button(ben.page, "Create organization").click();
  await ben.page.getByRole("link", { name: "Skip for now" }).click();
  await ben.page.waitForURL(/\/o\/globex$/);
  await ana.open("/o/globex/projects");
  await heading(ana.page, /not found/i).waitFor();

  // Ben switches to the other organization and back in the header.
  await ben.open("/o/globex/projects");
  await button(ben.page, /Globex/)
    .first()
    .click();
  await ben.page.getByRole("option", { name: /Acme/ }).click();
  await ben.page.waitForURL(/\/o\/acme/);

  // Two tabs show two organizations. Each tab creates its project in the organization of its URL.
  const second = await ben.context.newPage();
  await ben.open("/o/globex/projects", second);
  await ben.open("/o/acme/projects");
  for (const [page, name] of [
    [second, "Only in Globex"],
    [ben.page, "Only in Acme"],
  ] as const) {
    await button(page, "New project").first().click();
    await page.getByRole("dialog").getByLabel("Name").fill(name);
    await page
      .getByRole("dialog")
      .getByRole("button", { name: "Create project" })
      .click();
    await project(page, name).waitFor();
  }
  await second.reload();
  await project(second, "Only in Globex").waitFor();
  expect(await project(second, "Only in Acme").count()).toBe(0);
  await ben.page.reload();
  await project(ben.page, "Only in Acme").waitFor();
  expect(await project(ben.page, "Only in Globex").count()).toBe(0);
});
