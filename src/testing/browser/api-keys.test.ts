import { expect, test } from "bun:test";
import type { Page } from "playwright-core";
import { browserSuite } from "./suite";
import { button, choose, field, heading, link } from "./locators";
import { faultsInBothThemes } from "./faults";
import { expectStatus } from "../kit/server";
import type { Actor } from "../kit/actor";
import type { TestOrganization } from "../kit/people";
import { until } from "../kit/until";

const { server, createVisitor, signedIn } = browserSuite();

/** Calls the API with a key, as a program does. */
const callWith = (secret: string, { slug }: TestOrganization, method = "GET") =>
  fetch(new URL(`/api/organizations/${slug}/projects`, server.url), {
    method,
    headers: {
      authorization: `Bearer ${secret}`,
      ...(method === "POST" && { "content-type": "application/json" }),
    },
    ...(method === "POST" && { body: JSON.stringify({ name: "Website" }) }),
  });

const statusOf = async (...call: Parameters<typeof callWith>) =>
  (await callWith(...call)).status;

async function createKey(person: Actor, org: TestOrganization, name: string) {
  const { body } = expectStatus(
    await person.post<"apiKeys.create">(`/organizations/${org.slug}/api-keys`, {
      name,
      scopes: ["project:read"],
    }),
    201,
  );
  return body;
}

/** Reads the secret that the page shows, and closes the dialog after copying it. */
async function takeSecret(page: Page): Promise<string> {
  const secret = await field(page, "API key").inputValue();
  expect(secret).toMatch(/^tnt_live_\w+$/);
  await button(page, "Copy API key").click();
  await button(page, "Done").click();
  await field(page, "API key").waitFor({ state: "hidden" });
  return secret;
}

async function signedInTo(person: Actor, path: string) {
  const visitor = await signedIn(person);
  await visitor.context.grantPermissions(["clipboard-write"]);
  await visitor.open(path);
  return visitor;
}

const rowOf = (page: Page, name: string) =>
  page.getByRole("row").filter({ hasText: name });

async function chooseAction(page: Page, name: string, action: string) {
  await page.getByRole("button", { name, exact: true }).click();
  await page.getByRole("menuitem", { name: action }).click();
}

test("a member creates a key, copies it once, uses it, rotates it and revokes it", async () => {
  const ana = await server.person("Ana Costa");
  const org = await server.organization(ana);
  const ben = await server.join(ana, org, "member", "Ben Ito");
  const { page } = await signedInTo(ben, `/o/${org.slug}/settings/api`);
  await heading(page, "No API keys").waitFor();
  expect(await link(page, "All keys").count()).toBe(0);
  expect(await link(page, "Service accounts").count()).toBe(0);

  // The form offers only permissions that a member has, and adds those that another permission needs.
  await button(page, "Create API key").first().click();
  const dialog = page.getByRole("dialog");
  await field(dialog, "Name").fill("Deployment");
  expect(await dialog.getByLabel("View audit log").count()).toBe(0);
  await dialog.getByLabel("View projects").uncheck();
  await dialog.getByLabel("Create projects").check();
  expect(await dialog.getByLabel("View projects").isChecked()).toBe(true);
  expect(await dialog.getByLabel("View projects").isDisabled()).toBe(true);
  await button(dialog, "Create API key").click();

  // The secret is shown once. Closing asks as long as it was not copied.
  await heading(page, "Copy your API key").waitFor();
  expect(await faultsInBothThemes(page)).toEqual([]);
  await page.keyboard.press("Escape");
  await heading(page, "Close without copying the key?").waitFor();
  await button(page, "Cancel").click();
  await link(page, "See how to use it").click();
  await heading(page, "Close without copying the key?").waitFor();
  await button(page, "Cancel").click();
  const secret = await takeSecret(page);
  expect(await page.content()).not.toContain(secret);
  const row = rowOf(page, "Deployment");
  await row.getByText(`tnt_live_…${secret.slice(-4)}`).waitFor();
  await row.getByText("Never").waitFor();

  expect(await statusOf(secret, org, "POST")).toBe(201);
  await until("the list shows when the key was used", async () => {
    await page.reload();
    await row.waitFor();
    return (await row.getByText("Never").count()) === 0 ? true : undefined;
  });

  const actions = "Actions for the API key Deployment";
  await chooseAction(page, actions, "Rotate…");
  await choose(page, "Keep the previous secret working for", "24 hours");
  await button(page, "Rotate API key").click();
  await heading(page, "Copy the new secret of Deployment").waitFor();
  const second = await takeSecret(page);
  expect(await statusOf(secret, org)).toBe(200);
  expect(await statusOf(second, org)).toBe(200);
  await row.getByText("The previous secret expires").waitFor();

  await chooseAction(page, actions, "Rotate…");
  await choose(page, "Keep the previous secret working for", /^0 hours/);
  await button(page, "Rotate API key").click();
  const third = await takeSecret(page);
  expect(await statusOf(second, org)).toBe(401);
  expect(await statusOf(third, org)).toBe(200);

  await chooseAction(page, actions, "Revoke…");
  const question = page.getByRole("alertdialog");
  await question.getByText("Last used").waitFor();
  await button(question, "Revoke").click();
  await page.getByText("Deployment revoked").first().waitFor();
  await heading(page, "No API keys").waitFor();
  expect(await statusOf(third, org)).toBe(401);
});

test("an admin sees and revokes the keys of all members, and a member only their own", async () => {
  const ana = await server.person("Ana Costa");
  const org = await server.organization(ana);
  const ben = await server.join(ana, org, "member", "Ben Ito");
  const vic = await server.join(ana, org, "viewer", "Vic Lund");
  await createKey(ana, org, "Of Ana");
  const path = `/o/${org.slug}/settings/api`;

  const member = await signedInTo(ben, `${path}?tab=all`);
  await heading(member.page, "No API keys").waitFor();
  const admin = await signedInTo(ana, `${path}?tab=all`);
  await rowOf(admin.page, "Of Ana").waitFor();

  // The open pages show the new key without a reload.
  const { secret } = await createKey(ben, org, "Of Ben");
  await rowOf(member.page, "Of Ben").waitFor();
  expect(await rowOf(member.page, "Of Ana").count()).toBe(0);
  const { page } = admin;
  await rowOf(page, "Of Ben").getByText("Ben Ito").waitFor();
  await button(page, "Actions for the API key Of Ben").click();
  const rotate = page.getByRole("menuitem", { name: "Rotate…" });
  expect(await rotate.getAttribute("aria-disabled")).toBe("true");
  await page.getByText("Only the key’s owner can rotate it.").waitFor();
  await page.getByRole("menuitem", { name: "Revoke…" }).click();
  await button(page.getByRole("alertdialog"), "Revoke").click();
  await rowOf(page, "Of Ben").waitFor({ state: "detached" });
  expect(await statusOf(secret, org)).toBe(401);
  await heading(member.page, "No API keys").waitFor();

  const viewer = await signedInTo(vic, path);
  await heading(viewer.page, /have access/).waitFor();
  expect(await link(viewer.page, "API").count()).toBe(0);
  expect(await link(viewer.page, "Connect").count()).toBe(0);
});

test("a key without expiry is a choice with a warning, and the organization can forbid it", async () => {
  const ana = await server.person("Ana Costa");
  const org = await server.organization(ana);
  const { page, open } = await signedInTo(
    ana,
    `/o/${org.slug}/settings/api?new=1`,
  );
  await field(page, "Name").fill("Forever");
  await choose(page, "Expires after", "No expiration");
  await page.getByText("until someone revokes it").waitFor();
  await button(page.getByRole("dialog"), "Create API key").click();
  await takeSecret(page);
  await rowOf(page, "Forever").getByText("No expiration").waitFor();

  await open(`/o/${org.slug}/settings`);
  await page.getByLabel("Maximum lifetime of API keys").fill("10");
  const form = page.getByRole("region", { name: "Preferences" });
  await button(form, "Save").click();
  await page.getByText("Settings saved").first().waitFor();
  await open(`/o/${org.slug}/settings/api?new=1`);
  await page.getByText("limits API keys to 10 days").waitFor();
  await page.getByRole("combobox", { name: "Expires after" }).click();
  await page.getByRole("option", { name: "10 days" }).waitFor();
  expect(
    await page.getByRole("option", { name: "No expiration" }).count(),
  ).toBe(0);
  await page.getByRole("option", { name: "Custom…" }).click();
  await field(page, "Name").fill("Short");
  await field(page, "Number of days").fill("11");
  await button(page.getByRole("dialog"), "Create API key").click();
  await page.getByText("Enter a whole number from 1 to 10.").waitFor();
  await field(page, "Number of days").fill("3");
  await button(page.getByRole("dialog"), "Create API key").click();
  await takeSecret(page);
  await rowOf(page, "Short").getByText("Expires soon").waitFor();
});

test("a service account works through suspension and the end of its steward's membership, until it is deleted", async () => {
  const ana = await server.person("Ana Costa");
  const org = await server.organization(ana);
  const ben = await server.join(ana, org, "member", "Ben Ito");
  const { page, open } = await signedInTo(
    ana,
    `/o/${org.slug}/settings/api?tab=service-accounts`,
  );
  await heading(page, "No service accounts").waitFor();
  await button(page, "Create service account").first().click();
  const dialog = page.getByRole("dialog");
  await field(dialog, "Name").fill("CI");
  await choose(dialog, "Role", /^Member/);
  await choose(dialog, "Steward", /^Ben Ito/);
  await button(dialog, "Create service account").click();
  await heading(page, "CI").waitFor();
  expect(await faultsInBothThemes(page)).toEqual([]);

  await button(page, "Create API key").click();
  await field(dialog, "Name").fill("Pipeline");
  await button(dialog, "Everything its role can do").click();
  expect(await dialog.getByLabel("View audit log").count()).toBe(0);
  await button(dialog, "Create API key").click();
  const secret = await takeSecret(page);
  expect(await statusOf(secret, org, "POST")).toBe(201);

  // In the list of all keys, too, the role limits the permissions to choose from.
  await open(`/o/${org.slug}/settings/api?tab=all`);
  await chooseAction(page, "Actions for the API key Pipeline", "Edit…");
  await dialog.getByLabel("Edit and archive projects").waitFor();
  expect(await dialog.getByLabel("View audit log").count()).toBe(0);
  await button(dialog, "Cancel").click();
  await rowOf(page, "Pipeline").getByRole("link", { name: "CI" }).click();
  await heading(page, "CI").waitFor();

  const actions = "Actions for the service account CI";
  await chooseAction(page, actions, "Suspend…");
  await button(page.getByRole("alertdialog"), "Suspend").click();
  await page.getByText("This service account is suspended").waitFor();
  expect(await statusOf(secret, org)).toBe(403);
  await chooseAction(page, actions, "Reactivate");
  await page.getByText("CI reactivated").first().waitFor();
  expect(await statusOf(secret, org)).toBe(200);

  // The project names its creator, and the audit log says with what it was made.
  await open(`/o/${org.slug}/projects`);
  await link(page, "Website").click();
  await link(page, "CI").waitFor();
  await open(`/o/${org.slug}/settings/audit?what=projects.create`);
  await page
    .getByRole("button", {
      name: `CI (service account, API key Pipeline …${secret.slice(-4)}) created the project Website`,
    })
    .waitFor();
  await choose(page, "User", "CI");
  await page.waitForURL(/who=svc_/);

  // The account keeps working when its steward leaves, and another member takes over.
  await open(`/o/${org.slug}/settings/api?tab=service-accounts`);
  await rowOf(page, "CI").getByText("Ben Ito").waitFor();
  expectStatus(
    await ben.delete(`/organizations/${org.slug}/members/${ben.id}`),
    204,
  );
  await rowOf(page, "CI").getByText("No steward").waitFor();
  expect(await statusOf(secret, org)).toBe(200);
  await link(page, "CI").click();
  await page.getByText("No one is responsible").waitFor();
  await button(page, "Become steward").click();
  await page.getByText("You’re the steward of CI").first().waitFor();

  await chooseAction(page, actions, "Edit…");
  await field(dialog, "Name").fill("Continuous integration");
  await button(dialog, "Save changes").click();
  await heading(page, "Continuous integration").waitFor();
  await chooseAction(
    page,
    "Actions for the service account Continuous integration",
    "Delete…",
  );
  const question = page.getByRole("alertdialog");
  await question.getByText("1 API key will stop working").waitFor();
  await button(question, "Delete").click();
  await heading(page, "No service accounts").waitFor();
  expect(await statusOf(secret, org)).toBe(401);
});

test("the examples contain a read-only key only after a click", async () => {
  const ana = await server.person("Ana Costa");
  const org = await server.organization(ana);
  const keys = async () =>
    expectStatus(
      await ana.get<"apiKeys.list">(`/organizations/${org.slug}/api-keys`),
      200,
    ).body.items;
  const { page } = await signedInTo(ana, `/o/${org.slug}/settings/connect`);
  const code = page.locator("pre").first();
  await code.getByText("YOUR_API_KEY").waitFor();
  expect(await keys()).toEqual([]);

  await button(page, "Create a read-only key").click();
  await code.getByText("tnt_live_").waitFor();
  const [secret = ""] = /tnt_live_\w+/.exec(await code.innerText()) ?? [];
  expect(await code.innerText()).toContain(
    `${server.url.origin}/api/organizations/${org.slug}/projects`,
  );
  expect(await statusOf(secret, org)).toBe(200);
  expect(await statusOf(secret, org, "POST")).toBe(403);
  const [key] = await keys();
  expect(key?.scopes.every((scope) => scope.endsWith(":read"))).toBe(true);

  await link(page, "MCP").click();
  await page.getByText(`Bearer ${secret}`).waitFor();
  await link(page, "TypeScript").click();
  await page.getByText(`TENANTRY_API_KEY="${secret}"`).waitFor();
  // Pages run in a browser, where a key does not belong.
  await link(page, "React").click();
  await page.getByText("createTenantryReact").first().waitFor();
  expect(await page.getByText(secret).count()).toBe(0);

  await link(page, "API").click();
  await heading(page, "Leave without copying?").waitFor();
  await button(page, "Cancel").click();
  await link(page, "curl").click();
  await button(page, "Copy: Terminal: run").click();
  await link(page, "API").click();
  await heading(page, "API").waitFor();
});

test("who resets their password can revoke their keys", async () => {
  const ana = await server.person("Ana Costa");
  const org = await server.organization(ana, "Acme");
  const kept = await createKey(ana, org, "Kept");
  const unknown = await createKey(ana, org, "Unknown");
  const reset = async () => {
    const { email } = ana;
    expectStatus(
      await server.stranger().post("/auth/forgot-password", { email }),
      202,
    );
    const visitor = await createVisitor();
    await visitor.openMailedLink(email);
    await field(visitor.page, "New password").fill("three unrelated words");
    await button(visitor.page, "Set password").click();
    return visitor.page;
  };

  let page = await reset();
  await heading(page, "Check your API keys").waitFor();
  expect(await faultsInBothThemes(page)).toEqual([]);
  await button(page, "Revoke Unknown").click();
  await page.getByText("Unknown revoked").first().waitFor();
  expect(await statusOf(unknown.secret, org)).toBe(401);
  expect(await statusOf(kept.secret, org)).toBe(200);
  await link(page, "Continue").click();
  await page.waitForURL(/\/o\/[\w-]+$/);

  page = await reset();
  await button(page, "Revoke all").click();
  await button(page.getByRole("alertdialog"), "Revoke all").click();
  await page.waitForURL(/\/o\/[\w-]+$/);
  expect(await statusOf(kept.secret, org)).toBe(401);
});

test("a change of a service account that another admin saved first is shown before it is overwritten", async () => {
  const ana = await server.person("Ana Costa");
  const org = await server.organization(ana);
  const accounts = `/organizations/${org.slug}/service-accounts`;
  const { id } = expectStatus(
    await ana.post<"serviceAccounts.create">(accounts, {
      name: "CI",
      role: "member",
    }),
    201,
  ).body;
  const { page } = await signedInTo(
    ana,
    `/o/${org.slug}/settings/api/service-accounts/${id}`,
  );
  await chooseAction(page, "Actions for the service account CI", "Edit…");
  const dialog = page.getByRole("dialog");
  await field(dialog, "Name").fill("Mine");
  expectStatus(
    await ana.put(`${accounts}/${id}`, { name: "Theirs", role: "viewer" }),
    200,
  );
  await button(dialog, "Save changes").click();
  await dialog.getByText("Theirs").waitFor();
  await button(dialog, "Save mine anyway").click();
  await heading(page, "Mine").waitFor();
  const { body } = expectStatus(
    await ana.get<"serviceAccounts.get">(`${accounts}/${id}`),
    200,
  );
  expect([body.name, body.role]).toEqual(["Mine", "viewer"]);
});
