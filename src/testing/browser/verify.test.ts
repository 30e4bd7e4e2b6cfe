import { expect, test } from "bun:test";
import { browserSuite } from "./suite";
import { button, heading } from "./locators";
import type { Page } from "playwright-core";
import { Actor } from "../kit/actor";
import { expectStatus } from "../kit/server";
import { faultsInBothThemes, overflow } from "./faults";
import { settled, type Visitor } from "./visitor";

const { server, createVisitor } = browserSuite();

const PASSWORD = "three unrelated words";
const PHONE = { width: 360, height: 740 };
const DESK = { width: 1280, height: 800 };

let people = 0;
const newAddress = () => `vera-${++people}@example.com`;

async function signUp({ page, open }: Visitor, name: string, email: string) {
  await open("/sign-up");
  await page.getByLabel("Name").fill(name);
  await page.getByLabel("Email address").fill(email);
  await page.getByLabel("Password", { exact: true }).fill(PASSWORD);
  await button(page, "Sign up").click();
  await heading(page, "Check your email").waitFor();
}

/** Mallory signs up with another person's address, in a different browser. */
async function signUpMallory(email: string): Promise<Actor> {
  const password = "mallory chose this one";
  const mallory = new Actor(server, "Mallory", email, password);
  const input = { name: "Mallory", email, password };
  expectStatus(await mallory.post("/auth/sign-up", input), 202);
  return mallory;
}

async function users(email: string): Promise<number> {
  const { rows } = await server.db.client.execute({
    sql: "select count(*) from users where email = ?",
    args: [email],
  });
  return Number(rows[0]?.[0]);
}

/** Expects that the page fits a narrow and a wide window and has no accessibility violations in either theme. */
async function expectSound(page: Page): Promise<void> {
  for (const size of [PHONE, DESK]) {
    await page.setViewportSize(size);
    expect(await overflow(page)).toBe(0);
  }
  expect(await faultsInBothThemes(page)).toEqual([]);
}

async function nameShown({ page, open }: Visitor): Promise<string> {
  await open("/account");
  return page.getByRole("textbox", { name: "Name" }).inputValue();
}

test("in one browser, the link signs in after a click and does nothing before it", async () => {
  const email = newAddress();
  const mallory = await signUpMallory(email);
  const vera = await createVisitor();
  await signUp(vera, "Vera Moss", email);
  await vera.openMailedLink(email);
  await heading(vera.page, "Confirm your email address").waitFor();
  await settled(vera.page);
  expect(await users(email)).toBe(0);
  await expectSound(vera.page);
  await button(vera.page, "Confirm email").click();
  await heading(vera.page, "Create your first organization").waitFor();
  expect(await nameShown(vera)).toBe("Vera Moss");
  expectStatus(await mallory.signIn(), 401);
});

test("in another browser, the person signs in with the password of the sign-up", async () => {
  const email = newAddress();
  const desk = await createVisitor();
  await signUp(desk, "Vera Moss", email);
  const phone = await createVisitor();
  await phone.openMailedLink(email);
  await button(phone.page, "Confirm email").click();
  await heading(phone.page, "Email address confirmed").waitFor();
  await expectSound(phone.page);
  expect(await users(email)).toBe(0);
  await phone.page
    .getByRole("link", { name: "Sign in with your password" })
    .click();
  await phone.page.getByLabel("Email address").fill(email);
  await phone.page.getByLabel("Password", { exact: true }).fill(PASSWORD);
  await button(phone.page, "Sign in").click();
  await heading(phone.page, "Create your first organization").waitFor();
  expect(await nameShown(phone)).toBe("Vera Moss");
});

test("the owner of an address that a stranger signed up with chooses name and password", async () => {
  const email = newAddress();
  const mallory = await signUpMallory(email);
  const vera = await createVisitor();
  await vera.openMailedLink(email);
  await button(vera.page, "Confirm email").click();
  await button(vera.page, "Choose name and password").click();
  await heading(vera.page, "Choose name and password").waitFor();
  await expectSound(vera.page);
  await button(vera.page, "Create account").click();
  await vera.page.getByText("Enter a name.").waitFor();
  await vera.page.getByLabel("Name").fill("Vera Moss");
  await vera.page.getByLabel("Password", { exact: true }).fill(PASSWORD);
  expectStatus(await mallory.signIn(), 403);
  await button(vera.page, "Create account").click();
  await heading(vera.page, "Create your first organization").waitFor();
  expect(await nameShown(vera)).toBe("Vera Moss");
  expectStatus(await mallory.signIn(), 401);
});

test("the page offers the same in German", async () => {
  const email = newAddress();
  await signUpMallory(email);
  const vera = await createVisitor({ locale: "de-DE" });
  await vera.openMailedLink(email);
  await button(vera.page, "E-Mail-Adresse bestätigen").click();
  await heading(vera.page, "E-Mail-Adresse bestätigt").waitFor();
  await expectSound(vera.page);
  await button(vera.page, "Name und Passwort wählen").click();
  await expectSound(vera.page);
  await vera.page.getByLabel("Name").fill("Vera Moss");
  await vera.page.getByLabel("Passwort", { exact: true }).fill(PASSWORD);
  await button(vera.page, "Konto erstellen").click();
  await vera.page.getByRole("heading", { level: 1 }).first().waitFor();
  await vera.page.waitForURL((url) => url.pathname !== "/verify");
  expect(await users(email)).toBe(1);
});
