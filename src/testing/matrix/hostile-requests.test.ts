import { beforeAll, describe, expect, test } from "bun:test";
import * as fc from "fast-check";
import type { Actor } from "../kit/actor";
import { expectNoLeak, neverLeaks } from "./hostile";
import { newId } from "#shared/id";
import { newSecret } from "#server/core/api-keys/token";
import { addPersonalKey, KeyActor } from "../kit/api-keys";
import type { TestOrganization } from "../kit/server";
import { serverSuite } from "../kit/suite";

const server = serverSuite();
let actor: Actor;
let org: TestOrganization;
beforeAll(async () => {
  actor = await server.person();
  org = await server.organization(actor);
});

describe("what no JSON encoder writes", () => {
  const bodies: [string, string][] = [
    [
      "arrays a hundred thousand deep",
      `{"name":${"[".repeat(100_000)}${"]".repeat(100_000)}}`,
    ],
    [
      "objects forty thousand deep",
      `${'{"a":'.repeat(40_000)}1${"}".repeat(40_000)}`,
    ],
    ["deep nesting that never ends", "[".repeat(200_000)],
    ["a number beyond every number", '{"name":1e999}'],
    [
      "a number of a hundred thousand digits",
      `{"name":${"9".repeat(100_000)}}`,
    ],
    ["one key ten thousand times", `{${'"name":"x",'.repeat(10_000)}"name":1}`],
    [
      "ten thousand unknown keys",
      `{${Array.from({ length: 10_000 }, (_, i) => `"k${i}":1`).join()}}`,
    ],
    ["halves of surrogate pairs", '{"name":"\\ud800","slug":"\\udc00"}'],
    ["bytes that are no UTF-8", "\xff\xfe{\x80}"],
    ["a byte order mark", '\ufeff{"name":1}'],
  ];
  test.each(bodies)("%s", async (_, body) => {
    const headers = { "content-type": "application/json" };
    const bytes = Buffer.from(
      body,
      body.startsWith("\xff") ? "latin1" : "utf8",
    );
    for (const path of [
      "/api/organizations",
      "/trpc/organizations.create",
      "/trpc/organizations.create?batch=1",
      "/api/auth/sign-in",
    ]) {
      const answer = await actor.fetch(path, {
        method: "POST",
        body: bytes,
        headers,
      });
      expectNoLeak(answer);
      expect(answer.status).toBeOneOf([400, 413]);
    }
  });
});

describe("a hostile header", () => {
  const value = fc.string({
    unit: fc.constantFrom(..."abc019%=;,.\"'\\/:-_ \t*()<>@éÿ"),
    maxLength: 60,
  });
  test.each([
    "cookie",
    "authorization",
    "idempotency-key",
    "if-match",
    "x-forwarded-for",
    "accept-encoding",
    "if-none-match",
    "user-agent",
    "content-type",
    "sec-fetch-site",
  ])("%s is survived", async (name) => {
    const known = fc.constantFrom(
      "sid=%",
      "signup=%0d%0a",
      "Bearer ",
      "Bearer x",
      '"',
      'W/"',
      "::ffff:1",
      "0",
      "9".repeat(300),
    );
    await neverLeaks(fc.oneof(value, known), (text) => {
      const headers = { [name]: text };
      return actor.put(
        `/organizations/${org.slug}`,
        { name: "Same" },
        { headers },
      );
    });
  });
});

test("a hostile API key is refused with one and the same answer", async () => {
  const { key } = await addPersonalKey(server, org.id, actor);
  const mistyped = fc
    .tuple(fc.nat(key.length - 1), fc.constantFrom(..."0aZ_-.~%"))
    .map(([at, letter]) => key.slice(0, at) + letter + key.slice(at + 1))
    .filter((text) => text !== key);
  const hostile = fc.oneof(
    mistyped,
    fc.constantFrom(
      key.toUpperCase(),
      `${key}0`,
      `0${key}`,
      key.replace("live", "test"),
      newSecret(newId("apiKey")).key,
      "tnt_live_",
      "x".repeat(4_000),
    ),
  );
  const refusal = {
    code: "UNAUTHORIZED",
    reason: "API_KEY_INVALID",
    message: expect.stringMatching(/\.$/),
    requestId: expect.stringMatching(/^req_/),
  };
  const property = fc.asyncProperty(hostile, async (text) => {
    const program = new KeyActor(server, "", text);
    const answer = await program.get(`/organizations/${org.slug}`);
    expect([answer.status, answer.body]).toEqual([401, refusal] as never);
  });
  await fc.assert(property, { seed: 1, numRuns: 100 });
});

test("a hostile address is survived", async () => {
  const segment = fc.oneof(
    fc.constantFrom(
      "api",
      "trpc",
      "auth",
      "organizations",
      org.slug,
      "projects",
      "..",
      ".",
      "%2e%2e",
      "%00",
      "%zz",
      "",
      "auth.me",
      "dev",
      "mail",
    ),
    fc.webSegment(),
  );
  const address = fc.tuple(
    fc.constantFrom("api", "trpc", "dev", "o"),
    fc.array(segment, { maxLength: 6 }),
    fc.webQueryParameters(),
  );
  await neverLeaks(
    address,
    ([root, segments, query]: [string, string[], string]) =>
      actor.fetch(`/${[root, ...segments].join("/")}?${query}`, {
        method: "GET",
      }),
  );
});
