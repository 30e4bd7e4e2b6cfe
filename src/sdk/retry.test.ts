import { beforeAll, describe, expect, test } from "bun:test";
import type { Actor } from "#testing/kit/actor";
import type { TestOrganization } from "#testing/kit/server";
import { serverSuite } from "#testing/kit/suite";
import { createTenantry, isTenantryError, type TenantryOptions } from "./index";
import { createTenantrySolid, type SolidOptions } from "./solid";

type Fetch = NonNullable<TenantryOptions["fetch"]>;
type Fault = (
  send: () => Promise<Response>,
  request: Request,
) => Promise<Response>;

const server = serverSuite();
let ana: Actor;
let org: TestOrganization;

beforeAll(async () => {
  ana = await server.person("Ana");
  org = await server.organization(ana);
});

const lost: Fault = async (send) => {
  await (await send()).text();
  throw new TypeError("fetch failed");
};
const unreachable: Fault = async () => {
  throw new TypeError("fetch failed");
};
const answer =
  (status: number, headers: Record<string, string> = {}): Fault =>
  async () =>
    new Response("<h1>No</h1>", { status, headers });

/** Arrives at a server that never answers. */
const silent: Fault = (_send, { signal }) =>
  new Promise((_resolve, reject) =>
    signal.addEventListener("abort", () => reject(signal.reason)),
  );
const busy: Fault = async () => {
  const data = { code: "SERVICE_UNAVAILABLE", reason: "BUSY", httpStatus: 503 };
  const error = { message: "Busy", code: -32_603, data };
  return Response.json({ error }, { status: 503 });
};

/** A client whose first requests meet the faults. It waits as little as it may. */
function clientWith(faults: Fault[], options: Partial<TenantryOptions> = {}) {
  const { connection, requests } = connectionWith(faults);
  const tenantry = createTenantry({
    ...connection,
    ...options,
    org: org.slug,
  });
  return { tenantry, requests };
}

function connectionWith(faults: Fault[]) {
  const requests: Request[] = [];
  const remaining = [...faults];
  const fetch: Fetch = async (input, init) => {
    const request = new Request(input, init);
    requests.push(request);
    const send = () => globalThis.fetch(request);
    return remaining.shift()?.(send, request) ?? send();
  };
  const { href: url, origin } = server.url;
  const headers = { cookie: ana.cookie, origin };
  return { connection: { url, headers, fetch, maxRetryWait: 0 }, requests };
}

async function namesLike(q: string) {
  const { tenantry } = clientWith([]);
  const { items } = await tenantry.projects.list.query({ q });
  return items.map(({ name }) => name);
}

describe("a change", () => {
  test.each([
    ["is lost before it arrives", unreachable],
    ["is stored and its response is lost", lost],
    ["meets a busy server", busy],
    ["meets a proxy of a restarting server", answer(503)],
    ["meets a proxy without a server", answer(502)],
  ])(
    "that %s is sent again with the same key and stored once",
    async (title, fault) => {
      const { tenantry, requests } = clientWith([fault, fault]);
      const made = await tenantry.projects.create.mutate({ name: title });
      expect(made.name).toBe(title);
      const keys = requests.map(({ headers }) =>
        headers.get("idempotency-key"),
      );
      expect(keys).toHaveLength(3);
      expect(new Set(keys).size).toBe(1);
      expect(keys[0]?.length).toBeGreaterThanOrEqual(32);
      expect(await namesLike(title)).toEqual([title]);
    },
  );

  test("has a key of its own", async () => {
    const { tenantry, requests } = clientWith([]);
    for (const name of ["First", "Second"])
      await tenantry.projects.create.mutate({ name });
    const keys = requests.map(({ headers }) => headers.get("idempotency-key"));
    expect(new Set(keys).size).toBe(2);
  });

  test("that the server refuses is not sent again", async () => {
    const { tenantry, requests } = clientWith([]);
    await refused(tenantry.projects.create.mutate({ name: "" }));
    expect(requests).toHaveLength(1);
  });

  test("fails after the last retry", async () => {
    const { tenantry, requests } = clientWith(Array(9).fill(unreachable));
    await refused(tenantry.projects.create.mutate({ name: "Never" }));
    expect(requests).toHaveLength(4);
    expect(await namesLike("Never")).toEqual([]);
  });

  test("is not sent again with retries: 0", async () => {
    const { tenantry, requests } = clientWith([unreachable], { retries: 0 });
    await refused(tenantry.projects.create.mutate({ name: "Once" }));
    expect(requests).toHaveLength(1);
  });
});

test("a sign-in whose response is lost is not repeated, because it may have used up its code", async () => {
  const { email, password } = ana;
  const { tenantry, requests } = clientWith([lost]);
  await refused(tenantry.auth.signIn.mutate({ email, password }));
  expect(requests).toHaveLength(1);
});

test("a sign-in that the server could not accept is repeated", async () => {
  const { email, password } = ana;
  const { tenantry, requests } = clientWith([busy]);
  expect(await tenantry.auth.signIn.mutate({ email, password })).toMatchObject({
    user: { email },
  });
  expect(requests).toHaveLength(2);
});

describe("a page with Solid", () => {
  function pageWith(faults: Fault[], options: SolidOptions = {}) {
    const { connection, requests } = connectionWith(faults);
    return {
      api: createTenantrySolid({ ...connection, ...options }),
      requests,
    };
  }

  test("sends a change again with the same key", async () => {
    const { api, requests } = pageWith([lost, unreachable]);
    const name = "From a page";
    await api.projects.create.mutate({ org: org.slug, name });
    const keys = requests.map(({ headers }) => headers.get("idempotency-key"));
    expect(keys).toHaveLength(3);
    expect(new Set(keys).size).toBe(1);
    expect(await namesLike(name)).toEqual([name]);
  });

  test("leaves the retry of a query to its cache", async () => {
    const { api, requests } = pageWith([unreachable]);
    await refused(api.auth.me.query());
    expect(requests).toHaveLength(1);
  });

  test("sends a change once with retries: 0", async () => {
    const { api, requests } = pageWith([unreachable], { retries: 0 });
    const input = { org: org.slug, name: "Once" };
    await refused(api.projects.create.mutate(input));
    expect(requests).toHaveLength(1);
  });
});

describe("Retry-After", () => {
  test("is obeyed", async () => {
    const fault = answer(429, { "retry-after": "1" });
    const { tenantry, requests } = clientWith([fault], { maxRetryWait: 5_000 });
    const started = performance.now();
    await tenantry.auth.me.query();
    expect(performance.now() - started).toBeGreaterThanOrEqual(1_000);
    expect(requests).toHaveLength(2);
  });

  test("is obeyed as a date", async () => {
    const date = new Date(Date.now() + 2_500).toUTCString();
    const fault = answer(503, { "retry-after": date });
    const { tenantry } = clientWith([fault], { maxRetryWait: 5_000 });
    const started = performance.now();
    await tenantry.auth.me.query();
    expect(performance.now() - started).toBeGreaterThanOrEqual(1_000);
  });

  test("that is longer than the longest wait ends the call at once", async () => {
    const fault = answer(429, { "retry-after": "3600" });
    const { tenantry, requests } = clientWith([fault], { maxRetryWait: 5_000 });
    await refused(tenantry.auth.me.query());
    expect(requests).toHaveLength(1);
  });
});

describe("a timeout", () => {
  test("ends an attempt that gets no answer, and the next one succeeds", async () => {
    const { tenantry, requests } = clientWith([silent], { timeout: 200 });
    await tenantry.projects.create.mutate({ name: "In time" });
    expect(requests).toHaveLength(2);
    expect(await namesLike("In time")).toEqual(["In time"]);
  });

  test("is an error with its cause", async () => {
    const { tenantry } = clientWith([silent], { timeout: 50, retries: 0 });
    const error = await refused(tenantry.auth.me.query());
    expect(error.data).toBeUndefined();
    expect(error.cause).toMatchObject({ name: "TimeoutError" });
  });
});

test("the page of another server is an error that names the URL, and is not retried", async () => {
  const page = answer(200, { "content-type": "text/html" });
  const { tenantry, requests } = clientWith([page]);
  const error = await refused(tenantry.auth.me.query());
  expect(error.message).toEndWith("answered 200 (text/html) instead of JSON.");
  expect(requests).toHaveLength(1);
});

test("a signal ends the wait before the next attempt", async () => {
  const fault = answer(503, { "retry-after": "1000" });
  const { tenantry, requests } = clientWith([fault], {
    maxRetryWait: 10_000_000,
  });
  const controller = new AbortController();
  const call = refused(
    tenantry.projects.list.query({}, { signal: controller.signal }),
  );
  while (requests.length === 0) await Bun.sleep(1);
  controller.abort(new Error("Enough"));
  expect((await call).message).toBe("Enough");
  expect(requests).toHaveLength(1);
});

async function refused(call: Promise<unknown>) {
  const error = await call.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (!isTenantryError(error)) throw new Error("The call was not refused.");
  return error;
}
