import { test } from "bun:test";
import { demoSuite } from "./suite";
import type { Page } from "playwright-core";
import { DEMO_PASSWORD } from "#shared/demo";
import { tabTo } from "./keyboard";
import { field, link } from "./locators";

const { createVisitor } = demoSuite();

test("a keyboard user signs in, creates a project and changes the organization", async () => {
  const { page, open } = await createVisitor();
  const { keyboard } = page;

  // Fill in the sign-in form and submit it with Enter.
  await open("/sign-in");
  await focusedField(page, "Email address").waitFor();
  await keyboard.type("ben@demo.test");
  await tabTo(page, "Password");
  await keyboard.type(DEMO_PASSWORD);
  await keyboard.press("Enter");
  await page.waitForURL(/\/o\/acme/);
  await page.locator("main h1").waitFor();

  // Open the projects through the navigation.
  await tabTo(page, "Projects");
  await keyboard.press("Enter");
  await page.waitForURL(/\/o\/acme\/projects/);
  await page.getByRole("row").nth(1).waitFor();

  // Escape closes the dialog. The focus returns to the button that opened the dialog.
  await tabTo(page, "New project");
  await keyboard.press("Enter");
  await page.getByRole("dialog").waitFor();
  await keyboard.press("Escape");
  await page.getByRole("dialog").waitFor({ state: "detached" });
  await focused(page, "New project");

  // Fill in the dialog and submit it with Enter. The focus returns to the button again.
  await keyboard.press("Enter");
  await page.getByRole("dialog").waitFor();
  await tabTo(page, "Name");
  await keyboard.type("Made without a mouse");
  await keyboard.press("Enter");
  await page.getByRole("dialog").waitFor({ state: "detached" });
  await page.getByRole("link", { name: "Made without a mouse" }).waitFor();
  await focused(page, "New project");

  // In the organization switcher Escape closes the list, the arrow keys move, and Enter selects.
  await tabTo(page, /Current organization/);
  await keyboard.press("Enter");
  await page.getByRole("option", { name: /Globex/ }).waitFor();
  await keyboard.press("Escape");
  await page.getByRole("option").first().waitFor({ state: "detached" });
  await focused(page, /Current organization/);
  await keyboard.press("Enter");
  await arrowTo(page, /Globex/);
  await keyboard.press("Enter");
  await page.waitForURL(/\/o\/globex/);
});

test("the first field of the sign-up and of the password reset has the focus", async () => {
  const { page, open } = await createVisitor();
  await open("/sign-in");
  await link(page, "Sign up").click();
  await focusedField(page, "Name").waitFor();

  await open("/forgot");
  await focusedField(page, "Email address").waitFor();
});

async function arrowTo(page: Page, name: RegExp): Promise<void> {
  const option = page.getByRole("option", { name });
  await option.waitFor();
  for (let step = 0; step < 10; step++) {
    if ((await option.getAttribute("data-highlighted")) !== null) return;
    await page.keyboard.press("ArrowDown");
  }
  throw new Error(`No arrow reaches ${name}.`);
}

async function focused(page: Page, name: string | RegExp): Promise<void> {
  const wanted = page.locator(":focus").and(page.getByRole("button", { name }));
  await wanted.waitFor();
}

/** The field with this label, if it has the focus. */
function focusedField(page: Page, label: string) {
  return field(page, label).and(page.locator(":focus"));
}
