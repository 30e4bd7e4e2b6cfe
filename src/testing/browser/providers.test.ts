import { expect, test } from "bun:test";
import { browserSuite } from "./suite";
import { button, heading } from "./locators";
import { fixture } from "../kit/suite";
import type { Page } from "playwright-core";
import { startGitHub } from "../peers/github";
import { expectStatus } from "../kit/server";
import { startOidc } from "../peers/oidc";
import { freePort } from "../kit/temporary";
import { until } from "../kit/until";
import { faultsInBothThemes } from "./faults";

const oidc = fixture(() => startOidc(freePort()));
const github = fixture(startGitHub);
const { server, createVisitor } = browserSuite(() => ({
  ...oidc.environment,
  ...github.environment,
}));

const toast = (page: Page, words: string) => page.getByText(words).first();

async function agreeAtOidc(page: Page, login: string) {
  await page.getByPlaceholder("Enter any login").fill(login);
  await page.getByPlaceholder("and password").fill("any");
  await button(page, "Sign-in").click();
  await button(page, "Continue").click();
}

async function agreeAtGitHub(page: Page, login: string) {
  await page.getByPlaceholder("Username").fill(login);
  await button(page, "Authorize").click();
}

let accounts = 0;
function gitHubOf(email: string, verified = true): string {
  const login = `octocat-${++accounts}`;
  const emails = [{ email, primary: true, verified }];
  github.know({ id: ++accounts, login, name: "Nora New", emails });
  return login;
}

async function linkIn(email: string): Promise<string> {
  const { text } = await server.mail.mailTo(email);
  const [link] = /https?:\/\/\S+#token=\S+/.exec(text) ?? [];
  if (!link) throw new Error(`No link was mailed to ${email}.`);
  return link;
}

test("a user signs up with a provider, signs in with it and links another account", async () => {
  const email = "ana@example.com";
  await oidc.know({
    sub: "ana",
    name: "Ana Costa",
    email,
    email_verified: true,
  });
  const { page, open } = await createVisitor();

  // Sign up at the provider and return. The code disappears from the URL, and the account is created only after the
  // address is confirmed.
  await open("/sign-up");
  await button(page, "Continue with Acme ID").click();
  await agreeAtOidc(page, "ana");
  await heading(page, "Check your email").waitFor();
  await page.getByText(email).waitFor();
  expect(new URL(page.url()).search).toBe("");
  expect(new URL(page.url()).pathname).toBe("/sign-in/with/oidc");
  await page.goto(await linkIn(email));
  await button(page, "Confirm email").click();
  await heading(page, "Create your first organization").waitFor();

  // The user cannot disconnect the only sign-in method.
  await open("/account/linked");
  await page.getByText("Acme ID").first().waitFor();
  await button(page, /^Disconnect Acme ID/).click();
  await page.getByRole("alertdialog").getByText("Disconnect").last().click();
  await page.getByText("This is your only way to sign in.").waitFor();
  await button(page, "Cancel").click();

  // After a second provider is connected, the user can disconnect the first one.
  const login = gitHubOf("nora@elsewhere.example");
  await button(page, "Connect GitHub").click();
  await agreeAtGitHub(page, login);
  await toast(page, "GitHub connected").waitFor();
  await page.getByText(login).waitFor();
  await server.mail.mailTo(
    email,
    "A GitHub account was connected to your account",
  );
  await button(page, /^Disconnect Acme ID/).click();
  await page.getByRole("alertdialog").getByText("Disconnect").last().click();
  await toast(page, "Acme ID disconnected").waitFor();
  expect(await page.getByText("Connected").count()).toBeGreaterThan(0);

  // In another browser the provider signs in the same user, and the page that the user wanted to open appears.
  const other = await createVisitor();
  await other.open("/sign-in?next=%2Faccount%2Fsessions");
  await button(other.page, "Continue with GitHub").click();
  await agreeAtGitHub(other.page, login);
  await heading(other.page, "Sessions").waitFor();
});

test("a user whose address has an account is asked to sign in, and then links the provider", async () => {
  const ben = await server.person("Ben Okri");
  await server.organization(ben, "Ben's");
  const login = gitHubOf(ben.email);
  const { page, open } = await createVisitor();
  await open("/sign-in");
  await button(page, "Continue with GitHub").click();
  await agreeAtGitHub(page, login);
  await heading(page, "You already have an account").waitFor();
  await page.getByRole("link", { name: "Sign in", exact: true }).click();
  await page.getByLabel("Email address").fill(ben.email);
  await page.getByLabel("Password", { exact: true }).fill(ben.password);
  await button(page, "Sign in").first().click();
  await heading(page, "Linked accounts").waitFor();
  await button(page, "Connect GitHub").click();
  await agreeAtGitHub(page, login);
  await toast(page, "GitHub connected").waitFor();
});

test("a user who cancels at the provider sees that nothing was changed, and can try again", async () => {
  const login = gitHubOf("cleo@example.com");
  const { page, open } = await createVisitor();
  await open("/sign-in");
  await button(page, "Continue with GitHub").click();
  await page.getByRole("link", { name: "[ Cancel ]" }).click();
  await heading(page, "You canceled at GitHub").waitFor();
  expect(new URL(page.url()).search).toBe("");
  await button(page, "Continue with GitHub").click();
  await agreeAtGitHub(page, login);
  await heading(page, "Create your first organization").waitFor();
});

test("a forged, failed or unknown provider callback asks the user to start again", async () => {
  const { page, open } = await createVisitor();
  await open("/sign-in/with/github?code=stolen&state=anybody's");
  await heading(page, "This request has expired").waitFor();
  expect(page.url()).not.toContain("stolen");
  await page.reload();
  await heading(page, "This request has expired").waitFor();
  await open("/sign-in/with/oidc?error=temporarily_unavailable");
  await heading(page, "Acme ID didn’t respond correctly").waitFor();
  await page.getByRole("link", { name: "Back to sign-in" }).click();
  await heading(page, "Sign in").waitFor();
  await open("/sign-in/with/nobody?code=a&state=b");
  await heading(page, "Page not found").waitFor();
});

test("a sign-up with a provider returns to the invitation that the user opened", async () => {
  const admin = await server.person("Ada");
  const org = await server.organization(admin, "Acme");
  const email = "invited@example.com";
  const invitation = { email, role: "member" };
  expectStatus(
    await admin.post(`/organizations/${org.slug}/invitations`, invitation),
    201,
  );
  const { page } = await createVisitor();
  await page.goto(await linkIn(email));
  await button(page, "Continue with GitHub").click();
  await agreeAtGitHub(page, gitHubOf(email, false));
  // The invitation proves the address, because it was mailed there. No confirmation mail is needed.
  await button(page, /^Accept/).click();
  await page.waitForURL(/\/o\/acme$/);
});

test("a user without a password reauthenticates at the provider and repeats the action", async () => {
  const login = gitHubOf("dora@example.com");
  const { page, open } = await createVisitor();
  await open("/sign-in?next=%2Faccount%2Flinked");
  await button(page, "Continue with GitHub").click();
  await agreeAtGitHub(page, login);
  await heading(page, "Linked accounts").waitFor();
  server.passTime(11 * 60 * 1000);
  await button(page, "Connect Acme ID").click();
  await page
    .getByRole("dialog")
    .getByRole("button", { name: "Continue with GitHub" })
    .click();
  await agreeAtGitHub(page, login);
  await toast(page, "Now repeat the action.").waitFor();
  await heading(page, "Linked accounts").waitFor();
  await oidc.know({ sub: "dora", email: "dora@acme.example" });
  await button(page, "Connect Acme ID").click();
  await agreeAtOidc(page, "dora");
  await toast(page, "Acme ID connected").waitFor();
});

test("who signed up with GitHub is asked to confirm the address, and does so by the mailed link", async () => {
  const email = "unverified@example.com";
  const { page, open } = await createVisitor();
  await open("/sign-in?next=%2Faccount");
  await button(page, "Continue with GitHub").click();
  await agreeAtGitHub(page, gitHubOf(email));
  await page.getByText("Not confirmed").waitFor();
  await page.getByText("Confirm your email address").waitFor();
  expect(await faultsInBothThemes(page)).toEqual([]);
  const first = await linkIn(email);
  await button(page, "Send a new link").click();
  await toast(page, "Link sent. Check your email.").waitFor();
  const link = await until("a new link is mailed", async () => {
    const newest = await linkIn(email);
    return newest === first ? undefined : newest;
  });
  await page.goto(link);
  await button(page, "Use this email address").click();
  await page.getByText("Confirmed", { exact: true }).waitFor();
  expect(await page.getByText("Confirm your email address").count()).toBe(0);
});
