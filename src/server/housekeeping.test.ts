import { afterAll, beforeAll, expect, test } from "bun:test";
import { startServer, type TestServer } from "../testing/kit";
import { tidyUp } from "./housekeeping";

const DAY_MS = 24 * 60 * 60 * 1000;

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.stop());

async function count(table: string): Promise<number> {
  const { rows } = await server.db.client.execute(
    `select count(*) from ${table}`,
  );
  return Number(rows[0]?.[0]);
}

test("what can still be used stays, what cannot goes", async () => {
  const ana = await server.person();
  await ana.post(
    "/organizations",
    { name: "Acme" },
    { headers: { "idempotency-key": "once" } },
  );
  await server.stranger().post("/auth/sign-up", {
    name: "Nobody",
    email: "nobody@example.com",
    password: "a long enough passphrase",
  });
  await ana.post("/auth/forgot-password", { email: ana.email });
  const tables = [
    "sessions",
    "sign_ups",
    "password_resets",
    "idempotency_keys",
    "outbox",
  ];
  const before = await Promise.all(tables.map(count));
  expect(before.every((rows) => rows > 0)).toBe(true);

  await tidyUp(server.db.client, Date.now());
  expect(await Promise.all(tables.map(count))).toEqual(before);
  expect((await ana.get("/auth/me")).status).toBe(200);

  await server.mailsTo("nobody@example.com");
  await tidyUp(server.db.client, Date.now() + 31 * DAY_MS);
  expect(await Promise.all(tables.map(count))).toEqual(tables.map(() => 0));
  expect(await count("users")).toBe(1);
});
