import { beforeAll, expect, test } from "bun:test";
import type { Page } from "playwright-core";
import { PLANS } from "#shared/plans";
import { newId } from "#shared/id";
import { addDays, dayOf } from "#server/core/api-usage/calendar";
import { apiUsage } from "#server/core/api-usage/table";
import { insertStatement } from "#server/kernel/db/statement";
import type { Actor } from "../kit/actor";
import {
  addPersonalKey,
  addServiceAccount,
  addServiceKey,
} from "../kit/api-keys";
import type { TestOrganization } from "../kit/server";
import { faultsInBothThemes, overflow } from "./faults";
import { browserSuite } from "./suite";
import { settled } from "./visitor";

const LIMIT = PLANS.free.apiCalls;
const { server, signedIn } = browserSuite({ BILLING: "fake" });
let ana: Actor;
beforeAll(async () => {
  ana = await server.person("Ana Costa");
});

const section = (page: Page) => page.getByRole("region", { name: "API calls" });
const billing = ({ slug }: TestOrganization) => `/o/${slug}/settings/billing`;

async function addCalls(
  { id: orgId }: TestOrganization,
  keyId: string,
  callsOfDays: readonly number[],
  refused = 0,
) {
  const today = dayOf(Date.now());
  for (const [ago, calls] of callsOfDays.entries()) {
    const day = addDays(today, -ago);
    await server.db.client.execute(
      insertStatement(apiUsage, {
        orgId,
        id: `${day} ${keyId}`,
        day,
        keyId,
        calls,
        refused: ago === 0 ? refused : 0,
      }),
    );
  }
}

/** Returns the faults of the section: in both themes and on a phone. */
async function faultsOf(page: Page): Promise<string[]> {
  await settled(page);
  const faults = await faultsInBothThemes(page);
  const before = page.viewportSize();
  await page.setViewportSize({ width: 390, height: 844 });
  const pixels = await overflow(page);
  if (pixels > 0) faults.push(`${pixels} pixels too wide`);
  if (before) await page.setViewportSize(before);
  return faults;
}

test("an organization without API calls sees the limit and that no key was used", async () => {
  const org = await server.organization(ana);
  const { page } = await signedIn(ana, billing(org));
  await section(page).getByText("No API keys were used").waitFor();
  const meter = section(page).getByRole("meter", { name: "This month" });
  expect(await meter.getAttribute("aria-valuemax")).toBe(String(LIMIT));
  expect(await section(page).getByRole("listitem").count()).toBe(0);
  expect(await faultsOf(page)).toEqual([]);
});

test("the calls of each key have bars, the busiest key first", async () => {
  const org = await server.organization(ana);
  const personal = await addPersonalKey(server, org.id, ana);
  const account = await addServiceAccount(server.db, org.id, "member");
  const service = await addServiceKey(server, org.id, account);
  await server.db.client.execute({
    sql: "update api_keys set revoked_at = 1 where id = ?",
    args: [personal.keyId],
  });
  await addCalls(org, personal.keyId, [3, 0, 5], 2);
  await addCalls(org, service.keyId, [20, 31, 4, 17, 0, 9, 12, 40, 33, 2]);
  await addCalls(org, newId("apiKey"), [1]);
  const { page } = await signedIn(ana, billing(org));
  const rows = section(page).getByRole("listitem");
  await rows.first().waitFor();
  const texts = await rows.allInnerTexts();
  expect(texts.map((text) => text.split("\n").filter(Boolean))).toEqual([
    ["Deploy", "Service account CI", "168 calls"],
    ["Deploy", "Revoked", "Ana Costa", "8 calls", "2 rejected"],
    ["Deleted key", "1 call"],
  ]);
  await rows
    .first()
    .getByRole("img", { name: /^Calls per day with Deploy .* peak of 40 on/ })
    .waitFor();
  expect(await faultsOf(page)).toEqual([]);
});

test("an organization near its limit is warned, and one that has used all calls is told until when", async () => {
  const [near, full] = [
    await server.organization(ana),
    await server.organization(ana),
  ];
  await addCalls(near, newId("apiKey"), [LIMIT * 0.8]);
  await addCalls(full, newId("apiKey"), [LIMIT]);
  const { page, open } = await signedIn(ana, billing(near));
  await section(page)
    .getByText("You’ve used most of this month’s API calls")
    .waitFor();
  expect(await faultsOf(page)).toEqual([]);
  await open(billing(full));
  await section(page).getByRole("alert").waitFor();
  const text = await section(page).getByRole("alert").innerText();
  expect(text).toContain("You’ve used all of this month’s API calls");
  expect(text).toContain("Upgrade your plan to continue now.");
  expect(await faultsOf(page)).toEqual([]);
});

test("more than ten keys are shown on demand", async () => {
  const org = await server.organization(ana);
  for (let count = 1; count <= 12; count++)
    await addCalls(org, newId("apiKey"), [count]);
  const { page } = await signedIn(ana, billing(org));
  const rows = section(page).getByRole("listitem");
  await rows.first().waitFor();
  expect(await rows.count()).toBe(10);
  await section(page).getByRole("button", { name: "Show all 12 keys" }).click();
  expect(await rows.count()).toBe(12);
});
