import { expect, test } from "bun:test";
import { browserSuite } from "./suite";
import { button, field, heading } from "./locators";
import { expectStatus } from "../kit/server";
import { ageLastSignIn } from "../kit/sessions";
import { faultsInBothThemes } from "./faults";

const { server, signedIn } = browserSuite();

test("an admin sets the maximum lifetime of API keys, and removes it", async () => {
  const ana = await server.person("Ana");
  const { slug } = await server.organization(ana, "Acme");
  const { page } = await signedIn(ana, `/o/${slug}/settings`);
  const days = page.getByRole("textbox", { name: /^Maximum lifetime/ });
  const savedDays = async () => {
    const path = `/organizations/${slug}/settings`;
    return (await ana.get<"organizations.settings">(path)).body.apiKeyMaxDays;
  };
  const save = async (typed: string) => {
    await days.fill(typed);
    // The page has other forms above this one.
    await button(page, "Save").last().click();
  };
  for (const [index, typed] of ["30", ""].entries()) {
    await save(typed);
    await page.getByText("Settings saved").nth(index).waitFor();
    expect(await days.inputValue()).toBe(typed);
    expect(await savedDays()).toBe(typed === "" ? null : Number(typed));
  }
  await save("400");
  await page.getByText("Use a number of at most 365.").waitFor();
  expect(await savedDays()).toBeNull();
});

test("a taken slug is marked while the user types, with a free one to choose", async () => {
  const ana = await server.person("Ana Costa");
  const [taken, own] = [
    await server.organization(ana, "Initech"),
    await server.organization(ana, "Umbrella"),
  ];
  const { page, open } = await signedIn(ana, "/organizations/new");
  await field(page, "Name").fill("Initech");
  await page.getByText("This URL is taken.").waitFor();
  const free = `${taken.slug}-2`;
  expect(await field(page, "Slug").getAttribute("aria-invalid")).toBe("true");
  expect(await faultsInBothThemes(page)).toEqual([]);
  await button(page, `Use ${free} instead`).click();
  await button(page, `Use ${free} instead`).waitFor({ state: "detached" });
  expect(await field(page, "Slug").inputValue()).toBe(free);
  expect(await field(page, "Slug").getAttribute("aria-invalid")).toBeNull();

  await open(`/o/${own.slug}/settings`);
  await field(page, "Slug").fill(taken.slug);
  await button(page, `Use ${free} instead`).waitFor();
  await field(page, "Slug").fill(own.slug);
  await button(page, `Use ${free} instead`).waitFor({ state: "detached" });
});

test("the change of a slug is asked about before it is saved", async () => {
  const ana = await server.person("Ana Costa");
  const { slug } = await server.organization(ana, "Hooli");
  const { page } = await signedIn(ana, `/o/${slug}/settings`);
  const change = async (answer: string) => {
    await field(page, "Slug").fill("hooli-new");
    await field(page, "Slug").press("Enter");
    const question = page.getByRole("alertdialog", { name: "Change the URL?" });
    await question.getByText(`/o/${slug} → /o/hooli-new`).waitFor();
    expect(await faultsInBothThemes(page)).toEqual([]);
    await button(question, answer).click();
    await question.waitFor({ state: "detached" });
  };
  await change("Cancel");
  expectStatus(await ana.get("/organizations/hooli-new"), 404);
  await change("Change URL");
  await page.waitForURL("**/o/hooli-new/settings");
});

test("a form that could not reach the server offers to try again", async () => {
  const ana = await server.person("Ana Costa");
  const { slug } = await server.organization(ana, "Stark");
  const { page, context } = await signedIn(ana, `/o/${slug}/settings`);
  const name = page.getByRole("textbox", { name: "Name", exact: true });
  await name.fill("Stark Industries");
  await context.setOffline(true);
  await name.press("Enter");
  const again = button(page, "Try again");
  await again.waitFor();
  await context.setOffline(false);
  await again.click();
  await page.getByText("Name saved").waitFor();
  await again.waitFor({ state: "detached" });
});

test("an admin reauthenticates and downloads the organization as a file", async () => {
  const ana = await server.person("Ana Costa");
  const { id, slug } = await server.organization(ana, "Acme");
  const { page } = await signedIn(ana, `/o/${slug}/settings`);
  await ageLastSignIn(server, ana);
  await button(page, "Download").click();
  await heading(page, "Confirm it’s you").waitFor();
  await page.getByLabel("Password", { exact: true }).fill(ana.password);
  const arriving = page.waitForEvent("download");
  await button(page, "Confirm").click();
  const download = await arriving;
  expect(download.suggestedFilename()).toMatch(/^acme[\w-]*\.tenantry\.jsonl$/);
  const text = await Bun.file(await download.path()).text();
  expect(text.split("\n")[1]).toContain(id);
  await page.getByText("Organization exported").first().waitFor();
});
