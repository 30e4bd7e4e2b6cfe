import { expect, test } from "bun:test";
import { expectStatus } from "../kit/server";
import { until } from "../kit/until";
import { faultsInBothThemes, overflow } from "./faults";
import { button, choose, field, link } from "./locators";
import { browserSuite } from "./suite";

const { server, signedIn } = browserSuite();

test("a member sorts projects, marks favourites and gives a project to another owner", async () => {
  const ana = await server.person("Ana Costa");
  const org = await server.organization(ana);
  const ben = await server.join(ana, org, "member", "Ben Ito");
  const projects = `/organizations/${org.slug}/projects`;
  for (const [person, name] of [
    [ben, "Beta"],
    [ana, "Gamma"],
    [ben, "Alpha"],
  ] as const)
    expectStatus(await person.post(projects, { name }), 201);
  const { page } = await signedIn(ben, `/o/${org.slug}/projects`);
  const names = page.getByRole("rowheader").getByRole("link");
  const shows = (...expected: string[]) =>
    until(`the projects are ${expected.join(", ")}`, async () => {
      const shown = await names.allTextContents();
      return Bun.deepEquals(shown, expected) || undefined;
    });
  await shows("Alpha", "Gamma", "Beta");
  await button(page, "Name").click();
  await shows("Alpha", "Beta", "Gamma");
  await button(page, "Owner").click();
  await shows("Gamma", "Beta", "Alpha");
  await button(page, "Owner").click();
  await shows("Alpha", "Beta", "Gamma");

  const star = button(page, "Favorite: Beta");
  await star.click();
  await page.locator("[aria-pressed=true]").waitFor();
  await button(page, "Favorites").click();
  await shows("Beta");
  await star.click();
  await page.getByText("No projects found").waitFor();
  await link(page, "Clear filters").click();
  await choose(page, "Owner", "Mine");
  await shows("Alpha", "Beta");
  expect(await faultsInBothThemes(page)).toEqual([]);

  await link(page, "Alpha").click();
  await button(page, "Change").click();
  await choose(page.getByRole("dialog"), "Owner", "Ana Costa");
  await button(page, "Change owner").click();
  await page.getByText(/^Owner of .*Alpha.* changed$/).waitFor();
  await button(page, "Change").waitFor({ state: "detached" });
  await link(page, "Projects").first().click();
  await link(
    page.getByRole("navigation", { name: "Recent" }),
    "Alpha",
  ).waitFor();
  await page.setViewportSize({ width: 390, height: 844 });
  expect(await overflow(page)).toBe(0);
});

test("a former version of a project is restored from its history, unless someone was faster", async () => {
  const ana = await server.person("Ana");
  const org = await server.organization(ana);
  const ben = await server.join(ana, org, "member", "Ben");
  const projects = `/organizations/${org.slug}/projects`;
  const created = await ana.post<"projects.create">(projects, {
    name: "Atlas",
  });
  const { id } = expectStatus(created, 201).body;
  const path = `${projects}/${id}`;
  expectStatus(await ben.put(path, { name: "Borealis" }), 200);
  const { page, open } = await signedIn(ana, `/o/${org.slug}/projects/${id}`);
  await page.getByText("Changed by Ben").waitFor();
  await link(page, "History").click();
  const drawer = page.getByRole("dialog", { name: "History" });
  await drawer.getByRole("list", { name: /^Changes/ }).waitFor();
  expect(new URL(page.url()).search).toBe(`?history=project%3A${id}`);
  expect(await faultsInBothThemes(page)).toEqual([]);
  await button(drawer, "Restore previous version…").click();
  const question = page.getByRole("alertdialog");
  await question.getByRole("row", { name: "Name Borealis Atlas" }).waitFor();
  expect(await faultsInBothThemes(page)).toEqual([]);

  // Someone else changes the project while the question is open.
  expectStatus(await ben.put(path, { description: "Newer" }), 200);
  await button(question, "Restore").click();
  await question.getByText(/changed this/).waitFor();
  expect((await ana.get<"projects.get">(path)).body.name).toBe("Borealis");
  await button(question, "Cancel").click();
  await drawer.getByRole("button", { name: /renamed the project/ }).waitFor();

  // The history is open after a reload, too.
  await open(`/o/${org.slug}/projects/${id}?history=project:${id}`);
  await drawer.getByRole("button", { name: /renamed the project/ }).click();
  await button(drawer, "Restore previous version…").last().click();
  await button(question, "Restore").click();
  await page.getByText("Version restored").waitFor();
  const restored = await ana.get<"projects.get">(path);
  expect(restored.body).toMatchObject({ name: "Atlas", description: "Newer" });
  await drawer
    .getByRole("button", { name: /renamed the project Borealis to Atlas/ })
    .waitFor();
  await page.keyboard.press("Escape");
  await drawer.waitFor({ state: "detached" });
  expect(new URL(page.url()).search).toBe("");

  // Without the permission for the audit log, there is no history.
  const { page: other } = await signedIn(
    ben,
    `/o/${org.slug}/projects/${id}?history=project:${id}`,
  );
  await field(other, "Name").waitFor();
  expect(await other.getByRole("dialog").count()).toBe(0);
  expect(await link(other, "History").count()).toBe(0);
});
