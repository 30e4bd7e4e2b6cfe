import { beforeAll, describe, expect, test } from "bun:test";
import type { Actor } from "#testing/kit/actor";
import { serverSuite } from "#testing/kit/suite";
import {
  type MutationAddress,
  mutationAddresses,
  PLANTED,
  sendBare,
} from "#testing/matrix/mutations";
import { snapshot } from "#testing/kit/snapshot";

const server = serverSuite();
let admin: Actor;
let mutations: MutationAddress[];
beforeAll(async () => {
  admin = await server.person();
  mutations = mutationAddresses(server, await server.organization(admin));
});

function multipart(): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(PLANTED)) form.set(name, value);
  return form;
}

describe("no mutation accepts", () => {
  const bodies: [string, (json: string) => BodyInit, string | undefined][] = [
    ["a multipart form", multipart, undefined],
    ["a url-encoded form", () => new URLSearchParams(PLANTED), undefined],
    ["JSON as plain text", (json) => json, "text/plain"],
    [
      "JSON as a look-alike type",
      (json) => json,
      "text/plain; application/json",
    ],
    [
      "JSON as another kind of JSON",
      (json) => json,
      "application/json-patch+json",
    ],
    [
      "JSON without a type",
      (json) => new TextEncoder().encode(json),
      undefined,
    ],
    ["bytes", (json) => json, "application/octet-stream"],
  ];
  test.each(bodies)("%s", async (_, body, type) => {
    const before = await snapshot(server.db);
    const headers = {
      origin: server.url.origin,
      ...(type !== undefined && { "content-type": type }),
    };
    for (const mutation of mutations) {
      const answer = await sendBare(
        admin,
        mutation,
        headers,
        body(mutation.body),
      );
      const { name } = mutation;
      expect(`${name} ${answer.status}`).toBe(`${name} 415`);
      expect(answer.text).toContain('"reason":"UNSUPPORTED_MEDIA_TYPE"');
    }
    expect(await snapshot(server.db)).toEqual(before);
  });
});

test("a GET request runs no mutation", async () => {
  const before = await snapshot(server.db);
  const input = JSON.stringify({ ...PLANTED });
  for (const { name, url } of mutations.filter((one) =>
    one.name.startsWith("tRPC"),
  ))
    for (const method of ["GET", "HEAD"]) {
      const address = new URL(url);
      const isBatch = address.searchParams.has("batch");
      address.searchParams.set("input", isBatch ? `{"0":${input}}` : input);
      const headers = { cookie: admin.cookie };
      const response = await fetch(address, { method, headers });
      await response.body?.cancel();
      const expected = method === "HEAD" ? 204 : 405;
      expect(`${name} ${method} ${response.status}`).toBe(
        `${name} ${method} ${expected}`,
      );
    }
  expect(await snapshot(server.db)).toEqual(before);
});
