import { expect, test } from "bun:test";
import { browserSuite } from "./suite";
import { button } from "./locators";
import type { Page } from "playwright-core";
import { until } from "../kit/until";

const { server, signedIn } = browserSuite();

/** The offer in the list of what needs the attention of its recipient. */
const notice = (page: Page) =>
  page
    .getByRole("listitem")
    .filter({ hasText: "Ana Costa wants to make you an admin" });

async function offerTo(page: Page, name: string): Promise<void> {
  await button(page, "Transfer…").click();
  await page.getByRole("combobox", { name: "New admin" }).click();
  await page.getByRole("option", { name }).click();
  await page.getByRole("combobox", { name: "Your new role" }).click();
  await page.getByRole("option", { name: /^Viewer/ }).click();
  await button(page, "Send offer").click();
  await page.getByText("You offered your admin role to Ben Okri.").waitFor();
}

test("an admin offers their role, takes it back, offers it again; the member declines, then accepts", async () => {
  const ana = await server.person("Ana Costa");
  const org = await server.organization(ana, "Acme");
  const ben = await server.join(ana, org, "member", "Ben Okri");
  const giver = await signedIn(ana, "/o/acme/settings/danger");
  const { page } = giver;
  await offerTo(page, "Ben Okri");
  const asked = await until("the offer is mailed", async () =>
    server.mail.received.find(
      ({ to, subject }) =>
        to === ben.email && /wants to make you an admin/.test(subject),
    ),
  );
  const link = /https?:\/\/\S+\/o\/acme\b/.exec(asked.text)?.[0] ?? "";

  const taker = await signedIn(ben, new URL(link).pathname);
  await notice(taker.page).waitFor();
  // The other pages show it above their content.
  await taker.open("/o/acme/projects");
  const bar = taker.page.getByRole("region", { name: "Admin transfer" });
  await bar.getByText(/Ana Costa wants to make you an admin/).waitFor();
  await taker.open("/o/acme");
  await notice(taker.page).waitFor();
  expect(await bar.count()).toBe(0);
  await button(page, "Cancel transfer").click();
  await page.getByText("Transfer canceled").waitFor();
  // The recipient's open page removes the notice without a reload.
  await notice(taker.page).waitFor({ state: "hidden" });

  await offerTo(page, "Ben Okri");
  await notice(taker.page).waitFor();
  await button(taker.page, "Decline").click();
  await taker.page.getByText("Admin transfer declined").waitFor();
  await notice(taker.page).waitFor({ state: "hidden" });
  await page
    .getByText("You offered your admin role")
    .waitFor({ state: "hidden" });

  await offerTo(page, "Ben Okri");
  await notice(taker.page).waitFor();
  await button(taker.page, "Accept").click();
  await taker.page.getByText("You’re now an admin").waitFor();
  await taker.page
    .getByRole("banner")
    .getByText("Admin", { exact: true })
    .waitFor();
  // The former admin's page shows the new role at once and no longer offers a transfer.
  await page.getByRole("banner").getByText("Viewer", { exact: true }).waitFor();
  await button(page, "Transfer…").waitFor({ state: "hidden" });

  await taker.open("/o/acme/settings/audit");
  await taker.page.getByText("took over Ana Costa’s admin role").waitFor();
});
