import { afterAll, beforeAll, describe, expect, test } from "bun:test";
import { demoSuite } from "./suite";
import type { Page } from "playwright-core";
import { bareTexts, textsIn } from "./bare-text";
import { anyProject, signInAs, visit } from "./guest";
import {
  BY_ROLE,
  ORGANIZATION_PAGES,
  PERSONAL_PAGES,
  PUBLIC_PAGES,
  type VisitedPage,
} from "./pages";
import { overflow } from "./faults";
import { settled } from "./visitor";

const { server, createVisitor } = demoSuite();

const address = (path: string) => new URL(path, server.url).href;

async function pageIn(locale: string, language?: string): Promise<Page> {
  const { context, page } = await createVisitor({ locale });
  if (language)
    await context.addInitScript(
      (chosen) => localStorage.setItem("tenantry.language", chosen),
      language,
    );
  return page;
}

test("a browser that prefers German is answered in German, and in its own variant", async () => {
  const page = await pageIn("de-AT");
  await page.goto(address("/sign-in"));
  await page.getByRole("heading", { name: "Anmelden" }).waitFor();
  expect(await page.locator("html").getAttribute("lang")).toBe("de-AT");
  await page.getByRole("button", { name: "Anmelden", exact: true }).click();
  await page.getByText("Geben Sie Ihr Passwort ein.").waitFor();
  await page.context().close();
});

test("a browser that knows neither language is answered in English", async () => {
  const page = await pageIn("fr-FR");
  await page.goto(address("/sign-in"));
  await page.getByRole("heading", { name: "Sign in" }).waitFor();
  expect(await page.locator("html").getAttribute("lang")).toBe("en");
  await page.context().close();
});

test("a language is chosen before and after signing in, and stays chosen", async () => {
  const page = await pageIn("en-GB");
  await page.goto(address("/sign-in"));
  await page.getByRole("button", { name: "Deutsch" }).click();
  await page.getByRole("heading", { name: "Anmelden" }).waitFor();
  await signInAs(page.context(), server.url.origin, BY_ROLE.admin);
  await page.goto(address("/o/acme/settings/audit"));
  await page.getByRole("heading", { name: "Audit-Log" }).waitFor();
  await page
    .getByRole("button", { name: /hat das Projekt/ })
    .first()
    .waitFor();

  await page.getByRole("button", { name: /^Ihr Konto/ }).click();
  await page.getByRole("menuitemradio", { name: "English" }).click();
  await page.getByRole("heading", { name: "Audit log" }).waitFor();
  await page.reload();
  await page.getByRole("heading", { name: "Audit log" }).waitFor();
  await page.context().close();
});

test("an error of the server is shown in German", async () => {
  const page = await pageIn("de-DE");
  await page.goto(address("/sign-in"));
  await page.getByLabel("E-Mail-Adresse").fill("nobody@example.com");
  await page.getByLabel("Passwort", { exact: true }).fill("wrong enough");
  await page.getByRole("button", { name: "Anmelden", exact: true }).click();
  await page.getByText("E-Mail-Adresse oder Passwort ist falsch.").waitFor();
  await page.context().close();
});

describe("nothing is said that stands in no catalogue:", () => {
  let page: Page;
  let project: string;
  const data = new Set<string>();
  beforeAll(async () => {
    page = await pageIn("en-US", "pseudo");
    const note = (text: string) => {
      try {
        for (const found of textsIn(JSON.parse(text))) data.add(found.trim());
      } catch {
        // The body is not JSON, so it contains no texts to collect.
      }
    };
    page.on("response", (answer) => {
      const type = answer.headers()["content-type"] ?? "";
      if (type.includes("json")) answer.text().then(note, () => undefined);
    });
  });
  afterAll(() => page.context().close());

  async function look(place: VisitedPage) {
    await visit(page, server.url.origin, place, project);
    await settled(page);
    expect(await bareTexts(page, data)).toEqual([]);
  }

  for (const place of PUBLIC_PAGES) test(place.name, () => look(place));

  describe("inside", () => {
    beforeAll(async () => {
      await signInAs(page.context(), server.url.origin, BY_ROLE.admin);
      project = await anyProject(page.context(), server.url.origin);
    });
    for (const place of [...ORGANIZATION_PAGES, ...PERSONAL_PAGES])
      test(place.name, () => look(place));
  });
});

describe("German fits where English does:", () => {
  let page: Page;
  let project: string;
  beforeAll(async () => {
    page = await pageIn("de-DE");
    await signInAs(page.context(), server.url.origin, BY_ROLE.admin);
    project = await anyProject(page.context(), server.url.origin);
    await page.setViewportSize({ width: 360, height: 740 });
  });
  afterAll(() => page.context().close());

  const shows = (there: Page) => there.locator("main h1");
  for (const place of [...ORGANIZATION_PAGES, ...PERSONAL_PAGES])
    test(place.name, async () => {
      await visit(page, server.url.origin, { ...place, shows }, project);
      await settled(page);
      expect(await overflow(page)).toBe(0);
    });
});

test("toasts and the button for more rows are German", async () => {
  const page = await pageIn("de-DE");
  await signInAs(page.context(), server.url.origin, BY_ROLE.admin);
  const button = (name: string) =>
    page.getByRole("button", { name, exact: true });
  const item = (name: string) =>
    page.getByRole("menuitem", { name, exact: true });

  await page.goto(address("/o/acme/settings/audit"));
  await button("Mehr laden").waitFor();

  await page.goto(address("/o/acme/projects"));
  await button("Neues Projekt").click();
  await page.getByLabel("Name", { exact: true }).fill("Atlas");
  await button("Projekt erstellen").click();
  await page.getByText("„Atlas“ erstellt").first().waitFor();

  const name = "Kwame Mensah";
  await page.goto(address("/o/acme/people"));
  await button(`Aktionen für ${name}`).click();
  await item("Sperren…").click();
  await button("Sperren").click();
  await page.getByText(`${name} gesperrt`).first().waitFor();
  await button(`Aktionen für ${name}`).click();
  await item("Aus der Organisation entfernen…").click();
  await button("Entfernen").click();
  await page.getByText(`${name} entfernt`).first().waitFor();
  await page.context().close();
});
