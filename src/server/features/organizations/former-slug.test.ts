import { expect, test } from "bun:test";
import { expectStatus, startServer } from "#testing/kit/server";
import { serverSuite } from "#testing/kit/suite";
import { problemOf } from "#testing/kit/problem";
import { comparable } from "#testing/matrix/procedures";

const server = serverSuite();

/** Creates an organization and changes its slug. */
async function renamed() {
  const admin = await server.person();
  const org = await server.organization(admin);
  const slug = `${org.slug}-renamed`;
  expectStatus(await admin.put(`/organizations/${org.slug}`, { slug }), 200);
  return { admin, former: org.slug, slug };
}

test("a former slug redirects members, with the rest of the path", async () => {
  const { admin, former, slug } = await renamed();
  for (const [asked, answered] of [
    [`/organizations/${former}`, `/api/organizations/${slug}`],
    [
      `/organizations/${former}/projects?limit=3`,
      `/api/organizations/${slug}/projects?limit=3`,
    ],
    [`/auth/context?org=${former}`, `/api/auth/context?org=${slug}`],
  ] as const)
    for (const method of ["GET", "HEAD"]) {
      const answer = expectStatus(await admin.call(method, asked), 301);
      expect(answer.headers.get("location")).toBe(answered);
      expect(answer.headers.get("x-renamed-to")).toBe(slug);
      expectStatus(await admin.fetch(answered, { method }), 200);
    }
});

test("a change by the former slug is refused, and the response has the current one", async () => {
  const { admin, former, slug } = await renamed();
  const projects = `/organizations/${former}/projects`;
  const answer = expectStatus(
    await admin.post(projects, { name: "Lost?" }),
    404,
  );
  expect(answer.headers.get("x-renamed-to")).toBe(slug);
  const { body } = await admin.get(`/organizations/${slug}/projects`);
  expect(body.items).toEqual([]);
});

test("a former slug stops working after 90 days, and only members learn why", async () => {
  const later = await startServer();
  try {
    const admin = await later.person();
    const org = await later.organization(admin);
    const slug = `${org.slug}-renamed`;
    expectStatus(await admin.put(`/organizations/${org.id}`, { slug }), 200);
    later.passTime(91 * 24 * 60 * 60 * 1000);
    for (const path of [
      `/organizations/${org.slug}`,
      `/auth/context?org=${org.slug}`,
    ]) {
      const answer = expectStatus(await admin.get(path), 410);
      expect(problemOf(answer)).toMatchObject({
        code: "GONE",
        reason: "SLUG_RETIRED",
      });
    }
    const input = { org: org.slug };
    const { status, body } = await admin.trpc("query", "auth.context", input);
    expect(status).toBe(410);
    expect(JSON.stringify(body)).toContain("SLUG_RETIRED");
    const stranger = await later.person();
    expectStatus(await stranger.get(`/organizations/${org.slug}`), 404);
    expectStatus(
      await stranger.post("/organizations", { name: "New", slug: org.slug }),
      201,
    );
    expectStatus(await admin.get(`/organizations/${org.slug}`), 404);
  } finally {
    await later.stop();
  }
});

test("a former slug tells non-members nothing", async () => {
  const { former } = await renamed();
  const stranger = await server.person();
  const answers = [
    await stranger.get(`/organizations/${former}`),
    await stranger.get("/organizations/no-such-organization"),
  ].map(comparable);
  expect(answers[0]?.status).toBe(404);
  expect(answers[0]).toEqual(answers[1]);
});
