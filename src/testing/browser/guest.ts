import type { BrowserContext, Page } from "playwright-core";
import { DEMO_PASSWORD } from "#shared/demo";
import type { VisitedPage } from "./pages";

/** Signs a user of the demo data in over the API. */
export async function signInAs(
  context: BrowserContext,
  origin: string,
  email: string,
): Promise<void> {
  const answer = await context.request.post(`${origin}/api/auth/sign-in`, {
    headers: { origin },
    data: { email, password: DEMO_PASSWORD },
  });
  if (!answer.ok()) throw new Error(`${email} cannot sign in.`);
}

/** Copies a user's session cookies into the browser context. */
export async function carrySession(
  context: BrowserContext,
  url: URL,
  person: { cookie: string },
): Promise<void> {
  const cookies = person.cookie.split("; ").map((cookie) => {
    const [, name = "", value = ""] = /^(.*?)=(.*)$/.exec(cookie) ?? [];
    return { name, value, url: url.origin };
  });
  await context.addCookies(cookies);
}

/** Returns the id of the newest project of the organization Acme. */
export async function anyProject(
  context: BrowserContext,
  origin: string,
): Promise<string> {
  const answer = await context.request.get(
    `${origin}/api/organizations/acme/projects`,
  );
  const { items } = (await answer.json()) as { items: { id: string }[] };
  const [project] = items;
  if (!project) throw new Error("Acme has no projects.");
  return project.id;
}

/** Opens a page and waits until the page has loaded its data. */
export async function visit(
  page: Page,
  origin: string,
  { path, shows }: Pick<VisitedPage, "path" | "shows">,
  project = "",
): Promise<void> {
  await page.goto(origin + path.replace(":project", project));
  await shows(page).waitFor();
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
}
