import { expect, test } from "bun:test";
import type { Page } from "playwright-core";
import { faultsInBothThemes, overflow } from "./faults";
import { tabTo } from "./keyboard";
import { button, field, link } from "./locators";
import { browserSuite } from "./suite";

const { server, createVisitor, signedIn } = browserSuite();

/** The part of the page for an operation. */
const operation = (page: Page, id: string) =>
  page.locator(".operation", { has: page.locator(`[id="${id}"]`) });

const search = (page: Page) => field(page, "Search operations");

test("a search shows the operations that contain all words, and a link clears it", async () => {
  const { page, open } = await createVisitor();
  await open("/api/docs");
  await search(page).fill("project crea");
  await page.getByText("1 operation", { exact: true }).waitFor();
  expect(await page.locator(".operation:visible").count()).toBe(1);
  expect(await operation(page, "projects-create").isVisible()).toBe(true);
  expect(new URL(page.url()).search).toBe("?q=project%20crea");

  await page.reload();
  expect(await search(page).inputValue()).toBe("project crea");
  expect(await page.locator(".operation:visible").count()).toBe(1);

  await search(page).fill("deleteOwn");
  await page.getByText("1 operation", { exact: true }).waitFor();
  expect(await operation(page, "projects-delete").isVisible()).toBe(true);

  await search(page).fill("no such words");
  await page.getByText("No operations match your search.").waitFor();
  await link(page, "Rate limits").click();
  await page.getByRole("heading", { name: "Rate limits" }).waitFor();
  expect(await search(page).inputValue()).toBe("");
});

test("the link to an operation opens it", async () => {
  const { page, open } = await createVisitor();
  await open("/api/docs#projects-create");
  const shown = operation(page, "projects-create");
  await shown.getByText("project:create", { exact: true }).waitFor();

  const other = operation(page, "projects-list");
  await other.locator("summary").first().click();
  await page.waitForURL((url) => url.hash === "#projects-list");
});

test("the chosen language holds for every operation and the next visit", async () => {
  const { page, open } = await createVisitor();
  await open("/api/docs#projects-create");
  const shown = operation(page, "projects-create");
  const code = shown.getByText(/await tenantry\.projects\.create\.mutate\(/);
  expect(await code.isVisible()).toBe(false);
  await shown.getByRole("tab", { name: "curl" }).focus();
  await page.keyboard.press("ArrowRight");
  await code.waitFor();
  expect(await shown.getByText(/^curl -X POST/).isVisible()).toBe(false);

  await open("/api/docs?again#projects-list");
  await operation(page, "projects-list")
    .getByText(/await tenantry\.projects\.list\.query\(/)
    .waitFor();
});

test("a signed-in user reads and, after a confirmation, creates projects", async () => {
  const ana = await server.person("Ana Costa");
  const org = await server.organization(ana);
  const projects = `/organizations/${org.slug}/projects`;
  const namesOfProjects = async () => {
    const { body } = await ana.get<"projects.list">(projects);
    return body.items.map(({ name }) => name);
  };
  const { page } = await signedIn(ana, "/api/docs#projects-create");
  const dialog = page.getByRole("dialog", { name: "Send this request?" });

  const create = operation(page, "projects-create");
  await create.getByText("Try it", { exact: true }).click();
  await create.getByText(`as Ana Costa (${ana.email})`).waitFor();
  const body = create.getByLabel("Body JSON");
  await body.fill(`{"name": "From the reference"}`);
  const sendPost = button(create, "Send POST: Create a project");
  await sendPost.click();
  await dialog.getByText(`POST /api${projects}`).waitFor();
  await button(dialog, "Cancel").click();
  await dialog.waitFor({ state: "hidden" });
  expect(await namesOfProjects()).toEqual([]);

  await sendPost.click();
  await button(dialog, "Send request").click();
  await create
    .getByRole("status")
    .getByText(/^201 Created/)
    .waitFor();
  await create.getByText(/^req_\w+$/).waitFor();
  expect(await namesOfProjects()).toEqual(["From the reference"]);

  const list = operation(page, "projects-list");
  await list.locator("summary").first().click();
  await list.getByText("Try it", { exact: true }).click();
  await list.getByText(`as Ana Costa (${ana.email})`).waitFor();
  await button(list, /^Send GET/).click();
  await list
    .getByRole("status")
    .getByText(/^200 OK/)
    .waitFor();
  const response = list.getByRole("group", { name: "Response body" });
  expect(await response.textContent()).toContain("From the reference");
});

test("an error is shown with its reason, and a body that is not JSON is not sent", async () => {
  const ana = await server.person("Ana Costa");
  const org = await server.organization(ana);
  const vic = await server.join(ana, org, "viewer");
  const { page } = await signedIn(vic, "/api/docs#projects-create");
  const create = operation(page, "projects-create");
  await create.getByText("Try it", { exact: true }).click();
  await create.getByText(`(${vic.email})`).waitFor();
  const body = create.getByLabel("Body JSON");
  await body.fill("{name}");
  const send = button(create, "Send POST: Create a project");
  await send.click();
  expect(
    await body.evaluate((element: HTMLTextAreaElement) => [
      element.validationMessage.startsWith("This is not JSON: "),
      document.activeElement === element,
    ]),
  ).toEqual([true, true]);
  await body.fill(`{"name": "No"}`);
  await send.click();
  await button(page, "Send request").click();
  await create.getByRole("status").getByText(/^403/).waitFor();
  await create.getByText(/"reason": "PERMISSION_DENIED"/).waitFor();
});

test("a visitor without a session is told to sign in", async () => {
  const { page, open } = await createVisitor();
  await open("/api/docs#projects-list");
  const list = operation(page, "projects-list");
  await list.getByText("Try it", { exact: true }).click();
  await list.getByText("You are not signed in.").waitFor();
  const signIn = link(list, "Sign in (opens a new tab)");
  expect(await signIn.getAttribute("href")).toBe("/sign-in");
});

test("the copy button copies the code of the chosen language", async () => {
  const { page, context, open } = await createVisitor();
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await open("/api/docs#projects-list");
  const list = operation(page, "projects-list");
  await list.getByRole("tab", { name: "TypeScript" }).click();
  await button(list, "Copy").click();
  await button(list, "Copied").waitFor();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
    "const result = await tenantry.projects.list.query();",
  );
});

test("the page has the theme that the user has chosen in the web app", async () => {
  const { page, open } = await createVisitor();
  await page.emulateMedia({ colorScheme: "light" });
  await open("/api/docs");
  await page.evaluate(() => localStorage.setItem("tenantry.theme", "dark"));
  await page.reload();
  const background = await page.evaluate(
    () => getComputedStyle(document.body).backgroundColor,
  );
  expect(background).toBe("rgb(11, 12, 14)");
});

test("a keyboard user finds an operation and sends it", async () => {
  const ana = await server.person("Ana Costa");
  const org = await server.organization(ana);
  const { page } = await signedIn(ana, "/api/docs");
  await tabTo(page, "Search operations");
  await page.keyboard.type("list projects");
  await tabTo(page, /List projects, newest first/);
  await page.keyboard.press("Enter");
  await tabTo(page, "Try it");
  await page.keyboard.press("Enter");
  const list = operation(page, "projects-list");
  await list.getByText(`(${ana.email})`).waitFor();
  expect(await list.getByLabel("org path").inputValue()).toBe(org.slug);
  await tabTo(page, /^Send GET/);
  await page.keyboard.press("Enter");
  await list.getByRole("status").getByText(/^200/).waitFor();
});

test("the page has no accessibility fault and fits a phone", async () => {
  const ana = await server.person("Ana Costa");
  await server.organization(ana);
  const { page } = await signedIn(ana, "/api/docs#projects-create");
  // The operations are alike, and axe needs minutes for all of them.
  await page.evaluate(() => {
    for (const tag of document.querySelectorAll(".tag:not(#tag-projects)"))
      tag.remove();
  });
  const create = operation(page, "projects-create");
  await create.getByText("Try it", { exact: true }).click();
  await create.getByText(`(${ana.email})`).waitFor();
  await create.getByLabel("Body JSON").fill(`{"name": "${"x".repeat(300)}"}`);
  await button(create, "Send POST: Create a project").click();
  expect(await faultsInBothThemes(page)).toEqual([]);
  await button(page, "Send request").click();
  await create.getByRole("status").getByText(/^400/).waitFor();
  await page.getByText("All reasons").click();
  await page.setViewportSize({ width: 360, height: 740 });
  expect(await overflow(page)).toBe(0);
  expect(await faultsInBothThemes(page)).toEqual([]);
});

test("the page can be read without scripts", async () => {
  const { page, context } = await createVisitor({ javaScriptEnabled: false });
  await page.goto(new URL("/api/docs#projects-create", server.url).href);
  const create = operation(page, "projects-create");
  await create.getByText("project:create", { exact: true }).waitFor();
  await create.getByText(/^curl -X POST/).waitFor();
  await create.getByText(/await tenantry\.projects\.create\.mutate/).waitFor();
  expect(await create.getByText("Try it").isVisible()).toBe(false);
  expect(await search(page).isVisible()).toBe(false);
  await context.close();
});
