import { AxeBuilder } from "@axe-core/playwright";
import { expect, test } from "bun:test";
import { browserSuite } from "./suite";
import { button, heading } from "./locators";
import type { CDPSession, Page } from "playwright-core";
import type { Actor } from "../kit/actor";
import type { Visitor } from "./visitor";

const ELEVEN_MINUTES = 11 * 60 * 1000;
const PAGE = "/account/passkeys";

const { server, createVisitor } = browserSuite();

const dialog = (page: Page, name: string) => page.getByRole("dialog", { name });

test("a passkey is added, named, used in place of the password, and removed", async () => {
  const person = await server.person("Ana Costa");
  const visitor = await createVisitor();
  const { page, open } = visitor;
  await giveAuthenticator(visitor);
  await open(PAGE);
  await signIn(page, person);
  await heading(page, "No passkeys yet").waitFor();

  // The form proposes a name from the browser. The user gets recovery codes, because this passkey is the first second
  // factor.
  await button(page, "Add passkey").click();
  const adding = dialog(page, "Add passkey");
  expect(await adding.getByLabel("Name").inputValue()).toMatch(/ on /);
  await adding.getByLabel("Name").fill("Laptop");
  await button(page, "Continue").click();
  await storeCodes(page);
  await page.getByText("never used").waitFor();

  // A device creates only one passkey per user.
  await button(page, "Add passkey").click();
  await button(page, "Continue").click();
  await adding.getByText("already has a passkey for your account").waitFor();
  await page.keyboard.press("Escape");

  await choose(page, "Laptop", "Rename");
  await page.getByLabel("Name", { exact: true }).fill("Work laptop");
  await button(page, "Rename").click();
  await page.getByText("Work laptop", { exact: true }).waitFor();
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ help }) => help)).toEqual([]);

  // Sign in with the passkey alone, without address and password. The page that the user wanted to open then appears.
  await signOut(page);
  await open(PAGE);
  await button(page, "Sign in with a passkey").click();
  await page.getByText("last used").waitFor();
  expect(page.url()).toEndWith(PAGE);

  // Removing the last passkey deletes the recovery codes. Then the password alone is enough to sign in.
  await choose(page, "Work laptop", "Remove…");
  await page.getByText("your recovery codes will be deleted").waitFor();
  await button(page, "Remove").click();
  await heading(page, "No passkeys yet").waitFor();
  await signOut(page);
  await button(page, "Sign in with a passkey").click();
  await page.getByText("This passkey wasn't accepted").waitFor();
  await open(PAGE);
  await signIn(page, person);
  await heading(page, "No passkeys yet").waitFor();
  const subjects = (await server.mailsTo(person.email)).map((m) => m.subject);
  expect(subjects).toContain("A passkey was added to your account");
  expect(subjects).toContain("A passkey was removed from your account");
});

test("a passkey answers after a password, and confirms who one is", async () => {
  const person = await server.person("Ben Okri");
  const visitor = await createVisitor();
  const { page, open } = visitor;
  await giveAuthenticator(visitor);
  await open(PAGE);
  await signIn(page, person);
  await addPasskey(page);
  await signOut(page);

  await open(PAGE);
  await signIn(page, person);
  await heading(page, "Two-factor authentication").waitFor();
  await button(page, "Use a passkey").click();
  await page.getByText("last used").waitFor();

  server.passTime(ELEVEN_MINUTES);
  await choose(page, /./, "Remove…");
  await button(page, "Remove").click();
  await dialog(page, "Confirm it’s you").waitFor();
  await button(page, "Use a passkey").click();
  await heading(page, "No passkeys yet").waitFor();
});

test("a question that is closed says so, and changes nothing", async () => {
  const person = await server.person("Cem Aydın");
  const visitor = await createVisitor();
  const { page, open } = visitor;
  const authenticator = await giveAuthenticator(visitor);
  await open(PAGE);
  await signIn(page, person);

  await authenticator.refuse();
  await button(page, "Add passkey").click();
  await button(page, "Continue").click();
  await page.getByText("The prompt was closed").waitFor();
  await authenticator.accept();
  await button(page, "Continue").click();
  await storeCodes(page);

  await signOut(page);
  await authenticator.refuse();
  await button(page, "Sign in with a passkey").click();
  await page.getByText("No passkey was used").waitFor();
  await authenticator.accept();
  await button(page, "Sign in with a passkey").click();
  await heading(page, "Create your first organization").waitFor();
});

test("a passkey that is picked in the address field signs in by itself", async () => {
  const person = await server.person("Eve Ito");
  const visitor = await createVisitor();
  const { page, open } = visitor;
  await giveAuthenticator(visitor, { isOffered: true });
  await open(PAGE);
  await signIn(page, person);
  await addPasskey(page);
  await page.getByRole("button", { name: /^Your account/ }).click();
  await page.getByRole("menuitem", { name: "Sign out" }).click();
  await heading(page, "Create your first organization").waitFor();
  await open(PAGE);
  await page.getByText("last used").waitFor();
});

test("a browser without passkey support offers none", async () => {
  const person = await server.person("Dora Lind");
  const { page, context, open } = await createVisitor();
  await context.addInitScript("delete window.PublicKeyCredential");
  await open(PAGE);
  await signIn(page, person);
  await page.getByText("This browser doesn’t support passkeys").waitFor();
  expect(await button(page, "Add passkey").count()).toBe(0);
  await signOut(page);
  expect(await button(page, "Sign in with a passkey").count()).toBe(0);
});

/**
 * Adds a virtual device with a fingerprint reader that accepts every request until `refuse` is called. By default the
 * browser does not offer passkeys in autofill, because the device would accept the offer without a click.
 */
async function giveAuthenticator(
  { context, page }: Visitor,
  { isOffered = false } = {},
) {
  if (!isOffered)
    await context.addInitScript(
      "if (window.PublicKeyCredential) PublicKeyCredential.isConditionalMediationAvailable = async () => false",
    );
  const devtools: CDPSession = await context.newCDPSession(page);
  await devtools.send("WebAuthn.enable");
  const { authenticatorId } = await devtools.send(
    "WebAuthn.addVirtualAuthenticator",
    {
      options: {
        protocol: "ctap2",
        transport: "internal",
        hasResidentKey: true,
        hasUserVerification: true,
        isUserVerified: true,
        automaticPresenceSimulation: true,
      },
    },
  );
  const verify = (isUserVerified: boolean) =>
    devtools.send("WebAuthn.setUserVerified", {
      authenticatorId,
      isUserVerified,
    });
  return { refuse: () => verify(false), accept: () => verify(true) };
}

async function addPasskey(page: Page): Promise<void> {
  await button(page, "Add passkey").click();
  await button(page, "Continue").click();
  await storeCodes(page);
}

async function storeCodes(page: Page): Promise<void> {
  await dialog(page, "Save your recovery codes").waitFor();
  await page.getByRole("checkbox").check();
  await button(page, "Done").click();
}

async function choose(page: Page, passkey: string | RegExp, action: string) {
  const actions =
    typeof passkey === "string" ? `Actions for ${passkey}` : /^Actions for/;
  await page.getByRole("button", { name: actions }).click();
  await page.getByRole("menuitem", { name: action }).click();
}

async function signIn(page: Page, { email, password }: Actor): Promise<void> {
  await page.getByLabel("Email address").fill(email);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await button(page, "Sign in").click();
}

async function signOut(page: Page): Promise<void> {
  await page.getByRole("button", { name: /^Your account/ }).click();
  await page.getByRole("menuitem", { name: "Sign out" }).click();
  await heading(page, "Sign in").waitFor();
}
