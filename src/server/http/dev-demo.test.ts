import { expect, test } from "bun:test";
import { DEMO_PASSWORD, DEMO_PEOPLE } from "../../shared/demo";
import { startServer } from "../../testing/kit";
import { seedDemo } from "../seed/demo";

test("the demo people are offered once they are there, and the password fits", async () => {
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

test("in production nothing under /dev/ exists, not even as a page", async () => {
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
