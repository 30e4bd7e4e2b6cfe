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

/**
 * Signs in in a new browser. The browser needs its own session, because adding an authenticator app replaces the
 * session of the test's actor.
 */
async function signedIn(person: Actor, path: string) {
  const visitor = await createVisitor();
  const { page } = visitor;
  await visitor.open(path);
  await field(page, "Email address").fill(person.email);
  await field(page, "Password").fill(person.password);
  await button(page, "Sign in").click();
  return visitor;
}

/** Sets up an authenticator app on the open account page. */
async function setUpApp(page: Page, { password }: Actor): Promise<void> {
  await button(page, "Set up").click();
  // The page asks for the password, because the server's clock was moved days past the sign-in.
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

  // An admin without 2FA cannot require it. The page asks the admin to set it up first.
  const admin = await signedIn(ana, SETTINGS);
  await admin.page.getByText("Turn on 2FA for yourself first").waitFor();
  const box = admin.page.getByRole("checkbox", { name: /^Require two-factor/ });
  expect(await box.isDisabled()).toBe(true);
  await addApp(server, ana);
  await admin.page.reload();

  // The admin sees which members have no 2FA, and requires it in three days.
  await admin.page.getByRole("row", { name: /Ben Okri/ }).waitFor();
  await button(admin.page, "Copy 2 emails").waitFor();
  await box.check();
  await admin.page.getByRole("combobox", { name: "Start" }).click();
  await admin.page.getByRole("option", { name: /^In 3 days/ }).click();
  await button(admin.page, "Save").click();
  await admin.page.getByText("We emailed 2 members.").waitFor();
  await admin.page.getByText(/^Required from /).waitFor();

  // The mail tells members to set up 2FA and links to the page.
  const told = await until("Ben is told", async () =>
    server.mail.received.find(
      ({ to, subject }) =>
        to === ben.email &&
        subject === "Acme requires two-factor authentication",
    ),
  );
  expect(told.text).toContain(`${server.url.origin}/account/two-factor`);

  // Every page shows a notice until the user hides it for this visit.
  const member = await signedIn(ben, "/o/acme");
  await notice(member.page).getByRole("link", { name: "Set up 2FA" }).waitFor();
  await link(member.page, "Projects").click();
  await heading(member.page, "Projects").waitFor();
  await button(member.page, "Hide until next visit").click();
  await member.page.reload();
  await heading(member.page, "Projects").waitFor();
  expect(await notice(member.page).count()).toBe(0);

  // After the three days the open page blocks access with its next request to the server.
  await settled(member.page);
  server.passTime(3 * DAY + 60_000);
  await link(member.page, "Settings").click();
  await keptOut(member.page).waitFor();
  expect(await link(member.page, "Projects").count()).toBe(0);

  // After setting up an authenticator app the member has access again, without a reload.
  await link(member.page, "Set up two-factor authentication").click();
  await heading(member.page, "Authenticator app").waitFor();
  await setUpApp(member.page, ben);
  await member.page.goBack();
  await heading(member.page, "General").waitFor();

  // The blocked page opens without a reload when the user sets up 2FA on another device.
  const viewer = await signedIn(cleo, "/o/acme");
  await keptOut(viewer.page).waitFor();
  const { password } = cleo;
  await cleo.post("/auth/reauthenticate", { password });
  await addApp(server, cleo);
  await heading(viewer.page, "Active members").waitFor();

  await admin.open(SETTINGS);
  await heading(admin.page, "All members have 2FA").waitFor();
});

test("a member can leave instead of setting up 2FA, and a viewer cannot open the policy page", async () => {
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

test("an admin must confirm before members lose access at once", async () => {
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
