import { beforeAll, expect, test } from "bun:test";
import { browserSuite } from "./suite";
import { heading } from "./locators";
import type { Page } from "playwright-core";
import type { Actor } from "../kit/actor";
import { expectStatus, type TestOrganization } from "../kit/server";
import { until } from "../kit/until";
import { carrySession } from "./guest";
import type { Visitor } from "./visitor";

/**
 * How long a change may take to appear in another user's page. By default this limit only stops a test that hangs;
 * `LIVE_WITHIN_MS=1000 bun test src/testing/browser/live.test.ts` checks the promised second on an idle machine.
 */
const SOON = { timeout: Number(process.env.LIVE_WITHIN_MS ?? 120_000) };

let ana: Actor;
const { server, createVisitor } = browserSuite();
beforeAll(async () => {
  ana = await server.person("Ana Costa");
});

const row = (page: Page, name: RegExp) => page.getByRole("row", { name });

/** Opens a page of the organization as a signed-in user, and waits until the page listens for live changes. */
async function onPage(person: Actor, path: string): Promise<Visitor> {
  const visitor = await createVisitor();
  await carrySession(visitor.context, server.url, person);
  await openAndListen(visitor.page, path);
  return visitor;
}

async function openAndListen(page: Page, path: string): Promise<void> {
  const { live } = server.services.deps;
  const before = live.size;
  await page.goto(new URL(path, server.url).href);
  await until("the page listens", () => live.size > before || undefined);
}

async function team(name: string) {
  const org = await server.organization(ana, name);
  const ben = await server.join(ana, org, "member", "Ben Okri");
  return { org, ben, path: `/o/${org.slug}` };
}

const memberOf = ({ slug }: TestOrganization, { id }: Actor) =>
  `/organizations/${slug}/members/${id}`;

test("a changed role is there in the other person's open tab within a second, with all that it takes away", async () => {
  const { org, ben, path } = await team("Roles");
  const { page } = await onPage(ben, `${path}/projects`);
  const create = page.getByRole("button", { name: "New project" }).first();
  await create.waitFor();
  expectStatus(await ana.put(memberOf(org, ben), { role: "viewer" }), 200);
  await create.waitFor({ state: "detached", ...SOON });
  expectStatus(await ana.put(memberOf(org, ben), { role: "member" }), 200);
  await create.waitFor(SOON);
});

test("it is there in every tab, also in the list of an admin who looks on", async () => {
  const { org, ben, path } = await team("Lists");
  const admin = await onPage(ana, `${path}/people`);
  const second = await admin.context.newPage();
  await openAndListen(second, `${path}/people`);
  for (const page of [admin.page, second])
    await row(page, /Ben Okri/).waitFor();
  const cleo = await server.join(ana, org, "viewer", "Cleo Lang");
  for (const page of [admin.page, second])
    await row(page, /Cleo Lang/).waitFor(SOON);
  expectStatus(await ana.delete(memberOf(org, cleo)), 204);
  for (const page of [admin.page, second])
    await row(page, /Cleo Lang/).waitFor({ state: "detached", ...SOON });
  expectStatus(await ana.delete(memberOf(org, ben)), 204);
  for (const page of [admin.page, second])
    await row(page, /Ben Okri/).waitFor({ state: "detached", ...SOON });
});

test("a removed member sees it at once, with links to their other organizations", async () => {
  const { org, ben, path } = await team("Removals");
  await server.organization(ben, "Ben's own");
  const { page } = await onPage(ben, path);
  expectStatus(await ana.delete(memberOf(org, ben)), 204);
  await heading(page, "You’re no longer a member of Removals").waitFor(SOON);
  const others = page.getByRole("navigation", {
    name: "Your other organizations",
  });
  await others.getByRole("link", { name: "Ben's own" }).click();
  await page.waitForURL("**/o/ben-s-own");
});

test("a deleted organization is gone from the open tabs, and a renamed one has its new name and address there", async () => {
  const { org, ben, path } = await team("Renamed");
  const { page } = await onPage(ben, `${path}/projects`);
  expectStatus(
    await ana.put(`/organizations/${org.slug}`, {
      name: "New name",
      slug: "new-name",
    }),
    200,
  );
  await page.getByRole("button", { name: /New name/ }).waitFor(SOON);
  await page.waitForURL("**/o/new-name/projects", SOON);
  expectStatus(
    await ana.call("DELETE", "/organizations/new-name?confirm=new-name"),
    204,
  );
  await heading(page, "You’re no longer a member of New name").waitFor(SOON);
});

test("what others do with projects appears in a list that is open", async () => {
  const { org, ben, path } = await team("Projects");
  const { page } = await onPage(ben, `${path}/projects`);
  expectStatus(
    await ana.post(`/organizations/${org.slug}/projects`, {
      name: "Lighthouse",
    }),
    201,
  );
  await page.getByRole("link", { name: "Lighthouse" }).first().waitFor(SOON);
});

test("a change is not lost in an answer that was read before it and comes after it", async () => {
  const { org, ben, path } = await team("Crossings");
  const visitor = await createVisitor();
  await carrySession(visitor.context, server.url, ben);
  const isRead = Promise.withResolvers<void>();
  const isChanged = Promise.withResolvers<void>();
  let reads = 0;
  await visitor.page.route(/projects\.list/, async (route) => {
    if (reads++ > 0) return route.continue();
    const answer = await route.fetch();
    isRead.resolve();
    await isChanged.promise;
    return route.fulfill({ response: answer });
  });
  await openAndListen(visitor.page, `${path}/projects`);
  await isRead.promise;
  const other = await onPage(ben, `${path}/projects`);
  await heading(other.page, "Projects").waitFor();
  const shown = ({ page }: Visitor) =>
    page.getByRole("link", { name: "Crossing" }).first().waitFor(SOON);
  expectStatus(
    await ana.post(`/organizations/${org.slug}/projects`, { name: "Crossing" }),
    201,
  );
  // Both tabs receive the change at the same moment. When the second tab shows the change, the first tab has received
  // it, too.
  await shown(other);
  isChanged.resolve();
  await shown(visitor);
});

test("a session that ends in another browser sends its own open tabs to the sign-in page, and no others", async () => {
  const { ben, path } = await team("Sessions");
  const ended = await onPage(ben, `${path}/projects`);
  const elsewhere = ben.otherBrowser();
  expectStatus(await elsewhere.signIn(), 200);
  const stays = await onPage(elsewhere, `${path}/projects`);
  expectStatus(await elsewhere.delete("/auth/sessions"), 204);
  await ended.page.waitForURL("**/sign-in?**", SOON);
  await heading(stays.page, "Projects").waitFor();
});

const DRAFT = "Half a thought";

/** Begins to name a new project, then ends the user's session from another browser. */
async function draftOf(person: Actor, { page }: Visitor) {
  await page.getByRole("button", { name: "New project" }).first().click();
  await page.getByRole("textbox", { name: /^Name/ }).fill(DRAFT);
  const elsewhere = person.otherBrowser();
  expectStatus(await elsewhere.signIn(), 200);
  expectStatus(await elsewhere.delete("/auth/sessions"), 204);
  return {
    name: page.getByRole("textbox", { name: /^Name/ }),
    send: page.getByRole("button", { name: "Create project" }),
    ended: page.getByRole("alertdialog", { name: "Your session has ended" }),
  };
}

/** Signs in again in the new browser tab that the dialog opens. */
async function signInAgain(person: Actor, { page, context }: Visitor) {
  const opening = context.waitForEvent("page");
  await page.getByRole("link", { name: "Sign in in a new tab" }).click();
  const tab = await opening;
  await tab.getByLabel("Email").fill(person.email);
  await tab.getByLabel("Password", { exact: true }).fill(person.password);
  await tab.getByRole("button", { name: "Sign in", exact: true }).click();
  return tab;
}

test("typed text survives the end of the session, and the page continues after the user signs in again", async () => {
  const { ben, path } = await team("Drafts");
  const visitor = await onPage(ben, `${path}/projects`);
  const { page } = visitor;
  const { name, send, ended } = await draftOf(ben, visitor);
  await ended.waitFor(SOON);
  await page.keyboard.press("Escape");
  await heading(await signInAgain(ben, visitor), "Projects").waitFor();
  await ended.waitFor({ state: "detached", ...SOON });
  expect(await name.inputValue()).toBe(DRAFT);
  await send.click();
  await page.getByRole("link", { name: DRAFT }).first().waitFor();
});

test("what was sent too late for its session is there to be sent again", async () => {
  const { ben, path } = await team("Late drafts");
  const visitor = await createVisitor();
  const { page } = visitor;
  await carrySession(visitor.context, server.url, ben);
  // Block the live stream, so that the page does not learn that its session has ended.
  await page.route(/live\.changes/, () => undefined);
  await page.goto(new URL(`${path}/projects`, server.url).href);
  const { name, send, ended } = await draftOf(ben, visitor);
  await send.click();
  await ended.waitFor(SOON);
  await heading(await signInAgain(ben, visitor), "Projects").waitFor();
  await ended.waitFor({ state: "detached", ...SOON });
  expect(await name.inputValue()).toBe(DRAFT);
  await send.click();
  await page.getByRole("link", { name: DRAFT }).first().waitFor();
});

test("another user who signs in gets a fresh page without the typed text", async () => {
  const { org, ben, path } = await team("Others");
  const cleo = await server.join(ana, org, "member", "Cleo Lang");
  const visitor = await onPage(ben, `${path}/projects`);
  const { name, ended } = await draftOf(ben, visitor);
  await ended.waitFor(SOON);
  await signInAgain(cleo, visitor);
  await ended.waitFor({ state: "detached", ...SOON });
  await visitor.page
    .getByRole("button", { name: /Cleo Lang/, includeHidden: true })
    .waitFor({ state: "attached" });
  // The URL still opens the form, but the form is empty.
  await name.waitFor();
  expect(await name.inputValue()).toBe("");
});

test("a user who discards a draft is led to sign in", async () => {
  const { ben, path } = await team("Dropped drafts");
  const visitor = await onPage(ben, `${path}/projects`);
  const { ended } = await draftOf(ben, visitor);
  await ended.getByRole("button", { name: "Discard and leave" }).click();
  await visitor.page.waitForURL("**/sign-in?**", SOON);
});

test("a suspended member sees that their access is suspended", async () => {
  const { org, ben, path } = await team("Suspensions");
  const { page } = await onPage(ben, path);
  expectStatus(await ana.post(`${memberOf(org, ben)}/suspend`), 200);
  await heading(page, /^Your access to Suspensions.* is suspended$/).waitFor(
    SOON,
  );
  await page.reload();
  await heading(
    page,
    "Your access to this organization is suspended",
  ).waitFor();
});

test("a suspended member leaves from the page that says so", async () => {
  const { org, ben, path } = await team("Departures");
  const { page } = await onPage(ben, path);
  expectStatus(await ana.post(`${memberOf(org, ben)}/suspend`), 200);
  await heading(page, /^Your access to Departures.* is suspended$/).waitFor(
    SOON,
  );
  await page.getByRole("button", { name: "Leave organization" }).click();
  const dialog = page.getByRole("alertdialog").or(page.getByRole("dialog"));
  await dialog.getByRole("button", { name: "Leave", exact: true }).click();
  await page.waitForURL("**/organizations", SOON);
  expectStatus(await ben.get(`/organizations/${org.slug}`), 404);
  expectStatus(await ana.get(memberOf(org, ben)), 404);
});

test("a page says that its stream is interrupted, and then shows what changed meanwhile", async () => {
  const { org, ben, path } = await team("Gaps");
  const visitor = await createVisitor();
  await carrySession(visitor.context, server.url, ben);
  const { page } = visitor;
  const isChanged = Promise.withResolvers<void>();
  let tries = 0;
  await page.route(/live\.changes/, async (route) => {
    if (tries++ === 0)
      return route.fulfill({ status: 502, body: "Bad gateway" });
    await isChanged.promise;
    return route.continue();
  });
  await page.goto(new URL(`${path}/projects`, server.url).href);
  await until("it comes again", () => tries > 1 || undefined);
  await heading(page, "Projects").waitFor();
  const reconnecting = page.getByText("Reconnecting…");
  await reconnecting.waitFor();
  expectStatus(
    await ana.post(`/organizations/${org.slug}/projects`, { name: "Unheard" }),
    201,
  );
  isChanged.resolve();
  await page.getByRole("link", { name: "Unheard" }).first().waitFor();
  await reconnecting.waitFor({ state: "detached" });
});
