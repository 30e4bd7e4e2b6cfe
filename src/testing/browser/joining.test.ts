import { beforeAll, expect, test } from "bun:test";
import { browserSuite } from "./suite";
import { faultsInBothThemes } from "./faults";
import { button, field } from "./locators";
import type { Actor } from "../kit/actor";
import { copiedToken } from "../kit/people";
import { expectStatus, type TestOrganization } from "../kit/server";
import { carrySession } from "./guest";
import type { Visitor } from "./visitor";

let ana: Actor;
let org: TestOrganization;
const { server, createVisitor, signedIn } = browserSuite();
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

test("a new person joins by a copied link after they confirm their address", async () => {
  const email = "noa@example.com";
  const invitation = await server.invite(ana, org, email, "member");
  const token = await copiedToken(ana, org, invitation);
  const noa = await createVisitor();
  await noa.open(`/invite#token=${token}`);
  await noa.page.getByText("We’ll email you a link to confirm").waitFor();
  expect(await field(noa.page, "Email address").inputValue()).toBe(email);
  await field(noa.page, "Name").fill("Noa Levi");
  await field(noa.page, "Password").fill("three unrelated words");
  await button(noa.page, "Create an account to join").click();
  await noa.page.getByRole("heading", { name: "Check your email" }).waitFor();
  await server.mailedToken(email, "verify");
  await noa.openMailedLink(email);
  await button(noa.page, "Confirm email").click();
  await button(noa.page, "Accept Acme").click();
  await noa.page.waitForURL(`**/o/${org.slug}`);
});

test("an admin gives each address a role and adds a message, which the invited person reads", async () => {
  const ida = await server.person("Ida Berg");
  const team = await server.organization(ida, "Initech");
  const home = `/organizations/${team.slug}`;
  const { page } = await signedIn(ida, `/o/${team.slug}/people?invite=1`);
  const message = page.getByLabel(/^Personal message/);
  await page.getByText("Available on the Team and Business plans.").waitFor();
  expect(await message.isDisabled()).toBe(true);
  const trial = ida.post(`${home}/subscription/trial`, { plan: "team" });
  expectStatus(await trial, 200);
  await page.reload();
  await field(page, "Email addresses").pressSequentially(
    "kim@initech.example admin, lee@initech.example owner max@initech.example ",
  );
  await page.getByText("There’s no role “owner”").waitFor();
  await button(page, "Role of lee@initech.example: owner").click();
  await page.getByRole("menuitem", { name: "Viewer" }).click();
  await message.fill("Hi Kim, see https://evil.example on Monday");
  await page.getByText("We’ll send: “Hi Kim, see on Monday”").waitFor();
  expect(await faultsInBothThemes(page)).toEqual([]);
  await button(page, "Send 3 invitations").click();
  await page.getByText("3 invitations sent").waitFor();
  const sent = await ida.get<"invitations.list">(`${home}/invitations`);
  expect(
    sent.body.items.map(({ email, role }) => `${email} ${role}`).toSorted(),
  ).toEqual([
    "kim@initech.example admin",
    "lee@initech.example viewer",
    "max@initech.example member",
  ]);
  const kim = await createVisitor();
  await kim.openMailedLink("kim@initech.example");
  await kim.page.getByText("Message from Ida Berg").waitFor();
  await kim.page.getByText("Hi Kim, see on Monday").waitFor();
  expect(await faultsInBothThemes(kim.page)).toEqual([]);
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
