import { afterAll, beforeEach, describe, expect, test } from "bun:test";
import { autocannon } from "./autocannon";
import { own } from "./own";
import type { Shot } from "./shot";
import { wrk } from "./wrk";

interface Received {
  method: string;
  path: string;
  cookie: string | null;
  body: string;
}

let received: Received[] = [];
const server = Bun.serve({
  port: 0,
  hostname: "127.0.0.1",
  async fetch(request) {
    const { pathname, search } = new URL(request.url);
    received.push({
      method: request.method,
      path: pathname + search,
      cookie: request.headers.get("cookie"),
      body: await request.text(),
    });
    const status = pathname === "/missing" ? 404 : 200;
    return new Response("ok", { status });
  },
});
const origin = server.url.origin;
afterAll(() => server.stop(true));
beforeEach(() => {
  received = [];
});

const shots: Shot[] = [
  { path: "/read?name=%22Ana%22", cookie: "sid=one" },
  {
    path: "/write",
    cookie: "sid=two",
    method: "POST",
    body: JSON.stringify({ name: 'Ana "Ä" \\ Bo' }),
  },
];
const options = { connections: 2, seconds: 1 };

describe.each(
  [own, wrk, autocannon].map(
    (generator) => [generator.name, generator] as const,
  ),
)("%s", (name, generator) => {
  const isInstalled = generator === own || Bun.which(name) !== null;

  test.if(isInstalled)("sends all requests in turn", async () => {
    const load = await generator.run(origin, shots, options);
    expect(load.requests).toBeGreaterThan(10);
    expect(received.length).toBeGreaterThanOrEqual(load.requests);
    for (const { path, cookie = null, method = "GET", body = "" } of shots)
      expect(received).toContainEqual({ path, cookie, method, body });
  });

  test.if(isInstalled)("reports requests that fail", async () => {
    const missing = [{ path: "/missing" }];
    const failed = generator.run(origin, missing, options).then(
      () => "",
      (error: Error) => error.message,
    );
    expect(await failed).toContain("/missing");
  });
});
