import { expect, test } from "bun:test";
import { safeNext } from "./safe-next.ts";

const ORIGIN = "http://localhost:3000";
const HTTPS = "https://app.example.com";

test.each([
  ["/o/acme/projects?q=a#b", "/o/acme/projects?q=a#b"],
  ["/o/acme/../globex", "/o/globex"],
  ["o/acme", "/o/acme"],
  [`${ORIGIN}/account`, "/account"],
  [undefined, "/"],
  ["", "/"],
  ["https://evil.example", "/"],
  ["https:evil", "/"],
  ["//evil.example", "/"],
  [String.raw`/\evil.example`, "/"],
  [String.raw`\\evil.example`, "/"],
  ["/\t/evil.example", "/"],
  ["\n//evil.example", "/"],
  ["http://localhost:3000@evil.example", "/"],
  ["http://localhost:3001/", "/"],
  ["http://", "/"],
  ["javascript:alert(1)", "/"],
  ["JaVa\tScRiPt:alert(1)", "/"],
  ["data:text/html,x", "/"],
  ["blob:http://localhost:3000/x", "/"],
])("%j leads to %s", (next, path) => {
  expect(safeNext(next, ORIGIN)).toBe(path);
});

test.each([
  "/..//evil.example",
  "/.//evil.example",
  String.raw`/..\/evil.example`,
  "/x/..//evil.example/",
  "https:evil",
])("%j stays on this site for every origin", (next) => {
  for (const origin of [ORIGIN, HTTPS]) {
    const path = safeNext(next, origin);
    expect(path).toMatch(/^\/(?![/\\])/);
    expect(new URL(path, origin).origin).toBe(origin);
  }
});
