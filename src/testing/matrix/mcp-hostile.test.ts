import { beforeAll, describe, expect, test } from "bun:test";
import * as fc from "fast-check";
import type { Answer } from "../kit/actor";
import { addPersonalKey, type KeyActor } from "../kit/api-keys";
import {
  type McpMessage,
  messagesOf,
  postMcp,
  problemOfTool,
  toolCall,
} from "../kit/mcp";
import { serverSuite } from "../kit/suite";
import { hostileFields, hostileValue, INTERNALS, neverFails } from "./hostile";
import { fieldsOf } from "./procedures";
import { toolName, toolProcedures } from "./tools";

const server = serverSuite();
let key: KeyActor;
beforeAll(async () => {
  const person = await server.person();
  const org = await server.organization(person);
  key = await addPersonalKey(server, org.id, person);
});

/**
 * Expects an answer of the protocol: results and errors of JSON-RPC, or the problem of an HTTP error. Nothing may be 500,
 * and no text may reveal internal details of the server.
 */
function expectProtocol(answer: Answer): McpMessage[] {
  const { status, text, headers } = answer;
  if (status >= 500) throw new Error(`${status}: ${text}`);
  const isStream = headers.get("content-type") === "text/event-stream";
  if (!isStream && !text.includes('"jsonrpc"')) return [];
  const messages = messagesOf(answer);
  for (const { error, result } of messages) {
    const said = error?.message ?? (result?.isError ? text : "");
    if (INTERNALS.test(said))
      throw new Error(`It tells of its inside: ${text}`);
    if (error?.code === -32603) throw new Error(`Internal: ${text}`);
    if (result?.isError)
      expect(problemOfTool(result).reason).not.toBe("INTERNAL");
  }
  return messages;
}

const WELL_FORMED = {
  email: "somebody@example.com",
  name: "A name",
  role: "viewer",
  limit: 10,
};

describe.each(toolProcedures)("$path", (procedure) => {
  const { path } = procedure;
  const fields = fieldsOf(path).filter((name) => name !== "org");

  test("survives hostile arguments", () =>
    neverFails(hostileFields(fields, WELL_FORMED), async (input) => {
      const call = toolCall(toolName(procedure), input);
      const answer = await postMcp(key, JSON.stringify(call));
      expect(expectProtocol(answer)).toHaveLength(1);
    }));
});

test("hostile messages are survived", async () => {
  const known = fc.constantFrom<unknown>(
    "2.0",
    "tools/call",
    "tools/list",
    "initialize",
    "ping",
    "server/discover",
    "subscriptions/listen",
    "logging/setLevel",
    "resources/read",
    "notifications/cancelled",
    "2026-07-28",
    1,
    { name: "projects_list", arguments: {} },
  );
  const value = fc.oneof(known, hostileValue);
  const message = fc.record(
    {
      jsonrpc: fc.oneof({ weight: 5, arbitrary: fc.constant("2.0") }, value),
      id: fc.oneof(fc.nat(3), value),
      method: value,
      params: fc.oneof(
        value,
        fc.record(
          { name: value, arguments: value, _meta: value, cursor: value },
          { requiredKeys: [] },
        ),
      ),
      result: value,
      error: value,
    },
    { requiredKeys: [] },
  );
  const body = fc.oneof(message, fc.array(message, { maxLength: 4 }), value);
  const headers = fc.record(
    {
      "mcp-protocol-version": fc.constantFrom("2026-07-28", "1", "2025-03-26"),
      "mcp-method": fc.constantFrom("tools/call", "x"),
      "mcp-name": fc.constantFrom("projects_list", "x"),
      "last-event-id": fc.constantFrom("1", "x"),
      accept: fc.constantFrom("*/*", "text/event-stream", "text/html"),
    },
    { requiredKeys: [] },
  );
  await neverFails(
    fc.tuple(body, headers),
    async ([json, given]) => {
      expectProtocol(
        await postMcp(key, JSON.stringify(json), { headers: given }),
      );
    },
    400,
  );
});

describe("of what no JSON encoder writes,", () => {
  const wrapped = (input: string) =>
    `{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"projects_create","arguments":${input}}}`;
  const deep = (count: number) => "[".repeat(count) + "]".repeat(count);
  const refused: [string, string][] = [
    ["nothing", ""],
    ["half of a message", wrapped("{}").slice(0, 40)],
    ["a number", "7"],
    ["null", "null"],
    ["arrays a hundred thousand deep", deep(100_000)],
    ["deep arguments", wrapped(`{"name":${deep(50_000)}}`)],
    ["a deep id", `{"jsonrpc":"2.0","id":${deep(50_000)},"method":"ping"}`],
    [
      "a batch of batches",
      JSON.stringify(Array.from({ length: 10 }, () => [[]])),
    ],
    [
      "ten thousand messages",
      `[${Array.from({ length: 10_000 }, () => "{}").join()}]`,
    ],
    [
      "ten thousand unknown keys",
      wrapped(
        `{${Array.from({ length: 10_000 }, (_, i) => `"k${i}":1`).join()}}`,
      ),
    ],
    ["a number beyond every number", wrapped('{"name":1e999}')],
    ["bytes that are no UTF-8", "\xff\xfe{\x80}"],
    ["more than 256 KiB", wrapped(`{"name":"${"x".repeat(300_000)}"}`)],
    [
      "a name of 200 KB",
      `{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"${"x".repeat(200_000)}"}}`,
    ],
    [
      "deep metadata",
      `{"jsonrpc":"2.0","id":1,"method":"ping","params":{"_meta":${deep(50_000)}}}`,
    ],
  ];
  const ignored: [string, string][] = [
    [
      "deep parameters",
      `{"jsonrpc":"2.0","id":1,"method":"tools/list","params":${'{"a":'.repeat(30_000)}1${"}".repeat(30_000)}}`,
    ],
    ["an own field __proto__", wrapped('{"__proto__":{"org":"x"},"name":"A"}')],
  ];
  const send = async (body: string) => {
    const encoding = body.startsWith("\xff") ? "latin1" : "utf8";
    const bytes = new Uint8Array(Buffer.from(body, encoding));
    const answer = await postMcp(key, bytes);
    return { answer, messages: expectProtocol(answer) };
  };

  test.each(refused)("%s is refused", async (_, body) => {
    const { answer, messages } = await send(body);
    const isError = messages.some(
      ({ error, result }) => error !== undefined || result?.isError,
    );
    expect(answer.status >= 400 || isError).toBe(true);
    expect(answer.text.length).toBeLessThan(10_000);
  });

  test.each(ignored)("%s is ignored", async (_, body) => {
    const { answer, messages } = await send(body);
    expect(answer.status).toBe(200);
    for (const { error, result } of messages)
      expect([error, result?.isError ?? false]).toEqual([undefined, false]);
  });

  test("a form", async () => {
    const headers = { "content-type": "application/x-www-form-urlencoded" };
    const answer = await postMcp(key, "jsonrpc=2.0&method=ping", { headers });
    expect(answer.status).toBeOneOf([400, 415]);
  });
});

test("a stream of changes cannot be opened", async () => {
  const call = (params: object) => ({
    jsonrpc: "2.0",
    id: 1,
    method: "subscriptions/listen",
    params: {
      ...params,
      _meta: {
        "io.modelcontextprotocol/protocolVersion": "2026-07-28",
        "io.modelcontextprotocol/clientInfo": { name: "x", version: "1" },
        "io.modelcontextprotocol/clientCapabilities": {},
      },
    },
  });
  const headers = {
    "mcp-protocol-version": "2026-07-28",
    "mcp-method": "subscriptions/listen",
  };
  const body = JSON.stringify(
    call({ notifications: { toolsListChanged: true } }),
  );
  const answer = await postMcp(key, body, { headers });
  expect(messagesOf(answer)).toMatchObject([
    { error: { message: expect.stringContaining("limit") } },
  ]);
});
