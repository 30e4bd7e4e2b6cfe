import { expect, test } from "bun:test";
import { browserSuite } from "./suite";
import { button, link, heading, field } from "./locators";
import type { Page } from "playwright-core";
import type { Actor } from "../kit/actor";
import { addApp, appWith } from "../kit/authenticator-app";
import { until } from "../kit/until";
import { settled } from "./visitor";

const DAY = 24 * 60 * 60 * 1000;
const SETTINGS = "/o/acme/settings/security";

const { server, createVisitor } = browserSuite();

const notice = (page: Page) =>
  page.getByRole("region", { name: "Two-factor authentication" });
const keptOut = (page: Page) =>
  heading(page, "Acme requires two-factor authentication");

/** Gives the browser a session of its own: adding an authenticator app renews the session of the test. */
async function signedIn(person: Actor, path: string) {
  const visitor = await createVisitor();
  const { page } = visitor;
  await visitor.open(path);
  await field(page, "Email address").fill(person.email);
  await field(page, "Password").fill(person.password);
  await button(page, "Sign in").click();
  return visitor;
}

/** Sets an authenticator app up, on the page of the account that the reader has come to. */
async function setUpApp(page: Page, { password }: Actor): Promise<void> {
  await button(page, "Set up").click();
  // By the server's clock days have passed since the sign-in.
  await field(page, "Password").fill(password);
  await page.keyboard.press("Enter");
  const secret = await page.getByRole("dialog").locator("code").innerText();
  const app = appWith(server, secret.replaceAll(" ", ""));
  await field(page, "Code").fill(app.code());
  await page.getByRole("checkbox").check();
  await button(page, "Done").click();
  await page.getByText("10 codes left").waitFor();
}

test("an admin requires it, members are told, kept out when the time is over, and in again with it", async () => {
  const ana = await server.person("Ana Costa");
  const org = await server.organization(ana, "Acme");
  const ben = await server.join(ana, org, "member", "Ben Okri");
  const cleo = await server.join(ana, org, "viewer", "Cleo Lang");

  // Without one of her own the admin is led to set it up; nothing can be required before.
  const admin = await signedIn(ana, SETTINGS);
  await admin.page.getByText("Turn on 2FA for yourself first").waitFor();
  const box = admin.page.getByRole("checkbox", { name: /^Require two-factor/ });
  expect(await box.isDisabled()).toBe(true);
  await addApp(server, ana);
  await admin.page.reload();

  // She sees whom it concerns, and gives them three days.
  await admin.page.getByRole("row", { name: /Ben Okri/ }).waitFor();
  await button(admin.page, "Copy 2 emails").waitFor();
  await box.check();
  await admin.page.getByRole("combobox", { name: "Start" }).click();
  await admin.page.getByRole("option", { name: /^In 3 days/ }).click();
  await button(admin.page, "Save").click();
  await admin.page.getByText("We emailed 2 members.").waitFor();
  await admin.page.getByText(/^Required from /).waitFor();

  // The mail says what to do, and where.
  const told = await until("Ben is told", async () =>
    server.mail.received.find(
      ({ to, subject }) =>
        to === ben.email &&
        subject === "Acme requires two-factor authentication",
    ),
  );
  expect(told.text).toContain(`${server.url.origin}/account/two-factor`);

  // A notice stands above every page, until it is put away for this visit.
  const member = await signedIn(ben, "/o/acme");
  await notice(member.page).getByRole("link", { name: "Set up 2FA" }).waitFor();
  await link(member.page, "Projects").click();
  await heading(member.page, "Projects").waitFor();
  await button(member.page, "Hide until next visit").click();
  await member.page.reload();
  await heading(member.page, "Projects").waitFor();
  expect(await notice(member.page).count()).toBe(0);

  // When the time is over, the open page says so by itself: at the next thing that it asks of the server.
  await settled(member.page);
  server.passTime(3 * DAY + 60_000);
  await link(member.page, "Settings").click();
  await keptOut(member.page).waitFor();
  expect(await link(member.page, "Projects").count()).toBe(0);

  // With an authenticator app he is in again, on the way back, without a reload.
  await link(member.page, "Set up two-factor authentication").click();
  await heading(member.page, "Authenticator app").waitFor();
  await setUpApp(member.page, ben);
  await member.page.goBack();
  await heading(member.page, "General").waitFor();

  // A page that waits lets its reader in by itself when they set it up on another device.
  const viewer = await signedIn(cleo, "/o/acme");
  await keptOut(viewer.page).waitFor();
  const { password } = cleo;
  await cleo.post("/auth/reauthenticate", { password });
  await addApp(server, cleo);
  await heading(viewer.page, "Recent projects").waitFor();

  await admin.open(SETTINGS);
  await heading(admin.page, "All members have 2FA").waitFor();
});

test("whoever does not want it leaves; a viewer has no page to require it on", async () => {
  const dan = await server.person("Dan Roth");
  const org = await server.organization(dan, "Globex");
  const eve = await server.join(dan, org, "viewer", "Eve Stone");
  await addApp(server, dan);
  const visitor = await signedIn(eve, "/o/globex/settings/security");
  const { page } = visitor;
  await heading(page, "You don’t have access to this page").waitFor();
  await page.getByRole("link", { name: dan.email }).waitFor();

  const now = { required: true, graceDays: 0 };
  await dan.post("/auth/reauthenticate", { password: dan.password });
  await dan.put(`/organizations/${org.slug}/two-factor`, now);
  await page.reload();
  await heading(page, "Globex requires two-factor authentication").waitFor();
  await button(page, "Leave organization…").click();
  await button(page, "Leave").click();
  await page.waitForURL("**/organizations");
  await heading(page, "No active organizations").waitFor();
});

test("nobody is kept out at once without being asked about", async () => {
  const fay = await server.person("Fay Moss");
  const org = await server.organization(fay, "Initech");
  const gus = await server.join(fay, org, "member", "Gus Hill");
  const visitor = await signedIn(fay, "/o/initech/settings/security");
  const { page } = visitor;
  await button(page, "Copy 2 emails").waitFor();
  await fay.post("/auth/reauthenticate", { password: fay.password });
  await addApp(server, fay);
  await page.reload();
  await page.getByRole("checkbox", { name: /^Require two-factor/ }).check();
  await page.getByRole("combobox", { name: "Start" }).click();
  await page.getByRole("option", { name: "Now" }).click();
  await button(page, "Save").click();
  const question = page.getByRole("alertdialog", {
    name: "Require 2FA now?",
  });
  await question.getByRole("button", { name: "Cancel" }).click();
  await gus
    .get("/organizations/initech")
    .then(({ status }) => expect(status).toBe(200));
  await button(page, "Save").click();
  await question.getByRole("button", { name: "Require 2FA" }).click();
  await page.getByText(/^Required since /).waitFor();
  await page.getByRole("row", { name: /Gus Hill.*Locked out/ }).waitFor();
  expect((await gus.get("/organizations/initech")).status).toBe(403);
});
