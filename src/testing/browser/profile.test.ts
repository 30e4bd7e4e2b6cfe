import { expect, test } from "bun:test";
import { browserSuite } from "./suite";
import { button, heading, link } from "./locators";
import { readFile } from "node:fs/promises";
import { deflateSync } from "node:zlib";
import type { Locator, Page } from "playwright-core";
import type { AccountExport } from "#server/features/accounts/account-export/schemas";
import type { Actor } from "../kit/actor";
import { expectStatus } from "../kit/server";
import { png, pngOf } from "../kit/images";
import { nameOfFocus, tabTo } from "./keyboard";
import { until } from "../kit/until";
import { ageLastSignIn } from "../kit/sessions";

const { server, signedIn } = browserSuite();

const dialog = (page: Page) => page.getByRole("alertdialog");

async function choose(page: Page, name: string, buffer: Buffer) {
  const chooser = page.waitForEvent("filechooser");
  await button(page.getByRole("main"), /^Choose/).click();
  const opened = await chooser;
  await opened.setFiles({ name, mimeType: "image/png", buffer });
}

const GREEN = [0, 200, 0];
const GREY = [100, 100, 100];

/**
 * Returns the colour in the middle of an image as the browser shows it. The values are rounded, because encoding
 * changes colours a little.
 */
function middleOf(image: Locator): Promise<number[]> {
  return image.evaluate(async (element: HTMLImageElement) => {
    await element.decode();
    const canvas = document.createElement("canvas");
    canvas.width = canvas.height = 1;
    const context = canvas.getContext("2d");
    const { naturalWidth: width, naturalHeight: height } = element;
    context?.drawImage(element, width / 2, height / 2, 1, 1, 0, 0, 1, 1);
    const [...pixel] = context?.getImageData(0, 0, 1, 1).data ?? [];
    return pixel.slice(0, 3).map((value) => Math.round(value / 50) * 50);
  });
}

/** An image with three stripes: only the middle stripe is green. */
const striped = png(900, 300, {
  colour: (x) => (x >= 300 && x < 600 ? [0, 200, 0] : [200, 0, 0]),
});

test("a user uploads a picture, sees it everywhere and removes it", async () => {
  const ana = await server.person("Ana Costa");
  const org = await server.organization(ana, "Acme");
  const { page, open } = await signedIn(ana);
  const shown = page.locator("main img");
  const inHeader = button(page, /^Your account/).locator("img");

  // The page explains why a file is not accepted. Choosing another file replaces the message.
  await open("/account");
  await heading(page, "Picture").waitFor();
  await choose(page, "notes.png", Buffer.from("no picture at all"));
  await page.getByText("Unsupported file").waitFor();
  await choose(page, "dot.png", png(20, 20));
  await page.getByText("Use at least 32 × 32 pixels").waitFor();

  // The preview saves nothing. The picture is cropped to its middle.
  await choose(page, "striped.png", striped);
  await page.getByText("Preview. Save to use it.").waitFor();
  expect(await page.getByText("Use at least").count()).toBe(0);
  expect(await middleOf(shown)).toEqual(GREEN);
  await button(page, "Cancel").click();
  expect(await shown.count()).toBe(0);
  expect(await nameOfFocus(page)).toBe("Choose a picture…");
  const before = expectStatus(await ana.get("/auth/me"), 200);
  expect(before.body).toMatchObject({ avatarUrl: null });

  await choose(page, "striped.png", striped);
  await button(page, "Save picture").click();
  await page.getByText("Picture updated").first().waitFor();
  expect(await nameOfFocus(page)).toBe("Choose another…");
  await inHeader.waitFor();
  expect(await middleOf(inHeader)).toEqual(GREEN);

  await open(`/o/${org.slug}/people`);
  const row = page.getByRole("row", { name: /Ana Costa/ });
  expect(await middleOf(row.locator("img"))).toEqual(GREEN);

  // Remove the picture with the keyboard only.
  await open("/account");
  await heading(page, "Picture").waitFor();
  await tabTo(page, "Remove");
  await page.keyboard.press("Enter");
  await page.getByText("Picture removed").first().waitFor();
  await inHeader.waitFor({ state: "detached" });
  expect(await nameOfFocus(page)).toBe("Choose a picture…");
});

test("a photo of twelve megapixels is sent small, and one may be dropped", async () => {
  const ben = await server.person("Ben Okri");
  const { page, open } = await signedIn(ben);
  const raw = Buffer.alloc((4000 * 3 + 1) * 3000, 90);
  for (let y = 0; y < 3000; y++) raw[y * 12001] = 0;
  const large = pngOf(4000, 3000, deflateSync(raw));
  await open("/account");
  await heading(page, "Picture").waitFor();
  const transfer = await page.evaluateHandle((base64) => {
    const bytes = Uint8Array.from(atob(base64), (c) => c.charCodeAt(0));
    const dropped = new DataTransfer();
    dropped.items.add(new File([bytes], "photo.png", { type: "image/png" }));
    return dropped;
  }, large.toString("base64"));
  const area = page.getByText("Drag and drop, or browse");
  await area.dispatchEvent("dragover", { dataTransfer: transfer });
  await area.dispatchEvent("drop", { dataTransfer: transfer });
  await button(page, "Save picture").click();
  await page.getByText("Picture updated").first().waitFor();
  expect(await middleOf(page.locator("main img"))).toEqual(GREY);
});

test("the account names no linked accounts if there is nothing to link", async () => {
  const ana = await server.person("Ana");
  const { page } = await signedIn(ana, "/account");
  await link(page, "Sessions").waitFor();
  await link(page, "Linked accounts").waitFor({ state: "detached" });
});

test("a picture that is gone gives way to initials", async () => {
  const cleo = await server.person("Cleo Lang");
  await server.db.client.execute({
    sql: "update users set avatar_url = '/api/avatars/avt_00000000000000000000000000' where id = ?",
    args: [cleo.id],
  });
  const { page, open } = await signedIn(cleo);
  await open("/account");
  await page.locator("main [data-initials=CL]").waitFor();
  expect(await page.locator("img[src*=avatars]").count()).toBe(0);
});

test("a user reauthenticates and downloads their data as a file", async () => {
  const dan = await server.person("Dan Roth");
  const org = await server.organization(dan, "Initech");
  const { page, open } = await signedIn(dan);
  await ageLastSignIn(server, dan);
  await open("/account/data");
  await button(page, "Download").click();
  await heading(page, "Confirm it’s you").waitFor();
  await page.getByLabel("Password", { exact: true }).fill(dan.password);
  const arriving = page.waitForEvent("download");
  await button(page, "Confirm").click();
  const download = await arriving;
  expect(download.suggestedFilename()).toMatch(
    /^tenantry-account-\d{4}-\d\d-\d\d\.json$/,
  );
  const text = await readFile(await download.path(), "utf8");
  const exported = JSON.parse(text) as AccountExport;
  expect(exported).toMatchObject({
    profile: { email: dan.email, name: "Dan Roth" },
    memberships: [{ organization: { slug: org.slug }, role: "admin" }],
    activity: { items: [{ action: "organizations.create" }] },
  });
  await page.getByText("Your data was downloaded").first().waitFor();
});

test("the fate of every organization is shown before an account is deleted, and the last admin hands over first", async () => {
  const eve = await server.person("Eve Stone");
  const shared = await server.organization(eve, "Shared");
  const led = await server.organization(eve, "Led");
  const own = await server.organization(eve, "Her Own");
  const fay = await server.join(eve, shared, "member", "Fay Moss");
  const gus = await server.join(eve, led, "member", "Gus Hill");
  await makeAdmin(eve, shared.slug, fay);
  const { page, open } = await signedIn(eve);
  const outcomeOf = (name: string) =>
    page.getByRole("listitem").filter({ hasText: name });
  const ask = button(page, "Delete account…");

  await open("/account/data");
  await outcomeOf("Shared").getByText("You’ll leave").waitFor();
  await outcomeOf("Her Own").getByText("Will be deleted").waitFor();
  await outcomeOf("Led").getByText("Action needed").waitFor();
  expect(await ask.getAttribute("aria-disabled")).toBe("true");
  await outcomeOf("Led").getByRole("link").click();
  await page.waitForURL(new RegExp(`/o/${led.slug}/people$`));
  await makeAdmin(eve, led.slug, gus);
  await page.goBack();
  await outcomeOf("Led").getByText("You’ll leave").waitFor();

  // The user types the address and deletes the account.
  await ask.click();
  await dialog(page).getByText("You’ll leave Led and Shared.").waitFor();
  await dialog(page).getByText("Her Own will be permanently deleted").waitFor();
  const confirm = button(dialog(page), "Delete account");
  expect(await confirm.getAttribute("aria-disabled")).toBe("true");
  await dialog(page).getByRole("textbox").fill(eve.email);
  await confirm.click();
  await heading(page, "Your account was deleted").waitFor();
  expect(new URL(page.url()).pathname).toBe("/goodbye");

  await until("the end of the account is mailed", async () => {
    const { subject } = await server.mail.mailTo(eve.email);
    return subject === "Your account was deleted" || undefined;
  });
  await open("/account");
  await page.waitForURL(/\/sign-in/);
  expectStatus(await fay.get(`/organizations/${shared.slug}`), 200);
  expectStatus(await gus.get(`/organizations/${led.slug}`), 200);
  await server.services.background.idle();
  const { rows } = await server.db.client.execute({
    sql: "select count(*) from organizations where id = ?",
    args: [own.id],
  });
  expect(Number(rows[0]?.[0])).toBe(0);
});

test("what changed since the question was shown is said in it", async () => {
  const hal = await server.person("Hal Reed");
  const org = await server.organization(hal, "Umbra");
  const ida = await server.join(hal, org, "viewer", "Ida Voss");
  await makeAdmin(hal, org.slug, ida);
  const { page, open } = await signedIn(hal);
  await open("/account/data");
  await button(page, "Delete account…").click();
  await dialog(page).getByRole("textbox").fill(hal.email);
  const step = `/organizations/${org.slug}/members/${ida.id}`;
  expectStatus(await ida.put(step, { role: "viewer" }), 200);
  await button(dialog(page), "Delete account").click();
  await dialog(page).getByText("You're the last admin of Umbra.").waitFor();
  expectStatus(await hal.get("/auth/me"), 200);
});

async function makeAdmin(admin: Actor, slug: string, member: Actor) {
  const path = `/organizations/${slug}/members/${member.id}`;
  expectStatus(await admin.put(path, { role: "admin" }), 200);
}
