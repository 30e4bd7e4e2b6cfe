import {
  Client,
  StreamableHTTPClientTransport,
} from "@modelcontextprotocol/client";
import { z } from "zod";
import type { Answer } from "./actor";
import type { KeyActor } from "./api-keys";
import type { TestServer } from "./server";

/** The versions of the protocol that clients use: with a handshake, and with a description of the client in each call. */
export const PROTOCOLS = ["2025-11-25", "2026-07-28"] as const;
export type McpProtocol = (typeof PROTOCOLS)[number];

interface Connection {
  protocol?: McpProtocol;
  /** Whether the client asks for all tools. */
  allTools?: boolean;
}

/** A connected MCP client. `await using` closes it. */
export interface ConnectedClient extends AsyncDisposable {
  client: Client;
}

/** Connects the official client with an API key. */
export async function connectMcp(
  { url }: Pick<TestServer, "url">,
  { key }: KeyActor,
  { protocol = "2025-11-25", allTools = false }: Connection = {},
): Promise<ConnectedClient> {
  const mode = protocol === "2025-11-25" ? "legacy" : { pin: protocol };
  const info = { name: "tests", version: "1.0.0" };
  const client = new Client(info, { versionNegotiation: { mode } });
  const address = new URL(allTools ? "/mcp?tools=all" : "/mcp", url);
  const headers = { authorization: `Bearer ${key}` };
  await client.connect(
    new StreamableHTTPClientTransport(address, { requestInit: { headers } }),
  );
  return { client, [Symbol.asyncDispose]: () => client.close() };
}

/** Sends a body to the MCP endpoint as it is. */
export function postMcp(
  program: Pick<KeyActor, "fetch">,
  body: string | Uint8Array<ArrayBuffer>,
  {
    headers = {},
    path = "/mcp?tools=all",
  }: { headers?: Record<string, string>; path?: string } = {},
): Promise<Answer> {
  return program.fetch(path, {
    method: "POST",
    body,
    headers: {
      "content-type": "application/json",
      accept: "application/json, text/event-stream",
      ...headers,
    },
  });
}

export function toolCall(
  name: string,
  input: object,
  id: number | string = 1,
  meta?: Record<string, unknown>,
) {
  const params = { name, arguments: input, ...(meta && { _meta: meta }) };
  return { jsonrpc: "2.0", id, method: "tools/call", params };
}

const message = z.looseObject({
  jsonrpc: z.literal("2.0"),
  id: z.union([z.number(), z.string(), z.null()]).optional(),
  error: z
    .looseObject({ code: z.number().int(), message: z.string().min(1) })
    .optional(),
  result: z
    .looseObject({
      content: z
        .array(z.strictObject({ type: z.literal("text"), text: z.string() }))
        .optional(),
      structuredContent: z.looseObject({}).optional(),
      isError: z.boolean().optional(),
    })
    .optional(),
});

export type McpMessage = z.infer<typeof message>;

/** Returns the JSON-RPC messages of an answer, which is JSON or a stream of events. */
export function messagesOf({ headers, text }: Answer): McpMessage[] {
  const isStream = headers.get("content-type") === "text/event-stream";
  const parts = isStream
    ? [...text.matchAll(/^data: (.+)$/gm)].map(([, json = ""]) => json)
    : [text];
  return parts.map((part) => message.parse(JSON.parse(part)));
}

/** Calls one tool without a client, so that the test sees the whole HTTP answer. */
export async function callTool(
  program: KeyActor,
  name: string,
  input: object,
  meta?: Record<string, unknown>,
): Promise<{ answer: Answer; message: McpMessage }> {
  const body = JSON.stringify(toolCall(name, input, 1, meta));
  const answer = await postMcp(program, body);
  const [first] = messagesOf(answer);
  if (!first) throw new Error(`No message: ${answer.status} ${answer.text}`);
  return { answer, message: first };
}

const problem = z.looseObject({
  code: z.string(),
  reason: z.string(),
  message: z.string().min(1),
  issues: z.array(z.looseObject({ path: z.string() })).optional(),
  requestId: z.string().regex(/^req_/),
});

/** Returns the problem that a tool answered with. Throws if the tool succeeded. */
export function problemOfTool({
  content,
  isError,
}: {
  content?: unknown;
  isError?: boolean | undefined;
}): z.infer<typeof problem> {
  const [part, ...more] = z
    .array(z.looseObject({ type: z.literal("text"), text: z.string() }))
    .parse(content);
  if (!isError || !part || more.length > 0)
    throw new Error(`Not an error: ${JSON.stringify(content)}`);
  return problem.parse(JSON.parse(part.text));
}
