import { expect, test } from "bun:test";
import { browserSuite } from "./suite";
import { button } from "./locators";

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
