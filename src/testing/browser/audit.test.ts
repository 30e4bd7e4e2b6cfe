import { expect, test } from "bun:test";
import { demoSuite } from "./suite";
import { readFile } from "node:fs/promises";
import type { Page } from "playwright-core";
import type { AuditEvent } from "#server/features/audit-log/schemas";
import { faultsInBothThemes } from "./faults";
import { nameOfFocus, tabTo } from "./keyboard";

const AUDIT = "/o/acme/settings/audit";

const { server, visitorAs } = demoSuite();

const list = (page: Page) => page.getByRole("list", { name: /^Events/ });
const sentences = (page: Page) => list(page).locator("button[aria-expanded]");
const filter = (page: Page, name: string) =>
  page.getByRole("combobox", { name, exact: true });

async function choose(page: Page, name: string, option: string) {
  await filter(page, name).click();
  await page.getByRole("option", { name: option }).click();
}

/** Waits until at least one sentence matches the words, and no other sentence is shown. */
async function onlyShows(page: Page, words: RegExp) {
  await sentences(page).filter({ hasText: words }).first().waitFor();
  await sentences(page)
    .filter({ hasNotText: words })
    .first()
    .waitFor({ state: "detached" });
}

async function download(page: Page, name: RegExp) {
  await page.getByRole("button", { name: "Download" }).click();
  const begun = page.waitForEvent("download");
  await page.getByRole("menuitem", { name }).click();
  const file = await begun;
  return {
    name: file.suggestedFilename(),
    text: await readFile(await file.path(), "utf8"),
  };
}

test("an admin filters the log, opens an event and downloads the matching events", async () => {
  const { page } = await visitorAs("admin", AUDIT);
  await sentences(page).first().waitFor();
  expect(await sentences(page).count()).toBe(50);
  await page.getByRole("button", { name: "Load more" }).click();
  await sentences(page).nth(99).waitFor();

  await choose(page, "User", "Ada Okonkwo");
  await onlyShows(page, /^Ada Okonkwo/);
  // Typing finds an action. Several actions and whole groups can be ticked, and Escape closes the list.
  const actions = page.getByRole("button", { name: /^Action/ });
  const option = (name: string) =>
    page.getByRole("option", { name, exact: true });
  await actions.click();
  await page.getByLabel("Find an action…").fill("role ch");
  await option("Role changed").waitFor();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await page.getByLabel("Find an action…").fill("project");
  await option("Projects").click();
  expect(await faultsInBothThemes(page)).toEqual([]);
  await page.keyboard.press("Escape");
  await actions.getByText("4 actions").waitFor();
  await sentences(page).filter({ hasText: "description of" }).first().waitFor();
  await actions.click();
  await option("Projects").click();
  await page.keyboard.press("Escape");
  await actions.getByText("Role changed").waitFor();
  await onlyShows(page, /^Ada Okonkwo changed .*role from \w+ to \w+/);
  const shown = await sentences(page).count();
  expect(shown).toBe(3);

  // The URL contains the filters, so another user who opens it sees the same events.
  const { search } = new URL(page.url());
  const other = await visitorAs("admin", AUDIT + search);
  await onlyShows(other.page, /^Ada Okonkwo changed .*role from/);
  expect(await sentences(other.page).count()).toBe(shown);

  // Gavin is no longer a member, but the log still shows his name.
  const gavin = sentences(page).filter({ hasText: "Gavin Pike’s role" });
  await gavin.click();
  expect(await gavin.getAttribute("aria-expanded")).toBe("true");
  const row = page.getByRole("row", { name: "Role Admin Member" });
  await row.waitFor();
  const details = list(page).locator("dl");
  expect(await details.innerText()).toMatch(/members\.updateRole[\s\S]*req_/);

  const lines = await download(page, /JSON Lines/);
  expect(lines.name).toBe("acme-audit-log.jsonl");
  const events = lines.text
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line) as AuditEvent);
  expect(events).toHaveLength(shown);
  for (const { action, actor } of events)
    expect([action, actor.name]).toEqual(["members.updateRole", "Ada Okonkwo"]);
  const table = await download(page, /CSV/);
  expect(table.name).toBe("acme-audit-log.csv");
  expect(table.text.trimEnd().split("\r\n")).toHaveLength(shown + 1);

  // Open one event by its link, then go back to all events.
  await page.getByRole("link", { name: "Link to this event" }).click();
  await page
    .getByRole("search")
    .getByText(/^Only event \d+$/)
    .waitFor();
  await row.waitFor();
  expect(await sentences(page).count()).toBe(1);
  await page.getByRole("button", { name: "Clear filters" }).click();
  await sentences(page).nth(49).waitFor();
  expect(await nameOfFocus(page)).toBe("Anyone");
});

test("days are in the user's time zone", async () => {
  const { page } = await visitorAs("admin", AUDIT);
  await sentences(page).first().click();
  const moment = list(page).locator("dl dd").first();
  const day = await page.evaluate(
    (text) => {
      const at = new Date(text);
      const two = (part: number) => String(part).padStart(2, "0");
      return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
    },
    await moment.innerText(),
  );
  const newest = await sentences(page).first().innerText();

  await page.getByLabel("From", { exact: true }).fill(day);
  await page.getByLabel("To", { exact: true }).fill(day);
  await page.waitForURL(`**/audit?from=${day}&to=${day}`);
  await page.getByRole("button", { name: "Load more" }).waitFor({
    state: "detached",
  });
  expect(await sentences(page).first().innerText()).toBe(newest);

  await page.getByLabel("To", { exact: true }).fill("2020-01-01");
  await page.getByText("The end date is before the start date.").waitFor();
  await page.getByRole("heading", { name: "No events found" }).waitFor();
  await page.getByRole("button", { name: "Show all events" }).click();
  await sentences(page).nth(49).waitFor();
});

test("an admin uses filters and events with the keyboard", async () => {
  const { page } = await visitorAs("admin", AUDIT);
  await sentences(page).first().waitFor();
  await tabTo(page, "Anyone");
  await page.keyboard.press("Enter");
  await page.keyboard.type("Ben");
  await page.keyboard.press("Enter");
  await onlyShows(page, /^Ben Ferreira/);
  await tabTo(page, "All actions");
  await page.keyboard.press("Enter");
  await page.keyboard.type("Project cr");
  await page.keyboard.press("Enter");
  await onlyShows(page, /^Ben Ferreira created the project/);
  await tabTo(page, /^Ben Ferreira created the project/);
  await page.keyboard.press("Enter");
  await page.getByRole("row", { name: /^Status Active/ }).waitFor();
  await tabTo(page, "Copy hash");
  await page.keyboard.press("Shift+Tab");
  expect(await nameOfFocus(page)).toBe("Copy request ID");
});

test("an admin verifies the log, compares it with a checkpoint and sees what is wrong", async () => {
  const { page } = await visitorAs("admin", AUDIT);
  const dialog = page.getByRole("dialog");
  await page.getByRole("button", { name: "Verify" }).click();
  await dialog.getByText("Verified").waitFor();
  expect(await dialog.innerText()).toMatch(/All [\d,]+ events since \w+ \d/);
  const checkpoint = await dialog.locator("code").innerText();
  expect(checkpoint).toMatch(/^\d+:[\w-]{43}$/);

  const field = dialog.getByLabel(/saved checkpoint/);
  const again = dialog.getByRole("button", { name: "Verify again" });
  await field.fill("nonsense");
  await again.click();
  await dialog.getByText(/Enter the whole checkpoint/).waitFor();
  await field.fill(checkpoint);
  await again.click();
  await dialog.getByText("still contains your saved checkpoint").waitFor();

  await field.fill(`3:${"x".repeat(43)}`);
  await again.click();
  const fault = dialog.getByRole("alert");
  await fault.getByText(/Event 3 of your checkpoint is missing/).waitFor();
  await fault.getByRole("button", { name: /^Show event 2/ }).click();
  await page.getByRole("search").getByText("Only event 2").waitFor();
});

test("verification finds an event that was changed in the database", async () => {
  const { client } = server.db;
  const where = "org_id = (select id from organizations where slug = 'acme')";
  const [old] = (
    await client.execute(
      `select address from audit_log where ${where} and seq = 40`,
    )
  ).rows;
  const { rows } = await client.execute(
    "select sql from sqlite_master where name = 'audit_log_no_update'",
  );
  const write = (address: string) =>
    client.batch([
      "drop trigger audit_log_no_update",
      {
        sql: `update audit_log set address = ? where ${where} and seq = 40`,
        args: [address],
      },
      ...rows.map(({ sql }) => String(sql)),
    ]);
  await write("10.9.8.7");
  try {
    const { page } = await visitorAs("admin", AUDIT);
    await page.getByRole("button", { name: "Verify" }).click();
    const fault = page.getByRole("dialog").getByRole("alert");
    await fault.getByText("Event 40 was changed.").waitFor();
    await fault.getByRole("button", { name: "Show event 40" }).click();
    await onlyShows(page, /10\.9\.8\.7/);
    expect(await sentences(page).count()).toBe(1);
  } finally {
    await write(String(old?.address));
  }
});

test("a printed log has exact times and no controls", async () => {
  const { page } = await visitorAs("admin", `${AUDIT}?what=projects.delete`);
  await onlyShows(page, /deleted the project/);
  await page.emulateMedia({ media: "print" });
  const paper = await page.locator("body").innerText();
  expect(paper).toContain("Project deleted");
  expect(paper).toMatch(/\d:\d\d:\d\d/);
  expect(paper).not.toMatch(/ago|Download|Danger zone|Load more/);
});

test.each(["member", "viewer"] as const)(
  "a %s has neither the page nor a link to it",
  async (role) => {
    const { page } = await visitorAs(role, AUDIT);
    const asked: string[] = [];
    page.on("request", (request) => asked.push(request.url()));
    await page.getByRole("heading", { name: /have access/ }).waitFor();
    await page.reload();
    await page.getByRole("heading", { name: /have access/ }).waitFor();
    expect(await page.getByRole("link", { name: "Audit log" }).count()).toBe(0);
    expect(asked.filter((url) => url.includes("audit."))).toEqual([]);
  },
);

test("the log names a custom role in its sentences and details, also after the role was deleted", async () => {
  const { page, context } = await visitorAs("admin");
  const { origin } = server.url;
  const call = async (method: string, path: string, data?: object) => {
    const answer = await context.request.fetch(
      `${origin}/api/organizations/acme/${path}`,
      { method, headers: { origin }, data },
    );
    expect(answer.ok()).toBe(true);
    return answer;
  };
  const created = await call("POST", "roles", {
    name: "Project Lead",
    permissions: ["project:read"],
    basedOn: "viewer",
  });
  const { id } = (await created.json()) as { id: string };
  const members = await call("GET", "members?q=ben@demo.test");
  const { items } = (await members.json()) as { items: { userId: string }[] };
  await call("PUT", `members/${items[0]?.userId}`, { role: id });
  await call("DELETE", `roles/${id}?replacement=member`);
  await page.goto(`${origin}${AUDIT}?what=members.updateRole`);
  const changed = sentences(page).filter({ hasText: "to Project Lead" });
  await changed.click();
  await page.getByRole("row", { name: "Role Member Project Lead" }).waitFor();
});
