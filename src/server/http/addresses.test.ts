import { beforeAll, describe, expect, test } from "bun:test";
import { connect } from "node:net";
import type { Actor } from "#testing/kit/actor";
import type { TestOrganization } from "#testing/kit/server";
import { serverSuite } from "#testing/kit/suite";
import { problemOf } from "#testing/kit/problem";

const server = serverSuite();
let actor: Actor;
let org: TestOrganization;
beforeAll(async () => {
  actor = await server.person();
  org = await server.organization(actor);
});

/** Sends a raw request line over a socket, because `fetch` would normalize the path. */
function requestLine(line: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let answer = "";
    const socket = connect(Number(server.url.port), "127.0.0.1", () =>
      socket.write(
        `${line} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n`,
      ),
    );
    socket.on("data", (part) => (answer += String(part)));
    socket.on("close", () => resolve(answer));
    socket.on("error", reject);
  });
}

describe("an unknown path returns JSON:", () => {
  test.each([
    "/api",
    "/api/",
    "/api/nope",
    "/api/organizations/",
    "/api//organizations",
    "/api/auth/sign-in/",
    "/trpc",
    "/trpc/",
    "/trpc/nope",
    "/trpc/auth",
    "/trpc/auth.nope",
    "/trpc/__proto__",
    "/trpc/constructor",
    "/dev/nope",
    "/missing.js",
    "/assets/missing.css",
  ])("%s", async (path) => {
    const answer = await actor.fetch(path, { method: "GET" });
    expect(answer.status).toBe(404);
    expect(answer.headers.get("content-type")).toStartWith("application/json");
    expect(problemOf(answer)).toMatchObject({
      code: "NOT_FOUND",
      reason: "NOT_FOUND",
    });
  });
});

describe("an invalid organization in the path is not found:", () => {
  test.each([
    "%ZZ",
    "%",
    "%00",
    "%2F",
    "%2e%2e%2fhealthz",
    "..%2f..%2fetc%2fpasswd",
    "%E0%A4%A",
    "%F0%9F%94%91",
    "null",
    "undefined",
    "__proto__",
    "org_",
    "org_00000000000000000000000000",
    "'%20or%201=1--",
    "*",
  ])("%s", async (segment) => {
    const answer = await actor.get(`/organizations/${segment}`);
    expect(answer.status).toBe(404);
    expect(problemOf(answer).reason).toBe("ORGANIZATION_NOT_FOUND");
  });
});

test("a percent-encoded slug is decoded", async () => {
  const encoded = [...org.slug]
    .map((letter) => `%${letter.charCodeAt(0).toString(16)}`)
    .join("");
  const { status, body } = await actor.get(`/organizations/${encoded}`);
  expect(status).toBe(200);
  expect(body.id).toBe(org.id);
});

describe("a URL over 8 KiB is refused with 414:", () => {
  test.each([
    "/api/organizations?x=",
    "/trpc/auth.context?input=",
    "/trpc/auth.context?batch=1&input=",
    "/o/acme?x=",
    "/api/organizations/",
  ])("%s…", async (path) => {
    for (const length of [8 * 1024, 40 * 1024]) {
      const answer = await actor.fetch(path + "y".repeat(length), {
        method: "GET",
      });
      expect(answer.status).toBe(414);
      expect(problemOf(answer).reason).toBe("URL_TOO_LONG");
    }
  });
});

describe("a wrong method is refused with 405 and the allowed methods:", () => {
  test.each([
    ["DELETE", "/api/organizations", "GET, POST"],
    ["PATCH", "/api/organizations", "GET, POST"],
    ["OPTIONS", "/api/organizations", "GET, POST"],
    ["GET", "/api/auth/sign-in", "POST"],
    ["POST", "/api/auth/me", "GET, PATCH, DELETE"],
    ["GET", "/trpc/organizations.create", "POST"],
    ["POST", "/trpc/auth.context", "GET"],
  ])("%s %s", async (method, path, allowed) => {
    const headers = { "content-type": "application/json" };
    const answer = await actor.fetch(path, { method, headers });
    expect(answer.status).toBe(405);
    expect(answer.headers.get("allow")).toBe(allowed);
    expect(problemOf(answer).reason).toBe("METHOD_NOT_SUPPORTED");
  });
});

describe("HEAD returns the response of GET without a body:", () => {
  test.each([
    ["/api/organizations", 200],
    ["/api/organizations?limit=nonsense", 400],
    ["/api/auth/context?org=nope", 404],
    ["/api/nope", 404],
    ["/api/openapi.json", 200],
    ["/healthz", 200],
    ["/readyz", 200],
    ["/dev/mail", 200],
  ])("%s", async (path, status) => {
    const [head, get] = await Promise.all(
      ["HEAD", "GET"].map((method) => actor.fetch(path, { method })),
    );
    expect([head?.status, get?.status]).toEqual([status, status]);
    expect(head?.text).toBe("");
    expect(head?.headers.get("content-type")).toBe(
      get?.headers.get("content-type") ?? null,
    );
  });
});

describe("no path redirects to another site:", () => {
  test.each([
    "//evil.example",
    "/\\evil.example",
    "/\\/evil.example",
    "///evil.example/%2e%2e",
    "//evil.example//api/organizations",
    "/o//evil.example",
    "http://evil.example/",
    "/%09/evil.example",
    "/.//evil.example",
  ])("%s", async (path) => {
    const answer = await requestLine(`GET ${path}`);
    const [head = ""] = answer.split("\r\n\r\n", 1);
    expect(head).toMatch(/^HTTP\/1\.1 (200|400|404) /);
    expect(head).not.toMatch(/^location:/im);
  });
});
