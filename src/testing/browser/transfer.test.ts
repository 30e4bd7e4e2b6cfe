import { afterAll, beforeAll, expect, test } from "bun:test";
import type { Browser, Page } from "playwright-core";
import type { Actor } from "../kit/actor";
import { startServer, type TestServer } from "../kit/server";
import { createPeople, type People } from "../kit/people";
import { type MailServer, startMailServer } from "../peers/smtp";
import { until } from "../kit/until";
import { launchBrowser } from "./launch";
import { createVisitor, type Visitor } from "./visitor";

let mail: MailServer;
let server: TestServer;
let people: People;
let browser: Browser;
beforeAll(async () => {
  mail = await startMailServer();
  [server, browser] = await Promise.all([
    startServer({ SMTP_URL: mail.url }),
    launchBrowser(),
  ]);
  const mailsTo = async (email: string) =>
    mail.received.filter(({ to }) => to === email).toReversed();
  people = createPeople({ url: server.url, mailsTo });
}, 120_000);
afterAll(async () => {
  await browser.close();
  await server.stop();
  await mail.stop();
});

const button = (page: Page, name: string) =>
  page.getByRole("button", { name, exact: true });
const field = (page: Page, label: string) =>
  page.getByLabel(label, { exact: true });
const notice = (page: Page) =>
  page.getByRole("region", { name: "Admin transfer" });

async function signedIn(actor: Actor, path: string): Promise<Visitor> {
  const visitor = await createVisitor(browser, server);
  const { page, open } = visitor;
  await open(path);
  await field(page, "Email address").fill(actor.email);
  await field(page, "Password").fill(actor.password);
  await page.keyboard.press("Enter");
  return visitor;
}

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
  const ana = await people.person("Ana Costa");
  const org = await people.organization(ana, "Acme");
  const ben = await people.join(ana, org, "member", "Ben Okri");
  const giver = await signedIn(ana, "/o/acme/settings/danger");
  const { page } = giver;
  await offerTo(page, "Ben Okri");
  const asked = await until("the offer is mailed", async () =>
    mail.received.find(
      ({ to, subject }) =>
        to === ben.email && /wants to make you an admin/.test(subject),
    ),
  );
  const link = /https?:\/\/\S+\/o\/acme\b/.exec(asked.text)?.[0] ?? "";

  const taker = await signedIn(ben, new URL(link).pathname);
  await notice(taker.page)
    .getByText(/Ana Costa wants to transfer/)
    .waitFor();
  await button(page, "Cancel transfer").click();
  await page.getByText("Transfer cancelled").waitFor();
  // The other one's page hears of it by itself.
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
  // Whoever gave it away sees at once that they may no more.
  await page.getByRole("banner").getByText("Viewer", { exact: true }).waitFor();
  await button(page, "Transfer…").waitFor({ state: "hidden" });

  await taker.open("/o/acme/settings/audit");
  await taker.page.getByText("took over Ana Costa’s admin role").waitFor();
  for (const { complaints } of [giver, taker]) expect(complaints).toEqual([]);
}, 90_000);
