import { expect, test } from "bun:test";
import { browserSuite } from "./suite";
import { button } from "./locators";
import type { Page } from "playwright-core";
import { expectStatus } from "../kit/server";
import { png } from "../kit/images";
import { nameOfFocus } from "./keyboard";

const { server, signedIn } = browserSuite();

/** Creates an organization with the admins Ana and Ben. Ben is signed in in a browser. */
async function pair() {
  const ana = await server.person("Ana Lindqvist");
  const org = await server.organization(ana, "Acme");
  const ben = await server.join(ana, org, "admin", "Ben Okafor");
  return { ana, ben, org, at: await signedIn(ben) };
}

const field = (page: Page, name: string) =>
  page.getByRole("textbox", { name: new RegExp(`^${name}`) });
const notice = (page: Page) =>
  page.getByRole("status").filter({ hasText: "changed this" });

test("two people edit one project: the second sees who was faster, and chooses", async () => {
  const { ana, org, at } = await pair();
  const projects = `/organizations/${org.slug}/projects`;
  const project = { name: "Website", description: "Old words" };
  const { id } = expectStatus(await ana.post(projects, project), 201).body;
  const { page, open } = at;
  const saved = async () => (await ana.get(`${projects}/${id}`)).body;

  await open(`/o/${org.slug}/projects/${id}`);
  await field(page, "Description").fill("What Ben wrote");
  const theirs = { name: "Site", description: "What Ana wrote" };
  expectStatus(await ana.put(`${projects}/${id}`, theirs), 200);
  await button(page, "Save").click();

  // The server keeps Ana's text, and Ben's form keeps what Ben typed.
  await notice(page).waitFor();
  const words = await notice(page).innerText();
  expect(words).toContain("Ana Lindqvist");
  expect(words).toContain("changed this just now.");
  expect(words).toContain("What Ana wrote");
  expect(words).toContain("What Ben wrote");
  expect(await saved()).toMatchObject(theirs);
  expect(await field(page, "Description").inputValue()).toBe("What Ben wrote");

  // Loading Ana's version replaces Ben's text; the undo button brings it back.
  await button(page, "Load their version").click();
  expect(await nameOfFocus(page)).toBe("Save");
  expect(await field(page, "Description").inputValue()).toBe("What Ana wrote");
  expect(await notice(page).count()).toBe(0);
  await button(page, "Undo").click();
  expect(await field(page, "Description").inputValue()).toBe("What Ben wrote");
  expect(await field(page, "Name").inputValue()).toBe("Site");

  // Ana changes the project again. Saving Ben's version then overwrites only the field that Ben edited.
  const later = { name: "Shop", description: "Ana, again" };
  expectStatus(await ana.put(`${projects}/${id}`, later), 200);
  await button(page, "Save").click();
  await button(page, "Save mine anyway").click();
  await page.getByText("Project saved").first().waitFor();
  expect(await saved()).toMatchObject({
    name: "Shop",
    description: "What Ben wrote",
  });
  expect(await notice(page).count()).toBe(0);
});

test("the second of two users who change a setting sees the conflict and keeps their value", async () => {
  const { ana, org, at } = await pair();
  const path = `/organizations/${org.slug}`;
  const { page, open } = at;
  const settings = async () => (await ana.get(`${path}/settings`)).body;
  const save = (title: string) =>
    page
      .getByRole("region", { name: title })
      .getByRole("button", { name: "Save", exact: true });

  await open(`/o/${org.slug}/settings`);
  await page.getByLabel("Time zone").fill("Europe/Berlin");
  const timezone = "Europe/Lisbon";
  expectStatus(await ana.put(path, { settings: { timezone } }), 200);
  await save("Preferences").click();
  await notice(page).waitFor();
  expect(await notice(page).innerText()).toContain("Europe/Lisbon");
  expect(await settings()).toMatchObject({ timezone });
  await button(page, "Save mine anyway").click();
  await page.getByText("Settings saved").first().waitFor();
  expect(await settings()).toMatchObject({ timezone: "Europe/Berlin" });

  // The user's own change in another part of the page does not count as a conflict.
  await field(page, "Name").fill("Acme by Ben");
  await save("Name").click();
  await page.getByText("Name saved").first().waitFor();
  await page.getByLabel(/Website/).fill("https://acme.example");
  await save("Preferences").click();
  await page.getByText("Settings saved").nth(1).waitFor();
  expect(await settings()).toMatchObject({ website: "https://acme.example" });
  expect(await notice(page).count()).toBe(0);

  await field(page, "Name").fill("Acme, said Ben");
  expectStatus(await ana.put(path, { name: "Acme, said Ana" }), 200);
  await save("Name").click();
  await notice(page).waitFor();
  await button(page, "Load their version").click();
  expect(await field(page, "Name").inputValue()).toBe("Acme, said Ana");
});

test("an organization gets a logo, which is seen wherever it is, and loses it again", async () => {
  const { ana, ben, org, at } = await pair();
  const { page, open } = at;
  await open(`/o/${org.slug}/settings`);
  const logo = page.getByRole("region", { name: "Logo" });
  const inHeader = page.locator('header img[src^="/api/"]');
  const chooser = page.waitForEvent("filechooser");
  await logo.getByRole("button", { name: /^Choose/ }).click();
  await (
    await chooser
  ).setFiles({
    name: "logo.png",
    mimeType: "image/png",
    buffer: png(400, 300),
  });
  await page.getByText("Preview. Save to use it.").waitFor();
  expect((await ana.get(`/organizations/${org.slug}`)).body).toMatchObject({
    logoUrl: null,
  });
  await button(page, "Save logo").click();
  await page.getByText("Logo updated").first().waitFor();
  await inHeader.waitFor();
  const source = String(await inHeader.getAttribute("src"));
  expect(source).toStartWith("/api/logos/lgo_");

  await open("/organizations");
  await page.locator(`main img[src="${source}"]`).waitFor();

  const guest = await server.person("Cleo Guest");
  const { token } = await server.invite(ben, org, guest.email, "viewer");
  const cleo = await signedIn(guest);
  await cleo.open("/account/invitations");
  await cleo.page.locator(`main img[src="${source}"]`).waitFor();
  await cleo.open(`/invite#token=${token}`);
  await cleo.page.locator(`img[src="${source}"]`).first().waitFor();

  await open(`/o/${org.slug}/settings`);
  await logo.getByRole("button", { name: "Remove" }).click();
  await page.getByText("Logo removed").first().waitFor();
  await logo.locator("img").waitFor({ state: "detached" });
  await inHeader.waitFor({ state: "detached" });
});
