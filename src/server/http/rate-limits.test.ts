import { describe, expect, test } from "bun:test";
import { Actor, type Answer } from "#testing/kit/actor";
import { startServer } from "#testing/kit/server";
import { serverOfEachTest } from "#testing/kit/suite";
import { problemOf } from "#testing/kit/problem";

/** A server with the default rate limits, which trusts a proxy on this machine. */
const server = serverOfEachTest({
  RATE_LIMIT_FACTOR: "1",
  TRUSTED_PROXIES: "127.0.0.1",
});

function from(address: string) {
  return { headers: { "x-forwarded-for": address } };
}

function signIn(address: string, email = "ana@example.com") {
  const body = { email, password: "a wrong passphrase" };
  return server.stranger().post("/auth/sign-in", body, from(address));
}

/** Counts the successful calls before the first 429 response, and checks its Retry-After. */
async function allowed(
  call: () => Promise<Answer>,
  atMost = 700,
): Promise<number> {
  for (let count = 0; count < atMost; count++) {
    const answer = await call();
    if (answer.status !== 429) continue;
    const { code, reason } = problemOf(answer);
    expect([code, reason]).toEqual(["TOO_MANY_REQUESTS", "RATE_LIMITED"]);
    expect(Number(answer.headers.get("retry-after"))).toBeGreaterThan(0);
    return count;
  }
  throw new Error(`${atMost} calls and no limit.`);
}

describe("wrong passwords", () => {
  test("are limited to ten for one account, from all clients together", async () => {
    let client = 0;
    expect(await allowed(() => signIn(`10.0.0.${++client}`))).toBe(10);
    expect((await signIn("10.0.1.1", "another@example.com")).status).toBe(401);
  });

  test("are limited to ten also for concurrent calls", async () => {
    const guesses = Array.from({ length: 30 }, (_, client) =>
      signIn(`10.0.0.${client}`),
    );
    const statuses = (await Promise.all(guesses)).map(({ status }) => status);
    expect(statuses.filter((status) => status === 401)).toHaveLength(10);
    expect(statuses.filter((status) => status === 429)).toHaveLength(20);
  });

  test("do not use up the right one's tries", async () => {
    const actor = await server.person();
    const { email, password } = actor;
    let client = 0;
    const right = () =>
      actor
        .otherBrowser()
        .post("/auth/sign-in", { email, password }, from(`10.0.0.${++client}`));
    for (let time = 0; time < 12; time++)
      expect((await right()).status).toBe(200);
  });
});

describe("credentials are limited to 20 per client", () => {
  test("for all procedures together", async () => {
    let count = 0;
    const calls = [
      () => signIn("10.0.0.1", `${++count}@example.com`),
      () =>
        server
          .stranger()
          .post("/auth/verify-email", { token: "x" }, from("10.0.0.1")),
      () => server.stranger().post("/auth/sign-up", {}, from("10.0.0.1")),
    ];
    expect(
      await allowed(() => calls[count++ % 3]?.() ?? signIn("10.0.0.1")),
    ).toBe(20);
    expect((await signIn("10.0.0.2")).status).toBe(401);
  });

  test("over REST and tRPC, with a trailing slash, and in batches of one", async () => {
    let count = 0;
    const send = (path: string, wrap: (input: object) => object) => () =>
      server.stranger().fetch(path, {
        method: "POST",
        body: JSON.stringify(
          wrap({ email: `${++count}@example.com`, password: "wrong" }),
        ),
        headers: {
          "content-type": "application/json",
          ...from("10.0.0.1").headers,
        },
      });
    const calls = [
      send("/api/auth/sign-in", (input) => input),
      send("/trpc/auth.signIn", (input) => input),
      send("/trpc/auth.signIn/", (input) => input),
      send("/trpc/auth.signIn?batch=1", (input) => ({ 0: input })),
      send("/trpc/auth%2EsignIn", (input) => input),
    ];
    expect(
      await allowed(() => (calls[count % calls.length] ?? send("/", Object))()),
    ).toBe(20);
  });
});

test("lookups of mailed tokens are limited to 20 per client", async () => {
  const preview = () =>
    server
      .stranger()
      .post("/invitations/preview", { token: "x" }, from("10.0.0.1"));
  expect(await allowed(preview)).toBe(20);
});

test("lookups of mailed tokens are limited to 200 per IPv6 /48", async () => {
  let count = 0;
  const preview = () => {
    const network = Math.floor(count++ / 20).toString(16);
    const address = `2001:db8:1:${network}::1`;
    return server
      .stranger()
      .post("/invitations/preview", { token: "x" }, from(address));
  };
  expect(await allowed(preview)).toBe(200);
  const elsewhere = await server
    .stranger()
    .post("/invitations/preview", { token: "x" }, from("2001:db8:2::1"));
  expect(elsewhere.status).toBe(404);
});

test("calls without a session are limited to 120 per client", async () => {
  const call = () => server.stranger().get("/organizations", from("10.0.0.1"));
  expect(await allowed(call)).toBe(120);
  const forged = {
    cookie: `sid=ses_x.${"x".repeat(43)}`,
    ...from("10.0.0.1").headers,
  };
  expect(
    (await server.stranger().get("/auth/me", { headers: forged })).status,
  ).toBe(429);
});

test.each(["/api/openapi.json", "/api/docs"])(
  "%s counts as a call without a session",
  async (path) => {
    const call = () =>
      server.stranger().fetch(path, { method: "GET", ...from("10.0.0.1") });
    expect(await allowed(call)).toBe(120);
    const other = { method: "GET", ...from("10.0.0.2") };
    expect((await server.stranger().fetch(path, other)).status).toBe(200);
  },
);

test("images are limited to 1,200 per client and do not count as calls", async () => {
  const headers = from("10.0.0.1");
  const paths = ["/api/avatars/x", "/api/logos/x"];
  let count = 0;
  const call = () => {
    const path = paths[count++ % paths.length] ?? "";
    return server.stranger().fetch(path, { method: "GET", ...headers });
  };
  expect(await allowed(call, 1300)).toBe(1200);
  const read = await server.stranger().get("/organizations", headers);
  expect(read.status).toBe(401);
});

test("calls of a session are limited to 600, with each call of a batch counted", async () => {
  const actor = await server.person();
  const ten = Array.from({ length: 10 }, () => ({
    path: "auth.me",
    input: {},
  }));
  for (let time = 0; time < 59; time++)
    expect((await actor.trpcBatch("query", ten)).status).toBe(200);
  let client = 0;
  expect(
    await allowed(() => actor.get("/auth/me", from(`10.0.0.${++client}`))),
  ).toBe(10);
  const last = await actor.trpcBatch("query", ten);
  expect(last.headers.get("retry-after")).not.toBeNull();
  const other = new Actor(server, actor.name, actor.email, actor.password);
  expect((await other.signIn()).status).toBe(200);
  expect((await other.get("/auth/me")).status).toBe(200);
});

describe("another form of the URL does not bypass a limit:", () => {
  const read = (method: string, path: string) => () =>
    server.stranger().fetch(path, { method, ...from("10.0.0.1") });

  test("HEAD counts like GET", async () => {
    for (let time = 0; time < 50; time++)
      expect((await read("HEAD", "/api/organizations")()).status).toBe(401);
    expect(await allowed(read("GET", "/api/organizations"))).toBe(70);
    expect((await read("HEAD", "/api/auth/me")()).status).toBe(429);
  });

  test.each([
    "/api/auth/sign-in/",
    "/API/auth/sign-in",
    "/api/auth/Sign-In",
    "/api//auth/sign-in",
    "/api/./auth//sign-in",
    "/TRPC/auth.signIn",
    "/trpc/auth.SignIn",
    "/trpc/auth.signIn,",
  ])("%s reaches no procedure", async (path) => {
    const { email, password } = await server.person();
    const answer = await server.stranger().fetch(path, {
      method: "POST",
      body: JSON.stringify({ email, password }),
      headers: { "content-type": "application/json" },
    });
    expect(answer.status).toBeOneOf([404, 405]);
    expect(answer.headers.getSetCookie()).toEqual([]);
  });

  test("dots, encoded letters and a query count for the same path", async () => {
    let count = 0;
    const paths = [
      "/api/./auth/sign-in",
      "/api/x/../auth/sign-in",
      "/api/auth/sign%2Din",
      "/api/auth/sign-in?x=1",
    ];
    const call = () =>
      server.stranger().fetch(paths[count % paths.length] ?? "/", {
        method: "POST",
        body: JSON.stringify({
          email: `${++count}@example.com`,
          password: "x",
        }),
        headers: {
          "content-type": "application/json",
          ...from("10.0.0.1").headers,
        },
      });
    expect(await allowed(call)).toBe(20);
  });
});

describe("mail", () => {
  // Requests mails from one client in three ways. The test requests fewer than 20, because the rate limit for
  // credentials allows 20 requests in five minutes.
  const asked = async (count: number) => {
    const statuses = [];
    for (let time = 0; time < count; time++) {
      const email = `${crypto.randomUUID()}@example.com`;
      const post = (path: string, body: object) =>
        server.stranger().post(path, body, from("10.0.0.1"));
      const password = "a long enough passphrase";
      const calls = [
        () => post("/auth/forgot-password", { email }),
        () => post("/auth/sign-up", { name: "Nora", email, password }),
        () => post("/auth/verify-email/resend", { email }),
      ];
      statuses.push((await calls[time % 3]?.())?.status);
    }
    return statuses;
  };

  test("is limited to 20 per hour and client, for known and unknown addresses", async () => {
    const { limits } = server.services.deps;
    for (let time = 0; time < 10; time++)
      await limits.consume("mailPerClient", "10.0.0.1");
    const statuses = await asked(13);
    expect(statuses.filter((status) => status === 202)).toHaveLength(10);
    expect(statuses.slice(10)).toEqual([429, 429, 429]);
  });
});

test("new organizations are limited to ten per day and user, and failed ones do not count", async () => {
  const ana = await server.person("Ana");
  const taken = await server.organization(ana);
  const create = (input: object) => ana.post("/organizations", input);
  for (let time = 0; time < 12; time++)
    expect((await create({ name: "Taken", slug: taken.slug })).status).toBe(
      409,
    );
  const inBatch = Array.from({ length: 4 }, (_, index) => ({
    path: "organizations.create",
    input: { name: `One of four ${index}` },
  }));
  expect((await ana.trpcBatch("mutation", inBatch)).status).toBe(200);
  expect(await allowed(() => create({ name: "Another" }))).toBe(5);
  const ben = await server.person("Ben");
  expect((await ben.post("/organizations", { name: "His" })).status).toBe(201);
});

describe("the client", () => {
  test("cannot forge its address before the entry of the trusted proxy", async () => {
    let count = 0;
    const call = () =>
      signIn(`192.0.2.${++count % 250}, 10.0.0.1`, `${count}@example.com`);
    expect(await allowed(call)).toBe(20);
  });

  test("is an IPv6 /64, or an IPv4 address in either notation", async () => {
    let count = 0;
    const six = () =>
      signIn(`2001:db8:0:1::${++count}`, `${count}@example.com`);
    expect(await allowed(six)).toBe(20);
    expect((await signIn("2001:db8:0:2::1")).status).toBe(401);
    const dressed = () =>
      signIn(
        ++count % 2 ? "::ffff:10.0.0.9" : "10.0.0.9",
        `${count}@example.com`,
      );
    expect(await allowed(dressed)).toBe(20);
    expect((await signIn("::ffff:10.0.0.10")).status).toBe(401);
  });
});

test("without a trusted proxy X-Forwarded-For is ignored", async () => {
  const open = await startServer({ RATE_LIMIT_FACTOR: "1" });
  try {
    let count = 0;
    const call = () =>
      open
        .stranger()
        .post(
          "/auth/sign-in",
          { email: `${++count}@example.com`, password: "wrong" },
          from(`10.0.0.${count}`),
        );
    expect(await allowed(call)).toBe(20);
  } finally {
    await open.stop();
  }
});
