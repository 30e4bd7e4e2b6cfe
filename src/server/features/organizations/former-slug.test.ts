import { afterAll, beforeAll, expect, test } from "bun:test";
import {
  expectStatus,
  startServer,
  type TestServer,
} from "../../../testing/kit";
import { comparable } from "../../../testing/procedures";

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.stop());

/** An organization that had another slug before. */
async function renamed() {
  const admin = await server.person();
  const org = await server.organization(admin);
  const slug = `${org.slug}-renamed`;
  expectStatus(await admin.put(`/organizations/${org.slug}`, { slug }), 200);
  return { admin, former: org.slug, slug };
}

test("a former slug leads members on, with the rest of the address", async () => {
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

test("a change by the former slug is refused, and told the present one", async () => {
  const { admin, former, slug } = await renamed();
  const projects = `/organizations/${former}/projects`;
  const answer = expectStatus(
    await admin.post(projects, { name: "Lost?" }),
    404,
  );
  expect(answer.headers.get("x-renamed-to")).toBe(slug);
  const { body } = await admin.get(`/organizations/${slug}/projects`);
  expect(body.items as unknown).toEqual([]);
});

test("strangers learn nothing from a former slug", async () => {
  const { former } = await renamed();
  const stranger = await server.person();
  const answers = [
    await stranger.get(`/organizations/${former}`),
    await stranger.get("/organizations/no-such-organization"),
  ].map(comparable);
  expect(answers[0]?.status).toBe(404);
  expect(answers[0]).toEqual(answers[1]);
});
