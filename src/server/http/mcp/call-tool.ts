import {
  type CallToolRequestParams,
  type CallToolResult,
  ProtocolError,
  ProtocolErrorCode,
} from "@modelcontextprotocol/server";
import { issueAt } from "#shared/issues";
import { callProcedure } from "#server/rpc/call-procedure";
import { report } from "#server/http/rest/handler";
import { invalidField, invalidInput } from "#server/kernel/errors";
import type { Context } from "#server/rpc/context";
import { toErrorResponse } from "#server/rpc/error-response";
import type { Exchange } from "./exchange";
import { MAX_ROWS } from "./schemas";
import type { Tool } from "./tools";

/** The field of `_meta` with the idempotency key of a call. The JSON-RPC id cannot be it, because clients count from 1. */
const IDEMPOTENCY_KEY = "tenantry/idempotencyKey";

/** An input can have thousands of mistakes, which would fill the context of a language model. */
const MAX_ISSUES = 20;
const MAX_MESSAGE = 1000;

type Arguments = Record<string, unknown>;

/**
 * Calls the procedure of a tool. An error of the procedure is a result, which the language model can read.
 * @throws ProtocolError if there is no such tool
 */
export async function callTool(
  exchange: Exchange,
  { name, arguments: given = {}, _meta: meta = {} }: CallToolRequestParams,
): Promise<CallToolResult> {
  const tool = exchange.tools.get(name);
  if (!tool) {
    const message = `Unknown tool: ${name.slice(0, 100)}`;
    throw new ProtocolError(ProtocolErrorCode.InvalidParams, message);
  }
  try {
    return resultOf(tool, await run(exchange, tool, given, meta));
  } catch (error) {
    return errorOf(exchange, error);
  }
}

async function run(
  exchange: Exchange,
  { path, procedure, isPaged }: Tool,
  given: Arguments,
  meta: Arguments,
): Promise<unknown> {
  const { caller, state } = exchange;
  // The organization comes from the key. As an argument, it is an unknown field like any other.
  if (Object.hasOwn(given, "org"))
    throw invalidInput([issueAt("org", "UNKNOWN_FIELD")]);
  const paged = isPaged ? { limit: limitOf(given) } : {};
  const input = { ...given, ...paged, org: caller.orgId };
  const ctx = contextOf(exchange, meta[IDEMPOTENCY_KEY]);
  state.route = ctx.request.isBatch ? "mcp batch" : `mcp ${path}`;
  exchange.calls++;
  try {
    return await callProcedure(procedure, { path, ctx, input });
  } finally {
    exchange.ctx.response.limits = ctx.response.limits;
  }
}

// The schema of the procedure would also accept a text, because of query strings.
function limitOf({ limit = MAX_ROWS }: Arguments): number {
  if (typeof limit !== "number")
    throw invalidField("limit", "PAGE_SIZE_INVALID");
  return Math.min(limit, MAX_ROWS);
}

function contextOf({ ctx }: Exchange, idempotencyKey: unknown = null): Context {
  if (idempotencyKey !== null && typeof idempotencyKey !== "string")
    throw invalidField(`_meta.${IDEMPOTENCY_KEY}`, "IDEMPOTENCY_KEY_LENGTH");
  // The key that was read for the request is for its first call. Later ones read it again, because it may have changed.
  const { keyRead } = ctx.request;
  ctx.request.keyRead = undefined;
  return {
    ...ctx,
    // Clients send the same HTTP headers with every call, so no header says which version or repetition a call is.
    request: { ...ctx.request, keyRead, idempotencyKey, readAt: undefined },
    response: { cookies: [], headers: {}, limits: {} },
  };
}

function resultOf({ definition }: Tool, value: unknown): CallToolResult {
  if (!definition.outputSchema)
    return { content: [{ type: "text", text: "Done." }] };
  return {
    content: [{ type: "text", text: JSON.stringify(value) }],
    structuredContent: asObject(value),
  };
}

// The output schemas of tools describe objects, and every procedure returns what its schema describes.
function asObject(value: unknown): Record<string, unknown> {
  return value as Record<string, unknown>;
}

/** An error has no `structuredContent`, because clients would compare it with the output schema. */
function errorOf({ deps, ctx }: Exchange, cause: unknown): CallToolResult {
  const { id: requestId } = ctx.request;
  const error = report(deps, { requestId }, cause);
  const { problem, headers } = toErrorResponse(error, requestId);
  const { message, issues } = problem;
  const seconds = headers["retry-after"];
  const text = JSON.stringify({
    ...problem,
    message: message.slice(0, MAX_MESSAGE),
    ...(issues && { issues: issues.slice(0, MAX_ISSUES) }),
    ...(seconds !== undefined && { retryAfter: Number(seconds) }),
  });
  return { content: [{ type: "text", text }], isError: true };
}
