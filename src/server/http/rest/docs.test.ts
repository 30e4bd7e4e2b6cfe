import { expect, test } from "bun:test";
import { serverSuite } from "#testing/kit/suite";

const server = serverSuite();

function get(path: string, headers: Record<string, string> = {}) {
  return fetch(new URL(path, server.url), { headers });
}

test.each(["/api/openapi.json", "/api/docs"])(
  "%s is sent once to a client that caches it",
  async (path) => {
    const first = await get(path);
    expect(first.headers.get("cache-control")).toBe("no-cache");
    const etag = first.headers.get("etag") ?? "";
    expect(etag).toMatch(/^W\/"[\w-]{43}"$/);
    const text = await first.text();
    for (const known of [etag, etag.slice(2), `"other", ${etag}`]) {
      const again = await get(path, { "if-none-match": known });
      expect([again.status, await again.text()]).toEqual([304, ""]);
      expect(again.headers.get("etag")).toBe(etag);
    }
    const other = await get(path, { "if-none-match": '"other"' });
    expect([other.status, await other.text()]).toEqual([200, text]);
  },
);

test.each(["/api/openapi.json", "/api/docs"])(
  "%s is compressed only for a client that accepts it",
  async (path) => {
    const plain = await get(path, { "accept-encoding": "identity" });
    expect(plain.headers.has("content-encoding")).toBe(false);
    const compressed = await get(path, { "accept-encoding": "gzip, br" });
    expect(compressed.headers.get("content-encoding")).toBe("gzip");
    for (const response of [plain, compressed])
      expect(response.headers.get("vary")).toBe("accept-encoding");
    expect(await compressed.text()).toBe(await plain.text());
  },
);

test("the reference and the document load at most 120 KB together", async () => {
  let bytes = 0;
  for (const path of [
    "/api/docs",
    "/api/openapi.json",
    "/base.css",
    "/reference/reference.css",
    "/reference/main.js",
    "/reference/copy.js",
    "/reference/search.js",
    "/reference/tabs.js",
    "/reference/try-it.js",
  ]) {
    const response = await fetch(new URL(path, server.url), {
      headers: { "accept-encoding": "gzip" },
      decompress: false,
    });
    expect(`${path} ${response.status}`).toBe(`${path} 200`);
    bytes += (await response.bytes()).length;
  }
  expect(bytes).toBeLessThanOrEqual(120_000);
});
