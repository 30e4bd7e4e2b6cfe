import { beforeAll, expect, test } from "bun:test";
import { browserSuite } from "./suite";
import { button } from "./locators";
import type { Actor } from "../kit/actor";
import { expectStatus, type TestOrganization } from "../kit/server";
import { carrySession } from "./guest";
import type { Visitor } from "./visitor";

let ana: Actor;
let org: TestOrganization;
const { server, createVisitor } = browserSuite();
beforeAll(async () => {
  ana = await server.person("Ana Costa");
  org = await server.organization(ana, "Acme");
});

/** Simulates a slow connection: holds back the script of the next page until `release` is called. */
async function holdNextPage({ page }: Visitor, script: RegExp) {
  const isAsked = Promise.withResolvers<void>();
  const isReleased = Promise.withResolvers<void>();
  await page.route(script, async (route) => {
    isAsked.resolve();
    await isReleased.promise;
    await route.continue();
  });
  return { isAsked: isAsked.promise, release: () => isReleased.resolve() };
}

/** Records every heading that the page shows, even for a moment. */
async function recordHeadings({
  page,
}: Visitor): Promise<() => Promise<string[]>> {
  await page.evaluate(() => {
    const seen = new Set<string>();
    const look = () => {
      for (const { textContent } of document.querySelectorAll("h1"))
        seen.add(textContent ?? "");
      document.documentElement.dataset.headings = JSON.stringify([...seen]);
    };
    look();
    new MutationObserver(look).observe(document.body, {
      childList: true,
      subtree: true,
      characterData: true,
    });
  });
  return async () => {
    const kept = await page.locator("html").getAttribute("data-headings");
    return JSON.parse(kept ?? "[]") as string[];
  };
}

const INVALID = "This invitation is no longer valid";

/** Presses a button on a slow connection. Returns the headings that the page showed until the dashboard opened. */
async function headingsAfter(visitor: Visitor, name: string) {
  const next = await holdNextPage(visitor, /dashboard-page.*\.js$/);
  const headings = await recordHeadings(visitor);
  await button(visitor.page, name).click();
  await next.isAsked;
  next.release();
  await visitor.page.waitForURL(`**/o/${org.slug}`);
  await visitor.page.getByRole("link", { name: "Projects" }).first().waitFor();
  return headings();
}

/** Creates a user without an organization who is signed in in a new browser. */
async function newPerson(name: string) {
  const person = await server.person(name);
  const visitor = await createVisitor();
  await carrySession(visitor.context, server.url, person);
  return { person, visitor };
}

async function newLink(): Promise<string> {
  const answer = await ana.post(`/organizations/${org.slug}/invitation-links`, {
    role: "member",
  });
  return String(expectStatus(answer, 201).body.url);
}

test("a new person who joins by an invitation never sees that it is invalid", async () => {
  const email = "mia@example.com";
  await server.invite(ana, org, email, "member");
  const mia = await createVisitor();
  await mia.openMailedLink(email);
  await mia.page.getByLabel("Name").fill("Mia Lund");
  await mia.page
    .getByLabel("Password", { exact: true })
    .fill("three unrelated words");
  const headings = await headingsAfter(mia, "Create account and join");
  expect(headings).not.toContain(INVALID);
  expect(headings).toContain("You joined Acme");
  // The browser does not keep the invitation for the next visit.
  await mia.open("/invite");
  await mia.page.getByRole("heading", { name: INVALID }).waitFor();
});

test("a signed-in person who accepts an invitation never sees that it is invalid", async () => {
  const { person, visitor } = await newPerson("Lee Park");
  await server.invite(ana, org, person.email, "member");
  await visitor.openMailedLink(person.email);
  const headings = await headingsAfter(visitor, "Accept invitation");
  expect(headings).not.toContain(INVALID);
  expect(headings).toContain("You joined Acme");
});

test("a person who joins by a link never sees that it does not work", async () => {
  const { visitor } = await newPerson("Zoe Abel");
  await visitor.page.goto(await newLink());
  const headings = await headingsAfter(visitor, "Join");
  expect(headings).not.toContain(INVALID);
  expect(headings).toContain("You joined Acme");
  // The browser does not keep the invitation link for the next visit.
  await visitor.open("/");
  await visitor.page.waitForURL(`**/o/${org.slug}`);
});

test("a person who does not join by a link leaves without a word that it does not work", async () => {
  const { person, visitor } = await newPerson("Ole Berg");
  const own = await server.organization(person, "Ole's own");
  await visitor.page.goto(await newLink());
  const next = await holdNextPage(visitor, /start-page.*\.js$/);
  const headings = await recordHeadings(visitor);
  await button(visitor.page, "Not now").click();
  await next.isAsked;
  next.release();
  await visitor.page.waitForURL(`**/o/${own.slug}`);
  expect(await headings()).not.toContain(INVALID);
});
