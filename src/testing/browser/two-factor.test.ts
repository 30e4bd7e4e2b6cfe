import { expect, test } from "bun:test";
import { browserSuite } from "./suite";
import { button, heading, field } from "./locators";
import type { Page } from "playwright-core";
import { appWith } from "../kit/authenticator-app";
import { until } from "../kit/until";
import { nameOfFocus, tabTo } from "./keyboard";
import type { Visitor } from "./visitor";

const { server, createVisitor } = browserSuite();

const PASSWORD = "three unrelated words";
const PAGE = "/account/two-factor";

const dialog = (page: Page, name: string) => page.getByRole("dialog", { name });
const codeRefused = (page: Page) =>
  page.getByText("This code is incorrect or was already used.").waitFor();

test("a keyboard user turns on two-factor authentication and signs in with it", async () => {
  const email = "ana@example.com";
  const visitor = await signedUp("Ana Costa", email);
  const { page, open } = visitor;
  const { keyboard } = page;

  // The field shows an error for a wrong code and is cleared. A correct code is submitted without a press of the
  // button.
  await open(PAGE);
  await heading(page, "Authenticator app").waitFor();
  await tabTo(page, "Set up");
  await keyboard.press("Enter");
  await dialog(page, "Set up authenticator app").waitFor();
  await page.getByRole("img", { name: /^QR code/ }).waitFor();
  const app = await appOn(page);
  await tabTo(page, "Code");
  await keyboard.type(app.code().replace(/^./, nextDigit));
  await codeRefused(page);
  expect(await field(page, "Code").inputValue()).toBe("");
  expect(await nameOfFocus(page)).toBe("Code");
  await keyboard.type(app.code());

  // Escape does not close the dialog, so that the recovery codes are not lost.
  const stored = dialog(page, "Save your recovery codes");
  await stored.waitFor();
  const codes = await stored.getByRole("listitem").allInnerTexts();
  expect(new Set(codes).size).toBe(10);
  await keyboard.press("Escape");
  await stored.getByText("Save the codes first").waitFor();
  expect(await nameOfFocus(page)).toMatch(/^I’ve saved/);
  await keyboard.press("Space");
  await tabTo(page, "Done");
  await keyboard.press("Enter");
  await stored.waitFor({ state: "detached" });
  await page.getByText("10 codes left").waitFor();
  await mailed(email, "An authenticator app was added to your account");

  // Sign in with password and code. The code field has the focus, and the page that the user wanted to open appears.
  await signOut(visitor);
  await open(PAGE);
  await signIn(page, email);
  await until("the code is asked for", async () =>
    (await nameOfFocus(page)) === "Code" ? true : undefined,
  );
  const code = app.nextCode();
  await keyboard.type(code);
  await page.getByText("10 codes left").waitFor();
  expect(page.url()).toEndWith(PAGE);

  // A code that was used once is refused.
  await signOut(visitor);
  await open(PAGE);
  await signIn(page, email);
  await tabTo(page, "Code");
  await keyboard.type(code);
  await codeRefused(page);

  // A recovery code works once, in any spelling.
  const [recovery = ""] = codes;
  await tabTo(page, "Use a recovery code instead");
  await keyboard.press("Enter");
  await tabTo(page, "Recovery code");
  await keyboard.type(recovery.toUpperCase().replaceAll("-", " "));
  await keyboard.press("Enter");
  await page.getByText("9 codes left").waitFor();
  const used = await mailed(email, "A recovery code was used for your account");
  expect(used.text).not.toContain(recovery);

  await signOut(visitor);
  await open(PAGE);
  await signIn(page, email);
  await tabTo(page, "Use a recovery code instead");
  await keyboard.press("Enter");
  await tabTo(page, "Recovery code");
  await keyboard.type(recovery);
  await keyboard.press("Enter");
  await codeRefused(page);
});

test("a new password by mail does not replace the second factor, and a proof removes it", async () => {
  const email = "ben@example.com";
  const visitor = await signedUp("Ben Okri", email);
  const { page, open } = visitor;
  const app = await switchOn(visitor);

  // A reset link proves only access to the mailbox, so the page still asks for the second factor.
  await signOut(visitor);
  const chosen = "four unrelated words here";
  await open("/forgot");
  await field(page, "Email address").fill(email);
  await button(page, "Send link").click();
  await heading(page, "Check your email").waitFor();
  await openLink(page, email, "reset");
  await field(page, "New password").fill(chosen);
  await button(page, "Set password").click();
  await heading(page, "Two-factor authentication").waitFor();
  await open("/account");
  await heading(page, "Sign in").waitFor();

  // The browser can still complete the pending sign-in until it expires.
  await open(`/sign-in/two-factor?next=${PAGE}`);
  await field(page, "Code").fill(app.nextCode());
  await button(page, "Remove…").waitFor();

  // Removing the app later requires reauthentication. A wrong password shows an error, and cancelling changes nothing.
  server.passTime(11 * 60_000);
  await button(page, "Remove…").click();
  await page.getByText("Two-factor authentication will be off").waitFor();
  await button(page, "Remove").click();
  const proof = dialog(page, "Confirm it’s you");
  await proof.waitFor();
  expect(await nameOfFocus(page)).toBe("Password");
  await page.keyboard.type(PASSWORD);
  await page.keyboard.press("Enter");
  await proof.getByText("Incorrect password.").waitFor();
  await page.keyboard.press("Escape");
  await page.getByText("Nothing was changed").waitFor();

  // The user can also reauthenticate with a code of the app.
  await button(page, "Remove").click();
  await proof.waitFor();
  await button(page, "Use a code from your app").click();
  expect(await nameOfFocus(page)).toMatch(/^Code/);
  await page.keyboard.type(app.nextCode());
  await button(page, "Set up").waitFor();
  expect(await page.getByText("codes left").count()).toBe(0);
  await mailed(email, "The authenticator app was removed from your account");

  // Without the app, the password alone is enough to sign in.
  await signOut(visitor);
  await open(PAGE);
  await signIn(page, email, chosen);
  await button(page, "Set up").waitFor();
});

test("an invitation waits through the second step, and a sign-in that took too long starts again", async () => {
  const email = "cem@example.com";
  const visitor = await signedUp("Cem Aydın", email);
  const { page } = visitor;
  const app = await switchOn(visitor);
  await signOut(visitor);
  await inviteToOrganization(email);
  await openLink(page, email, "invite");
  await heading(page, "Join Acme").waitFor();
  await button(page, "Sign in to accept").click();
  await signIn(page, email);
  await field(page, "Code").waitFor();

  // A pending sign-in expires after ten minutes, so the code is refused.
  server.passTime(11 * 60_000);
  await field(page, "Code").fill(app.code());
  await heading(page, "This sign-in has expired").waitFor();
  await page.getByRole("link", { name: "Sign in again" }).click();
  await signIn(page, email);
  await field(page, "Code").fill(app.nextCode());
  await heading(page, "Join Acme").waitFor();
  await button(page, "Accept invitation").click();
  await page.waitForURL(/\/o\/acme/);
});

async function signedUp(name: string, email: string): Promise<Visitor> {
  const visitor = await createVisitor();
  const { page, open } = visitor;
  await open("/sign-up");
  await field(page, "Name").fill(name);
  await field(page, "Email address").fill(email);
  await field(page, "Password").fill(PASSWORD);
  await button(page, "Sign up").click();
  await heading(page, "Check your email").waitFor();
  await openLink(page, email, "verify");
  await button(page, "Confirm email").click();
  await heading(page, "Create your first organization").waitFor();
  return visitor;
}

/** Sets up an authenticator app with the mouse. */
async function switchOn({ page, open }: Visitor) {
  await open(PAGE);
  await button(page, "Set up").click();
  const app = await appOn(page);
  await field(page, "Code").fill(app.code());
  await page.getByRole("checkbox").check();
  await button(page, "Done").click();
  await page.getByText("10 codes left").waitFor();
  return app;
}

/** Creates an authenticator app from the secret that the page shows as text. */
async function appOn(page: Page) {
  const shown = await page.getByRole("dialog").locator("code").innerText();
  return appWith(server, shown.replaceAll(" ", ""));
}

async function signOut({ page }: Visitor): Promise<void> {
  await button(page, /^Your account/).click();
  await page.getByRole("menuitem", { name: "Sign out" }).click();
  await heading(page, "Sign in").waitFor();
}

async function signIn(
  page: Page,
  email: string,
  password = PASSWORD,
): Promise<void> {
  await heading(page, "Sign in").waitFor();
  await tabTo(page, "Email address");
  // The field may already contain the address of an invitation, so replace its content.
  await page.keyboard.press("Control+A");
  await page.keyboard.type(email);
  await tabTo(page, "Password");
  await page.keyboard.type(password);
  await page.keyboard.press("Enter");
}

/** Invites the address to an organization of another user. */
async function inviteToOrganization(email: string): Promise<void> {
  const admin = await signedUp("Ada Admin", "ada@example.com");
  await field(admin.page, "Name").fill("Acme");
  await button(admin.page, "Create organization").click();
  await heading(admin.page, "Invite your team").waitFor();
  await field(admin.page, "Email addresses").fill(email);
  await admin.page.keyboard.press("Enter");
  await button(admin.page, "Send invitations").click();
  await admin.page.waitForURL(/\/o\/acme$/);
}

function mailed(email: string, subject: string) {
  return until(`"${subject}" is mailed to ${email}`, () =>
    server.mail.received.findLast(
      (one) => one.to === email && one.subject === subject,
    ),
  );
}

/** Opens the newest mailed link to the given page of the web app. */
async function openLink(page: Page, email: string, to: string): Promise<void> {
  const link = await until(`a link to ${to} is mailed to ${email}`, () =>
    server.mail.received
      .filter((one) => one.to === email)
      .map(({ text }) =>
        new RegExp(`https?://\\S+/${to}#token=\\S+`).exec(text)?.at(0),
      )
      .findLast(Boolean),
  );
  await page.goto(link);
}

function nextDigit(digit: string): string {
  return String((Number(digit) + 1) % 10);
}
