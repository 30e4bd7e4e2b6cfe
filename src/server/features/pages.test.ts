import { beforeAll, describe, expect, test } from "bun:test";
import type { Actor } from "#testing/kit/actor";
import { expectStatus, type TestOrganization } from "#testing/kit/server";
import { serverSuite } from "#testing/kit/suite";
import { problemOf } from "#testing/kit/problem";

const server = serverSuite();
let admin: Actor;
let org: TestOrganization;
beforeAll(async () => {
  admin = await server.person();
  org = await server.organization(admin);
  for (const name of ["two", "three"]) {
    await server.organization(admin, `Organization ${name}`);
    expectStatus(await admin.otherBrowser().signIn(), 200);
    await server.join(admin, org, "viewer");
  }
  for (const name of ["one", "two", "three"]) {
    expectStatus(
      await admin.post(`/organizations/${org.slug}/projects`, { name }),
      201,
    );
    await server.invite(admin, org, `${name}@example.com`, "viewer");
    const host = await server.person();
    await server.invite(
      host,
      await server.organization(host),
      admin.email,
      "viewer",
    );
  }
});

interface Page {
  items: { id?: string; userId?: string }[];
  nextCursor: string | null;
}

const lists: [what: string, path: () => string][] = [
  ["organizations", () => "/organizations"],
  ["members", () => `/organizations/${org.slug}/members`],
  ["people", () => `/organizations/${org.slug}/people`],
  ["invitations", () => `/organizations/${org.slug}/invitations`],
  ["projects", () => `/organizations/${org.slug}/projects`],
  ["sessions", () => "/auth/sessions"],
  ["invitations for me", () => "/auth/invitations"],
];

describe.each(lists)("the list of %s", (_, path) => {
  async function page(query = ""): Promise<Page> {
    const answer = expectStatus(await admin.get(`${path()}${query}`), 200);
    return answer.body as unknown as Page;
  }

  test("is the same in pages of one and on one page", async () => {
    const whole = await page();
    expect(whole.nextCursor).toBeNull();
    expect(whole.items.length).toBeGreaterThanOrEqual(3);
    const pages: Page[] = [await page("?limit=1")];
    for (let last = pages[0]; last?.nextCursor; last = pages.at(-1))
      pages.push(await page(`?limit=1&cursor=${last.nextCursor}`));
    expect(pages.flatMap(({ items }) => items)).toEqual(whole.items);
    for (const { items } of pages) expect(items).toHaveLength(1);
  });

  test("accepts a limit of 1 to 100", async () => {
    for (const limit of [1, 100]) await page(`?limit=${limit}`);
    for (const limit of ["0", "101", "-1", "1.5", "ten", "", "1&limit=2"]) {
      const answer = expectStatus(
        await admin.get(`${path()}?limit=${limit}`),
        400,
      );
      expect(problemOf(answer).issues).toEqual([
        expect.objectContaining({ path: "limit", rule: "PAGE_SIZE_INVALID" }),
      ]);
    }
  });

  test("refuses an unknown cursor", async () => {
    const other = `usr_${"0".repeat(26)}`;
    for (const cursor of ["nonsense", "", "' or 1=1", "%00", other]) {
      const answer = expectStatus(
        await admin.get(`${path()}?cursor=${cursor}`),
        400,
      );
      expect(problemOf(answer).issues).toEqual([
        expect.objectContaining({ path: "cursor", rule: "UNKNOWN_CURSOR" }),
      ]);
    }
  });

  test("refuses an unknown field", async () => {
    const answer = expectStatus(await admin.get(`${path()}?offset=1`), 400);
    expect(problemOf(answer).issues?.[0]?.path).toBe("offset");
  });
});
