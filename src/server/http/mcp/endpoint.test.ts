import { beforeAll, describe, expect, test } from "bun:test";
import type { Actor } from "#testing/kit/actor";
import { addPersonalKey, KeyActor } from "#testing/kit/api-keys";
import { callTool, messagesOf, postMcp, toolCall } from "#testing/kit/mcp";
import { problemOf } from "#testing/kit/problem";
import type { TestOrganization, TestServer } from "#testing/kit/server";
import { serverOfEachTest, serverSuite } from "#testing/kit/suite";

const INITIALIZE = JSON.stringify({
  jsonrpc: "2.0",
  id: 1,
  method: "initialize",
  params: {
    protocolVersion: "2025-06-18",
    capabilities: {},
    clientInfo: { name: "tests", version: "1.0.0" },
  },
});

const server = serverSuite();
let ada: Actor;
let org: TestOrganization;
let key: KeyActor;
beforeAll(async () => {
  ada = await server.person("Ada");
  org = await server.organization(ada);
  key = await addPersonalKey(server, org.id, ada);
});

describe("a request without a valid API key is refused:", () => {
  const refused = (headers: Record<string, string>) =>
    postMcp(server.stranger(), INITIALIZE, { headers });

  test("without any", async () => {
    const answer = await refused({});
    expect(answer.status).toBe(401);
    expect(problemOf(answer).reason).toBe("API_KEY_MISSING");
    expect(answer.headers.get("www-authenticate")).toBe(
      'Bearer realm="Tenantry"',
    );
  });

  test("with a session", async () => {
    const answer = await postMcp(ada, INITIALIZE);
    expect(answer.status).toBe(401);
    expect(problemOf(answer).reason).toBe("API_KEY_MISSING");
  });

  test.each(["tnt_live_nothing", "x", "session"])("with %s", async (token) => {
    const answer = await refused({ authorization: `Bearer ${token}` });
    expect(answer.status).toBe(401);
    expect(problemOf(answer).reason).toBe("API_KEY_INVALID");
    expect(answer.headers.get("www-authenticate")).toBe(
      'Bearer realm="Tenantry", error="invalid_token"',
    );
  });

  test("with a key in the address", async () => {
    const path = `/mcp?api_key=${key.key}&access_token=${key.key}`;
    const answer = await postMcp(server.stranger(), INITIALIZE, { path });
    expect(answer.status).toBe(401);
  });
});

describe("a request for another host is refused:", () => {
  test("from a page of another site", async () => {
    for (const origin of ["https://evil.example", "null"]) {
      const answer = await postMcp(key, INITIALIZE, { headers: { origin } });
      expect(answer.status).toBe(403);
      expect(problemOf(answer).reason).toBe("CROSS_ORIGIN");
    }
  });

  test("for a name that resolves to this server", async () => {
    for (const host of ["evil.example", "evil.example:80", "localhost.evil"]) {
      const answer = await postMcp(key, INITIALIZE, { headers: { host } });
      expect(answer.status).toBe(403);
      expect(problemOf(answer).reason).toBe("HOST_NOT_ALLOWED");
    }
  });

  test("but not for this one", async () => {
    const { origin } = server.url;
    const allowed: Record<string, string>[] = [
      { origin },
      { host: "127.0.0.1:3000" },
      { host: "[::1]" },
    ];
    for (const headers of allowed)
      expect((await postMcp(key, INITIALIZE, { headers })).status).toBe(200);
  });
});

test.each(["GET", "DELETE", "PUT", "OPTIONS"])(
  "%s is not supported, because the server keeps no sessions",
  async (method) => {
    const answer = await key.fetch("/mcp", { method });
    expect([answer.status, answer.headers.get("allow")]).toEqual([405, "POST"]);
    expect(problemOf(answer).reason).toBe("METHOD_NOT_SUPPORTED");
  },
);

test("a client that looks for OAuth finds none", async () => {
  for (const path of [
    "oauth-protected-resource/mcp",
    "oauth-protected-resource",
  ])
    expect((await key.fetch(`/.well-known/${path}`, {})).status).toBe(404);
});

test("an answer sets no cookie, is not stored, and states the rate limits", async () => {
  const cookie = { headers: { cookie: ada.cookie } };
  const { headers } = await postMcp(key, INITIALIZE, cookie);
  expect(headers.getSetCookie()).toBeEmpty();
  expect(headers.get("cache-control")).toBe("no-store");
  expect(headers.get("mcp-session-id")).toBeNull();
  const { answer } = await callTool(key, "projects_list", {});
  expect(answer.headers.get("ratelimit")).toContain('"key";r=');
  expect(answer.headers.get("cache-control")).toBe("no-store");
});

test("another choice of tools than all is refused", async () => {
  for (const choice of ["", "none", "ALL"]) {
    const path = `/mcp?tools=${choice}`;
    const answer = await postMcp(key, INITIALIZE, { path });
    expect(answer.status).toBe(400);
    expect(problemOf(answer).issues).toMatchObject([{ path: "tools" }]);
  }
});

describe("a batch", () => {
  const create = (name: string, id: number | string) =>
    toolCall("projects_create", { name }, id);
  const send = (messages: unknown[]) => postMcp(key, JSON.stringify(messages));
  const projects = async (q: string) => {
    const path = `/organizations/${org.slug}/projects?q=${q}`;
    const { body } = await ada.get<"projects.list">(path);
    return body.items.length;
  };

  test("of ten calls is answered, one of eleven is refused as a whole", async () => {
    const calls = (count: number) =>
      Array.from({ length: count }, (_, id) =>
        toolCall("organizations_get", {}, id),
      );
    const messages = messagesOf(await send(calls(10)));
    expect(messages.map(({ id }) => id).toSorted()).toEqual(
      Array.from({ length: 10 }, (_, id) => id),
    );
    const refused = await send(calls(11));
    expect(refused.status).toBe(400);
    expect(messagesOf(refused)).toMatchObject([{ error: { code: -32600 } }]);
  });

  test("with the same id twice is refused, and changes nothing", async () => {
    const refused = await send([create("Same", 1), create("Same", 1)]);
    expect(refused.status).toBe(400);
    expect(await projects("Same")).toBe(0);
  });

  test("that cancels its own call still ends", async () => {
    const params = { requestId: 1 };
    const method = "notifications/cancelled";
    const answer = await send([
      create("Cancelled", 1),
      { jsonrpc: "2.0", method, params },
    ]);
    expect(messagesOf(answer)).toMatchObject([{ id: 1 }]);
    expect(await projects("Cancelled")).toBe(1);
  });

  test("that only has notifications is accepted", async () => {
    const message = { jsonrpc: "2.0", method: "notifications/initialized" };
    expect((await send([message, message])).status).toBe(202);
    const cancelled = {
      jsonrpc: "2.0",
      method: "notifications/cancelled",
      params: { requestId: 1 },
    };
    expect((await send([cancelled])).status).toBe(202);
  });
});

describe("the rate limits", () => {
  const limited = serverOfEachTest({ RATE_LIMIT_FACTOR: "1" });

  async function keyOf(place: TestServer): Promise<KeyActor> {
    const bob = await place.person();
    const { id } = await place.organization(bob);
    return addPersonalKey(place, id, bob);
  }

  /** Returns how many requests the limit of the key has left. */
  function left({ headers }: { headers: Headers }): number {
    const text = headers.get("ratelimit") ?? "";
    return Number(/"key";r=(\d+)/.exec(text)?.[1]);
  }

  test("count each message once, whether or not it is a valid call", async () => {
    const program = await keyOf(limited);
    const used = async (messages: unknown, before: number) => {
      const body = JSON.stringify(messages);
      return before - left(await postMcp(program, body));
    };
    const start = left(await postMcp(program, INITIALIZE));
    const call = toolCall("projects_list", {});
    expect(await used(call, start)).toBe(1);
    expect(await used(toolCall("nothing", {}), start)).toBe(2);
    expect(await used(toolCall("projects_list", { org: "x" }), start)).toBe(3);
    expect(await used({ ...call, params: 7 }, start)).toBe(4);
    expect(await used({ nothing: true }, start)).toBe(5);
    const batch = [1, 2, 3].map((id) => ({ ...call, id }));
    expect(await used(batch, start)).toBe(8);
  });

  test("count a request without a valid message once", async () => {
    const program = await keyOf(limited);
    const start = left(await postMcp(program, INITIALIZE));
    const tooMany = JSON.stringify(
      Array.from({ length: 11 }, (_, id) => toolCall("roles_list", {}, id)),
    );
    expect(start - left(await postMcp(program, "{"))).toBe(1);
    expect(start - left(await postMcp(program, tooMany))).toBe(2);
    const path = "/mcp?tools=some";
    const answer = await postMcp(program, INITIALIZE, { path });
    expect(answer.status).toBe(400);
    expect(start - left(answer)).toBe(3);
  });

  test("keep the results of a batch whose other messages are over the limit", async () => {
    const program = await keyOf(limited);
    const reads = (count: number) =>
      JSON.stringify(
        Array.from({ length: count }, (_, id) =>
          toolCall("roles_list", {}, id),
        ),
      );
    for (let sent = 0; sent < 59; sent++) await postMcp(program, reads(10));
    await postMcp(program, reads(9));
    const create = toolCall("projects_create", { name: "Website" });
    const ping = { jsonrpc: "2.0", id: 2, method: "ping" };
    const answer = await postMcp(program, JSON.stringify([create, ping]));
    expect(answer.status).toBe(200);
    const created = messagesOf(answer).find(({ id }) => id === create.id);
    expect(created?.result?.structuredContent?.name).toBe("Website");
    expect((await postMcp(program, JSON.stringify(ping))).status).toBe(429);
  });

  test("refuse a call with a tool error, and other messages with 429", async () => {
    const program = await keyOf(limited);
    const batch = JSON.stringify(
      Array.from({ length: 10 }, (_, id) => toolCall("roles_list", {}, id)),
    );
    for (let sent = 0; sent < 60; sent++) await postMcp(program, batch);
    const { message } = await callTool(program, "projects_list", {});
    const [text] = message.result?.content ?? [];
    expect(JSON.parse(text?.text ?? "")).toMatchObject({
      reason: "RATE_LIMITED",
      retryAfter: expect.any(Number),
    });
    const answer = await postMcp(program, INITIALIZE);
    expect(answer.status).toBe(429);
    expect(Number(answer.headers.get("retry-after"))).toBeGreaterThan(0);
    expect(problemOf(answer).reason).toBe("RATE_LIMITED");
  });

  test("count wrong keys for their client", async () => {
    const program = new KeyActor(limited, "", "tnt_live_wrong");
    const statuses = [];
    for (let sent = 0; sent < 125; sent++)
      statuses.push((await postMcp(program, INITIALIZE)).status);
    expect(statuses.filter((status) => status === 401)).toHaveLength(120);
    expect(statuses.at(-1)).toBe(429);
  });
});

test("headers of HTTP say nothing about a single call", async () => {
  const headers = {
    "idempotency-key": "the same for every call",
    "if-match": '"2020-01-01T00:00:00.000Z"',
  };
  const post = (message: object) =>
    postMcp(key, JSON.stringify(message), { headers });
  const create = toolCall("projects_create", { name: "Headed" });
  const ids = [];
  for (const answer of [await post(create), await post(create)])
    ids.push(messagesOf(answer)[0]?.result?.structuredContent?.id);
  expect(new Set(ids).size).toBe(2);
  const change = { projectId: ids[0], name: "Changed" };
  const [message] = messagesOf(await post(toolCall("projects_update", change)));
  expect(message?.result?.structuredContent).toMatchObject({ name: "Changed" });
});
