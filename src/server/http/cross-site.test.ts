import { beforeAll, describe, expect, test } from "bun:test";
import type { Actor } from "#testing/kit/actor";
import { serverSuite } from "#testing/kit/suite";
import {
  type MutationAddress,
  mutationAddresses,
  sendBare,
} from "#testing/matrix/mutations";
import { snapshot } from "#testing/kit/snapshot";

const server = serverSuite();
let admin: Actor;
let mutations: MutationAddress[];
let creations: MutationAddress[];
beforeAll(async () => {
  admin = await server.person();
  mutations = mutationAddresses(server, await server.organization(admin));
  creations = mutations.filter(({ name }) =>
    /^(tRPC|REST) organizations.create$/.test(name),
  );
});

type Headers = Record<string, string>;
const json = { "content-type": "application/json" };
const own = () => ({ ...json, origin: server.url.origin });
const evil = { ...json, origin: "https://evil.example" };

describe("no mutation accepts JSON", () => {
  const elsewhere: [string, () => Headers][] = [
    ["that does not say where it comes from", () => json],
    ["of another origin", () => evil],
    ["of an opaque origin", () => ({ ...json, origin: "null" })],
    [
      "of a longer origin",
      () => ({ ...json, origin: `${server.url.origin}.evil.example` }),
    ],
    ["of another port", () => ({ ...json, origin: "http://localhost:1" })],
    [
      "of this host over https",
      () => ({ ...json, origin: `https://${server.url.host}` }),
    ],
    [
      "of a cross-site fetch",
      () => ({ ...own(), "sec-fetch-site": "cross-site" }),
    ],
    [
      "of a sibling's fetch",
      () => ({ ...own(), "sec-fetch-site": "same-site" }),
    ],
    ["of an address typed in", () => ({ ...own(), "sec-fetch-site": "none" })],
    [
      "with an Authorization that is no key",
      () => ({ ...evil, authorization: "Basic eDp5" }),
    ],
    ["with an empty key", () => ({ ...evil, authorization: "Bearer " })],
  ];
  test.each(elsewhere)("%s", async (_, headers) => {
    const before = await snapshot(server.db);
    for (const mutation of mutations) {
      const answer = await sendBare(admin, mutation, headers());
      const { name } = mutation;
      expect(`${name} ${answer.status}`).toBe(`${name} 403`);
      expect(answer.text).toContain('"reason":"CROSS_ORIGIN"');
      expect(answer.headers.getSetCookie()).toEqual([]);
    }
    expect(await snapshot(server.db)).toEqual(before);
  });
});

describe("the same site is accepted", () => {
  const same: [string, () => Headers][] = [
    ["by its origin", own],
    [
      "by what the browser says of the fetch",
      () => ({ ...json, "sec-fetch-site": "same-origin" }),
    ],
    ["by both", () => ({ ...own(), "sec-fetch-site": "same-origin" })],
    [
      "with a charset, in capitals",
      () => ({ ...own(), "content-type": "Application/JSON; charset=UTF-8" }),
    ],
  ];
  test.each(same)("%s", async (_, headers) => {
    expect(creations).toHaveLength(2);
    for (const creation of creations) {
      const answer = await sendBare(
        admin,
        creation,
        headers(),
        '{"name":"Own"}',
      );
      expect(answer.status).toBeOneOf([200, 201]);
    }
  });
});

test("a request with an API key does not use the cookie", async () => {
  for (const creation of creations) {
    const headers = { ...json, authorization: "Bearer tnt_live_x" };
    const answer = await sendBare(admin, creation, headers, '{"name":"Key"}');
    expect(answer.status).toBe(401);
  }
});

test("no response can be read by another origin", async () => {
  const response = await fetch(new URL("/api/organizations", server.url), {
    method: "OPTIONS",
    headers: {
      origin: "https://evil.example",
      "access-control-request-method": "POST",
      "access-control-request-headers": "content-type",
    },
  });
  expect(response.status).toBe(405);
  const names = [...response.headers.keys()];
  expect(names.filter((name) => name.startsWith("access-control-"))).toEqual(
    [],
  );
});
