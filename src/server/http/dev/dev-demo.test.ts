import { expect, test } from "bun:test";
import { DEMO_PASSWORD, DEMO_PEOPLE } from "#shared/demo";
import { startServer } from "#testing/kit/server";
import { seedDemo } from "#server/cli/seed/demo";

test("the demo accounts are offered once they exist, and their password works", async () => {
  const server = await startServer({ ENVIRONMENT: "development" });
  expect(await read(server.url)).toEqual({ status: 200, body: { people: [] } });
  await seedDemo(server.db, server.config);
  expect(await read(server.url)).toEqual({
    status: 200,
    body: { people: [...DEMO_PEOPLE], password: DEMO_PASSWORD },
  });
  const signedIn = await server.stranger().post("/auth/sign-in", {
    email: DEMO_PEOPLE[0].email,
    password: DEMO_PASSWORD,
  });
  expect(signedIn.status).toBe(200);
  await server.stop();
});

test("the page of captured mail names the demo accounts and their password", async () => {
  const server = await startServer({ ENVIRONMENT: "development" });
  const page = async () =>
    (await fetch(new URL("/dev/mail", server.url))).text();
  expect(await page()).not.toContain(DEMO_PASSWORD);
  await seedDemo(server.db, server.config);
  const shown = await page();
  expect(shown).toContain(DEMO_PASSWORD);
  for (const { email } of DEMO_PEOPLE) expect(shown).toContain(email);
  await server.stop();
});

test("the demo accounts are not offered when PUBLIC_URL is another machine", async () => {
  const server = await startServer({
    ENVIRONMENT: "development",
    PUBLIC_URL: "https://preview.example.com",
    DEV_PAGES: "public",
  });
  await seedDemo(server.db, server.config);
  const local = new URL(`http://localhost:${server.config.port}`);
  expect(await read(local)).toEqual({ status: 200, body: { people: [] } });
  await server.stop();
});

test("in production no path under /dev/ exists", async () => {
  const server = await startServer({
    ENVIRONMENT: "production",
    APP_SECRET: "a-secret-of-at-least-32-characters",
  });
  await seedDemo(server.db, server.config);
  for (const path of ["/dev", "/dev/demo.json", "/dev/mail", "/dev/mail.json"])
    expect(await read(server.url, path)).toMatchObject({
      status: 404,
      body: { reason: "NOT_FOUND" },
    });
  await server.stop();
});

async function read(url: URL, path = "/dev/demo.json") {
  const answer = await fetch(new URL(path, url));
  return { status: answer.status, body: await answer.json() };
}
