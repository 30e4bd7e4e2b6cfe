import { describe, expect, test } from "bun:test";
import { browserSuite } from "./suite";
import { button, heading, field } from "./locators";
import type { Page } from "playwright-core";
import { Actor } from "../kit/actor";
import { expectStatus } from "../kit/server";
import { until } from "../kit/until";

const { server, createVisitor } = browserSuite();

function arrived(email: string, subject: string) {
  return until(`"${subject}" arrives at ${email}`, () =>
    server.mail.received.findLast(
      (one) => one.to === email && one.subject === subject,
    ),
  );
}

/** Creates a user who confirmed the sign-up with the link from a mail sent over SMTP. */
async function person(name: string): Promise<Actor> {
  const email = `${name.toLowerCase()}@example.com`;
  const actor = new Actor(server, name, email);
  const { password } = actor;
  const signUp = actor.post("/auth/sign-up", { name, email, password });
  expectStatus(await signUp, 202);
  const { text } = await arrived(email, "Confirm your email address");
  const token = /#token=([\w-]+)/.exec(text)?.[1];
  expectStatus(await actor.post("/auth/verify-email", { token }), 200);
  expectStatus(await actor.post("/organizations", { name: "Acme" }), 201);
  return actor;
}

async function visitorSignedIn(who: Pick<Actor, "email" | "password">) {
  const visitor = await createVisitor();
  const { page } = visitor;
  await visitor.open("/sign-in");
  await field(page, "Email address").fill(who.email);
  await field(page, "Password").fill(who.password);
  await button(page, "Sign in").click();
  await page.waitForURL(/\/o\/acme/);
  return visitor;
}

test("a new device is mailed about, listed, and signed out from another one", async () => {
  const ana = await person("Ana");
  const desk = await visitorSignedIn(ana);
  const phone = await visitorSignedIn(ana);

  // The link in the mail opens the list of devices, which contains the new device.
  const { text } = await arrived(ana.email, "New sign-in to your account");
  expect(text).toContain("Device: Chrome on Linux");
  await desk.page.goto(/https?:\S+\/account\/sessions/.exec(text)?.[0] ?? "");
  await heading(desk.page, "Sessions").waitFor();
  const devices = desk.page.getByRole("region", { name: "Devices" });
  const rows = devices.getByRole("listitem");
  await rows.nth(2).waitFor();
  expect(await rows.count()).toBe(3);
  const own = await rows.first().innerText();
  expect(own).toContain("This device");
  expect(own).toContain("Active now");
  expect(await rows.nth(1).innerText()).toMatch(
    /Last active .*(127\.0\.0\.1|::1)/,
  );
  await button(desk.page, "Sign out Chrome on Linux").click();
  await desk.page.getByText("Device signed out").first().waitFor();

  // The page on the signed-out device shows at once that its session has ended. After signing in, the user returns to
  // that page.
  await heading(phone.page, "Sign in").waitFor();
  await phone.page.getByText("Your session has ended.").waitFor();
  await field(phone.page, "Email address").fill(ana.email);
  await field(phone.page, "Password").fill(ana.password);
  await button(phone.page, "Sign in").click();
  await phone.page.waitForURL(/\/o\/acme/);

  // Sign out all other devices with one button.
  await desk.page.reload();
  await button(desk.page, "Sign out all others").click();
  const dialog = desk.page.getByRole("alertdialog");
  await dialog.getByRole("button", { name: "Sign out" }).click();
  await desk.page.getByText("All other devices signed out").first().waitFor();
  // Wait until the dialog is closed, because it hides the rows behind it from locators by role.
  await dialog.waitFor({ state: "detached" });
  await rows.first().waitFor();
  await rows.nth(1).waitFor({ state: "detached" });
  expect(await rows.count()).toBe(1);
  expectStatus(await ana.get("/auth/context"), 401);
});

test("an address is changed by the link that its new mailbox got, and the old one hears of it", async () => {
  const ben = await person("Ben");
  const [typo, email] = ["ben-okri@exmaple.com", "ben-okri@example.com"];
  const { page, open } = await visitorSignedIn(ben);
  await open("/account");
  const submit = async (address: string) => {
    await field(page, "New email address").fill(address);
    await button(page, "Change email").click();
  };

  // The address field shows the error.
  await submit("ben at example");
  await page.getByText("Enter a valid email address.").waitFor();
  await submit(ben.email);
  await page.getByText("This is already your email address.").waitFor();

  // The user cancels the change to a mistyped address.
  await submit(typo);
  await page.getByText(`Confirm ${typo}`).waitFor();
  await button(page, "Cancel change").click();
  await submit(email);
  await page.getByText(`Confirm ${email}`).waitFor();
  await page.reload();
  await page.getByText(`Confirm ${email}`).waitFor();

  const notice = await arrived(
    ben.email,
    "A change of your email address was requested",
  );
  expect(notice.text).toMatch(/New email address: \S+/);
  const { text } = await arrived(email, "Confirm your new email address");
  const link = /https?:\S+#token=\S+/.exec(text)?.[0] ?? "";

  // Opening the link changes nothing yet. The page removes the token from the URL.
  await page.goto(link);
  await heading(page, "Confirm your new email address").waitFor();
  expect(page.url()).not.toContain("token");
  expectStatus(await ben.get("/auth/context"), 200);
  await button(page, "Use this email address").click();
  await page.waitForURL(/\/account$/);
  await page.getByText(`Your email address is now ${email}`).first().waitFor();
  await page.getByRole("main").getByText(email, { exact: true }).waitFor();
  const told = await arrived(ben.email, "Your email address was changed");
  expect(told.text).toContain(email);
  expectStatus(await ben.get("/auth/context"), 401);

  // The link works only once. The user signs in with the new address.
  await page.goto(link);
  await button(page, "Use this email address").click();
  await heading(page, "This link is no longer valid").waitFor();
  const { password } = ben;
  await visitorSignedIn({ email, password });
});

describe("the link to a new address, in a browser that is not signed in to the account,", () => {
  /**
   * Requests an email change and returns the mailed link. Also returns a check that no URL requested by the browser
   * contained the token.
   */
  async function linkFor(cleo: Actor, email: string, page: Page) {
    expectStatus(await cleo.post("/auth/change-email", { email }), 202);
    const { text } = await arrived(email, "Confirm your new email address");
    const [path = "", token = ""] =
      /\/change-email#token=(\S+)/.exec(text) ?? [];
    const asked: string[] = [];
    page.on("request", (request) => asked.push(request.url()));
    const expectUntold = () =>
      expect(asked.filter((url) => url.includes(token))).toEqual([]);
    return { path, expectUntold };
  }

  async function signIn(page: Page, { email, password }: Actor) {
    await page
      .getByText("Sign in to confirm your new email address.")
      .waitFor();
    await field(page, "Email address").fill(email);
    await field(page, "Password").fill(password);
    await button(page, "Sign in").click();
  }

  async function confirm(page: Page, email: string) {
    await button(page, "Use this email address").click();
    await page.waitForURL(/\/account$/);
    await page
      .getByText(`Your email address is now ${email}`)
      .first()
      .waitFor();
  }

  test("leads to sign-in and back, and waits meanwhile", async () => {
    const [cleo, email] = [await person("Cleo"), "cleo-2@example.com"];
    const { page, open } = await createVisitor();
    const { path, expectUntold } = await linkFor(cleo, email, page);
    await open(path);
    await heading(page, "Sign in to confirm your new email address").waitFor();
    await page.reload();
    await page.getByRole("link", { name: "Sign in" }).click();
    await signIn(page, cleo);
    await confirm(page, email);
    expectUntold();
    // The token is used up, so the page in this tab no longer has a token.
    await open("/change-email");
    await page.getByText("Open the link we emailed").waitFor();
  });

  test("is refused to another user, who can sign out and continue as the one who asked", async () => {
    const [dora, email] = [await person("Dora"), "dora-2@example.com"];
    const emil = await person("Emil");
    const { page, open } = await visitorSignedIn(emil);
    const { path, expectUntold } = await linkFor(dora, email, page);
    await open(path);
    await button(page, "Use this email address").click();
    await heading(page, "This link is for another account").waitFor();
    await page.getByText(emil.email).waitFor();
    expect(await page.content()).not.toContain(dora.email);
    await button(page, "Sign out and continue").click();
    await heading(page, "Sign in to confirm your new email address").waitFor();
    await page.getByRole("link", { name: "Sign in" }).click();
    await signIn(page, dora);
    await confirm(page, email);
    expectUntold();
    const { body } = expectStatus(await emil.get("/auth/me"), 200);
    expect(body).toHaveProperty("email", emil.email);
  });
});
