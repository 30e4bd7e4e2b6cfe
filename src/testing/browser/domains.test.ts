import { expect, test } from "bun:test";
import { browserSuite } from "./suite";
import { button, field } from "./locators";
import { fixture } from "../kit/suite";
import type { Page } from "playwright-core";
import { Actor } from "../kit/actor";
import { startDns } from "../peers/dns";
import { expectStatus } from "../kit/server";
import type { Visitor } from "./visitor";

const dns = fixture(startDns);
const { server, createVisitor, signedIn } = browserSuite(() => ({
  DNS_SERVERS: dns.address,
}));

/** Signs up with an address at the domain, in a new browser. */
async function newcomer(email: string): Promise<Visitor> {
  const visitor = await createVisitor();
  const { page, open } = visitor;
  await open("/sign-up");
  await field(page, "Name").fill("Nina New");
  await field(page, "Email address").fill(email);
  await field(page, "Password").fill("a long enough passphrase");
  await page.keyboard.press("Enter");
  const { text } = await server.mail.mailTo(email);
  await page.waitForLoadState();
  await page.goto(/https?:\/\/\S+#token=\S+/.exec(text)?.[0] ?? "");
  await button(page, "Confirm email").click();
  return visitor;
}

async function shownRecord(page: Page): Promise<[name: string, value: string]> {
  const [name = "", value = ""] = (
    await page.locator("dd code").allInnerTexts()
  ).slice(1);
  return [name, value];
}

test("an admin proves a domain; a new person is in at once, another joins by a click", async () => {
  const ana = await server.person("Ana Costa");
  const org = await server.organization(ana, "Acme");
  const early = await server.person("Early Bird");
  await server.db.client.execute({
    sql: "update users set email = 'early@acme.test' where id = ?",
    args: [early.id],
  });
  const admin = await signedIn(ana, "/o/acme/settings/domains");
  const { page } = admin;
  await page.getByText("No domains yet").waitFor();

  // The field shows an error for a domain of a public mail provider and for a URL.
  await field(page, "Domain").fill("gmail.com");
  await button(page, "Add domain").click();
  await page
    .getByText("Anyone can get an email address at gmail.com")
    .waitFor();
  await field(page, "Domain").fill("https://acme.test/");
  await page.keyboard.press("Enter");
  await page.getByText("Enter a domain such as acme.com").waitFor();
  await field(page, "Domain").fill("Acme.Test");
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: "acme.test" }).waitFor();

  // The verification fails before the DNS record exists and succeeds with the record.
  const [name, value] = await shownRecord(page);
  expect(name).toBe("_tenantry-challenge.acme.test");
  await button(page, "Verify acme.test").click();
  await page.getByText("acme.test couldn’t be verified").waitFor();
  dns.answers.set(name, { records: [["v=other"], [value]] });
  await button(page, "Verify acme.test").click();
  await page.getByText("acme.test verified").waitFor();
  await page.getByText("Verified", { exact: true }).waitFor();

  await page.getByRole("combobox").click();
  expect(await page.getByRole("option", { name: /^Admin/ }).count()).toBe(0);
  await page.getByRole("option", { name: /^Member/ }).click();
  await page.getByText("People at acme.test can join as Member").waitFor();

  const nina = await newcomer("nina@acme.test");
  await nina.page.waitForURL("**/o/acme");
  await nina.page.getByRole("heading", { name: "Acme" }).waitFor();

  const earlyBird = new Actor(server, early.name, "early@acme.test");
  expectStatus(await earlyBird.signIn(), 200);
  const bird = await signedIn(earlyBird, "/account/invitations");
  await bird.page
    .getByText("Open to acme.test email addresses. You’ll join as Member.")
    .waitFor();
  await button(bird.page, "Join Acme").click();
  await bird.page.waitForURL("**/o/acme");
  await bird.page.getByText("You joined Acme").waitFor();

  await admin.open("/o/acme/settings/audit");
  await page
    .getByText("joined as a member through their email domain")
    .first()
    .waitFor();
  await page.getByText("verified the domain acme.test").waitFor();

  // Members who joined through the domain stay members after the domain is removed.
  await admin.open("/o/acme/settings/domains");
  await button(page, "Remove acme.test").click();
  await page
    .getByRole("alertdialog")
    .getByText("Your members keep their access")
    .waitFor();
  await page
    .getByRole("alertdialog")
    .getByRole("button", { name: "Remove" })
    .click();
  await page.getByText("No domains yet").waitFor();
  const members = await ana.get(`/organizations/${org.slug}/members`);
  expect(expectStatus(members, 200).body.items).toHaveLength(3);
});
