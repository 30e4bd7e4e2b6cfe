import { beforeAll, describe, expect, test } from "bun:test";
import { demoSuite } from "./suite";
import type { Page } from "playwright-core";
import { faultsInBothThemes, overflow } from "./faults";
import { anyProject, signInAs, visit } from "./guest";
import {
  type AcmeRole,
  BY_ROLE,
  ORGANIZATION_PAGES,
  PERSONAL_PAGES,
  PUBLIC_PAGES,
  type VisitedPage,
} from "./pages";
import { OPEN_STATES } from "./states";
import type { Visitor } from "./visitor";

const ROLES = Object.keys(BY_ROLE) as AcmeRole[];
const PEOPLE: Pick<VisitedPage, "path" | "shows"> = {
  path: "/o/acme/people",
  shows: (page) => page.getByRole("row").nth(1),
};
const DESK = { width: 1280, height: 800 };
const PHONE = { width: 360, height: 740 };
/** The size in which a desktop window shows a page at a zoom of 200 %. */
const ZOOMED = { width: 640, height: 400 };

let project: string;
const visitors = new Map<AcmeRole | undefined, Visitor>();

const { server, createVisitor } = demoSuite();
beforeAll(async () => {
  for (const role of [undefined, ...ROLES]) {
    const visitor = await createVisitor();
    if (role) await signInAs(visitor.context, server.url.origin, BY_ROLE[role]);
    visitors.set(role, visitor);
  }
  project = await anyProject(visitorAs("admin").context, server.url.origin);
});

describe("is in order, light and dark, wide and narrow:", () => {
  for (const page of PUBLIC_PAGES)
    test(`${page.name} for a stranger`, () => inspect(page, undefined));
  for (const page of ORGANIZATION_PAGES)
    for (const role of ROLES)
      test(`${page.name} for a ${role}`, () => inspect(page, role));
  for (const page of PERSONAL_PAGES)
    test(`${page.name} for oneself`, () => inspect(page, "admin"));
});

describe("is in order while it is open:", () => {
  for (const state of OPEN_STATES)
    test(state.name, async () => {
      const { page, complaints } = visitorAs("admin");
      await page.setViewportSize(DESK);
      const shows = (there: Page) => there.locator("main h1");
      await visit(page, server.url.origin, { ...state, shows });
      await state.open(page);
      expect(await faultsInBothThemes(page)).toEqual([]);
      expect(complaints.splice(0)).toEqual([]);
    });
});

test("a viewer is offered nothing that would be refused", async () => {
  const { page } = visitorAs("viewer");
  await page.setViewportSize(DESK);
  const offered = new Set<string>();
  for (const place of ORGANIZATION_PAGES) {
    await visit(page, server.url.origin, place, project);
    // Leave out the buttons that only unfold or sort something.
    const controls = page
      .locator("main")
      .locator("button, [role=checkbox]")
      .and(page.locator(":not([aria-expanded]:not([aria-haspopup]))"))
      // Every role can sort a list.
      .and(page.locator(":not(th *)"));
    // Leave out the filter buttons, because every role can filter the list of people.
    const narrows = page.getByRole("group", { name: "Filter people" });
    const known = new Set(await narrows.locator("button").allInnerTexts());
    for (const control of await controls.all()) {
      const name = await nameOf(control);
      // The menus of people are opened below.
      const isOfPerson =
        place.path.startsWith(PEOPLE.path) && name.startsWith("Actions for ");
      if (!known.has(name) && !isOfPerson) offered.add(name);
    }
  }
  // The controls that a viewer may use: filter, sort, mark favorites, copy, load more, ask for access,
  // and leave the organization.
  const own =
    /^(Active|All|Any owner|Favorites|Favorite: .*|Newest first|Clear search|Copy project ID|Leave…|Ask for access|Clear filters|Show more.*)$/;
  const others = [...offered].filter((name) => !own.test(name));
  expect(others).toEqual([]);

  await visit(page, server.url.origin, PEOPLE, project);
  const actionsFor = async (name: string) => {
    await page.getByRole("button", { name: `Actions for ${name}` }).click();
    const items = page.getByRole("menuitem");
    await items.first().waitFor();
    const labels = await items.allInnerTexts();
    await page.keyboard.press("Escape");
    await items.first().waitFor({ state: "detached" });
    return labels;
  };
  expect(await actionsFor("Ada Okonkwo")).toEqual(["Copy email"]);
  expect(await actionsFor("Chloé Nguyen")).toEqual([
    "Copy email",
    "Leave organization…",
  ]);
});

async function inspect(place: VisitedPage, role: AcmeRole | undefined) {
  const { page, complaints } = visitorAs(role);
  await page.setViewportSize(DESK);
  await visit(page, server.url.origin, place, project);
  expect(await page.locator("h1").count()).toBe(1);
  expect(await page.title()).toMatch(/\S+ · Tenantry$/);
  expect(await faultsInBothThemes(page)).toEqual([]);
  for (const size of [ZOOMED, PHONE]) {
    await page.setViewportSize(size);
    expect(await overflow(page)).toBe(0);
  }
  expect(complaints.splice(0)).toEqual([]);
}

function nameOf(control: ReturnType<Page["locator"]>): Promise<string> {
  return control.evaluate(
    (element) =>
      element.getAttribute("aria-label") ?? element.textContent.trim(),
  );
}

function visitorAs(role: AcmeRole | undefined): Visitor {
  const visitor = visitors.get(role);
  if (!visitor) throw new Error("Nobody came.");
  return visitor;
}
