import { expect, test } from "bun:test";
import { browserSuite } from "./suite";
import { button, heading, field } from "./locators";
import type { Page } from "playwright-core";
import { expectStatus } from "../kit/server";

const { server, createVisitor } = browserSuite();

async function submit(page: Page, name: string, fields: object) {
  for (const [label, value] of Object.entries(fields))
    await field(page, label).fill(String(value));
  await button(page, name).click();
}

test("who forgot their password gets in by the mailed link, and changes it later", async () => {
  const ana = await server.person("Ana Costa");
  await server.organization(ana, "Acme");
  const { page, open, openMailedLink } = await createVisitor();
  const [chosen, changed] = ["three unrelated words", "four unrelated words"];

  // The form for a forgotten password takes over the address from the sign-in form.
  await open("/sign-in");
  await field(page, "Email address").fill(ana.email);
  await page.getByRole("link", { name: "Forgot your password?" }).click();
  await heading(page, "Forgot your password?").waitFor();
  expect(await field(page, "Email address").inputValue()).toBe(ana.email);
  await button(page, "Send link").click();
  await heading(page, "Check your email").waitFor();
  await page.getByText(ana.email).waitFor();

  // The page removes the token from the URL. The password field shows the error.
  await openMailedLink(ana.email);
  await heading(page, "Choose a new password").waitFor();
  expect(page.url()).not.toContain("token");
  await submit(page, "Set password", { "New password": "short" });
  await page.getByText("Use at least 8 characters.").waitFor();
  await submit(page, "Set password", { "New password": "password123" });
  await page.getByText("too common").waitFor();
  await submit(page, "Set password", { "New password": chosen });
  await page.waitForURL(/\/o\/acme$/);
  await page.getByText("Password changed").first().waitFor();

  // The reset ended all sessions, and the old password is no longer valid.
  expectStatus(await ana.get("/auth/context"), 401);
  expectStatus(await ana.signIn(), 401);

  // The field for the current password shows an error for a wrong password. With the right password the change
  // succeeds.
  await open("/account");
  await page.getByRole("link", { name: "Password" }).click();
  await heading(page, "Password").waitFor();
  await submit(page, "Change password", {
    "Current password": ana.password,
    "New password": changed,
  });
  await page.getByText("Incorrect password.").waitFor();
  await submit(page, "Change password", { "Current password": chosen });
  await page.getByText("Password changed").first().waitFor();
  expect(await field(page, "New password").inputValue()).toBe("");
  await page.reload();
  await heading(page, "Password").waitFor();
  expectStatus(await ana.otherBrowser().signIn(chosen), 401);
  expectStatus(await ana.otherBrowser().signIn(changed), 200);
});

test("a link that was used leads to a new one", async () => {
  const ben = await server.person("Ben Okri");
  const { email } = ben;
  expectStatus(await ben.post("/auth/forgot-password", { email }), 202);
  const token = await server.mailedToken(email, "reset");
  const password = "three unrelated words";
  expectStatus(
    await ben.post("/auth/reset-password", { token, password }),
    200,
  );

  const { page, openMailedLink, open } = await createVisitor();
  await open(`/reset#token=${token}`);
  await submit(page, "Set password", { "New password": password });
  await heading(page, "This link is no longer valid").waitFor();
  await page.getByRole("link", { name: "Send a new link" }).click();
  await submit(page, "Send link", { "Email address": email });
  await heading(page, "Check your email").waitFor();
  await openMailedLink(email);
  await submit(page, "Set password", { "New password": password });
  await heading(page, "Create your first organization").waitFor();
});
