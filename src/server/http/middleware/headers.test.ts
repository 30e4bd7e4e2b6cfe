import { describe, expect, test } from "bun:test";
import { serverSuite } from "#testing/kit/suite";

const server = serverSuite();

const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

const EVERYWHERE = {
  "content-security-policy": POLICY,
  "x-content-type-options": "nosniff",
  "referrer-policy": "no-referrer",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  "permissions-policy":
    "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
};

describe("every kind of response has the security headers and a request ID:", () => {
  const kinds: [
    what: string,
    method: string,
    path: string,
    status: number | undefined,
  ][] = [
    ["an API answer", "GET", "/api/openapi.json", 200],
    ["an API refusal", "GET", "/api/organizations", 401],
    ["a missing API address", "GET", "/api/nope", 404],
    ["a cross-site refusal", "POST", "/api/organizations", 403],
    ["a wrong method", "DELETE", "/api/organizations", 403],
    ["a tRPC refusal", "GET", "/trpc/auth.context", 401],
    ["a missing procedure", "GET", "/trpc/nope", 404],
    ["an MCP refusal", "POST", "/mcp", 401],
    ["a wrong method of MCP", "GET", "/mcp", 405],
    ["an over-long address", "GET", `/${"x".repeat(9000)}`, 414],
    ["the page of the API", "GET", "/api/docs", 200],
    ["captured mail", "GET", "/dev/mail", 200],
    ["health", "GET", "/healthz", 200],
    ["readiness", "GET", "/readyz", 200],
    ["metrics that are off", "GET", "/metrics", 404],
    ["a missing asset", "GET", "/assets/nope.js", 404],
    // The status is not checked: if the web app was not built, the server sends a text with the same headers instead.
    ["the web app's page", "GET", "/", undefined],
    ["a page within the web app", "GET", "/o/acme/projects", undefined],
  ];
  test.each(kinds)("%s", async (_, method, path, status) => {
    const response = await fetch(new URL(path, server.url), { method });
    await response.body?.cancel();
    if (status !== undefined) expect(response.status).toBe(status);
    const sent = Object.fromEntries(
      Object.keys(EVERYWHERE).map((name) => [name, response.headers.get(name)]),
    );
    expect(sent).toEqual(EVERYWHERE);
    expect(response.headers.get("x-request-id")).toMatch(/^req_[0-9a-z]{26}$/);
    expect(response.headers.has("x-powered-by")).toBe(false);
    expect(response.headers.has("server")).toBe(false);
  });
});

test("every request has its own ID, which the caller cannot choose", async () => {
  const headers = { "x-request-id": "chosen" };
  const ids = await Promise.all(
    [1, 2, 3].map(async () => {
      const response = await fetch(new URL("/healthz", server.url), {
        headers,
      });
      return response.headers.get("x-request-id");
    }),
  );
  expect(new Set(ids).size).toBe(3);
  expect(ids).not.toContain("chosen");
});

test("responses with data of users are never cached", async () => {
  for (const path of [
    "/api/organizations",
    "/trpc/auth.me",
    "/trpc/nope",
    "/mcp",
    "/dev/mail",
    "/dev/mail.json",
  ]) {
    const response = await fetch(new URL(path, server.url));
    await response.body?.cancel();
    expect(`${path} ${response.headers.get("cache-control")}`).toBe(
      `${path} no-store`,
    );
  }
});

test("strict transport security is only sent with https", async () => {
  const response = await fetch(new URL("/healthz", server.url));
  expect(response.headers.has("strict-transport-security")).toBe(false);
});
