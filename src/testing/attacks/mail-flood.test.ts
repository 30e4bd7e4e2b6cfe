import { beforeAll, expect, test } from "bun:test";
import type { Actor, CallOptions } from "../kit/actor";
import { expectStatus } from "../kit/server";
import { fixture, serverSuite } from "../kit/suite";
import { startRedis } from "../peers/redis";
import { until } from "../kit/until";

let asking: Actor;
const redis = fixture(startRedis);
// Count the limits in Redis: counting there takes time, and the limits must hold for parallel calls that arrive
// meanwhile.
const server = serverSuite(() => ({
  RATE_LIMIT_FACTOR: "1",
  REDIS_URL: redis.url,
  TRUSTED_PROXIES: "127.0.0.1,::1",
}));
beforeAll(async () => {
  asking = await server.person();
  await until("the server counts in Redis", async () => {
    await server.stranger().get("/auth/providers");
    const keys = await redis.call("KEYS", "tenantry:limit:anonymous:*");
    return String(keys) === "" ? undefined : keys;
  });
});

let clients = 0;
const fromAnotherClient = () => ({
  headers: { "x-forwarded-for": `10.3.${++clients}.1` },
});

async function queued(): Promise<number> {
  const { rows } = await server.db.client.execute(
    "select count(*) from outbox where subject not like 'notice:%'",
  );
  return Number(rows[0]?.[0]);
}

/** Calls that make the server send a mail to the address in the input. */
const questions: [what: string, (email: string) => Promise<unknown>][] = [
  [
    "a reset link",
    (email) =>
      server
        .stranger()
        .post("/auth/forgot-password", { email }, fromAnotherClient()),
  ],
  [
    "a change to the address",
    (email) =>
      asking.post("/auth/change-email", { email }, fromAnotherClient()),
  ],
];

test.each(questions)(
  "%s: three of thirty parallel requests send a mail, and none is queued",
  async (what, ask) => {
    const email = `${what.replaceAll(" ", "-")}@example.com`;
    const before = await queued();
    await Promise.all(Array.from({ length: 30 }, () => ask(email)));
    expect((await queued()) - before).toBe(3);
  },
);

test("a verification link: twenty of thirty clients send a mail in a day, and none is queued", async () => {
  const email = "thirty-clients@example.com";
  const before = await queued();
  await Promise.all(
    Array.from({ length: 30 }, () =>
      server
        .stranger()
        .post("/auth/verify-email/resend", { email }, fromAnotherClient()),
    ),
  );
  expect(await queued()).toBe(before + 20);
});

test("a stranger who signs up with an address cannot use up the mail limit of its owner", async () => {
  const email = "owner@example.com";
  const signUp = (name: string, options: CallOptions) => {
    const input = { name, email, password: "a long enough passphrase" };
    return server.stranger().post("/auth/sign-up", input, options);
  };
  const mallory = fromAnotherClient();
  const before = await queued();
  for (let time = 0; time < 5; time++)
    expectStatus(await signUp("Mallory", mallory), 202);
  expect(await queued()).toBe(before + 3);
  expectStatus(await signUp("Vera", fromAnotherClient()), 202);
  expect(await queued()).toBe(before + 4);
  expect(await server.mailsTo(email)).toHaveLength(4);
});
