import { createMcpHandler, ProtocolError } from "@modelcontextprotocol/server";
import type { Context as HonoContext } from "hono";
import type { KeyCall } from "#server/core/api-keys/api-keys";
import type { AppRouter } from "#server/features/router";
import { DomainError, invalidField } from "#server/kernel/errors";
import { requireKey } from "#server/rpc/authenticate";
import {
  type Context,
  createContext,
  type Dependencies,
} from "#server/rpc/context";
import { limitKey } from "#server/rpc/limit-key";
import { refuseInView } from "#server/rpc/view-as-role";
import type { RequestState } from "../middleware/request-state";
import type { Exchange } from "./exchange";
import { calledTool, type Messages, parseMessages } from "./messages";
import { createServer } from "./server";
import { createTools, type Tools } from "./tools";

type HttpContext = HonoContext<RequestState>;

/** Creates the handler of the MCP endpoint. */
export function createEndpoint(router: AppRouter, deps: Dependencies) {
  const all = createTools(router);
  const byDefault = new Map([...all].filter(([, { isDefault }]) => isDefault));

  return async (c: HttpContext): Promise<Response> => {
    const state = c.get("state");
    const ctx = createContext(deps, c.req.raw, { ...state, isAgent: true });
    const bearer = await requireBearer(c, ctx);
    refuseInView({ ctx, type: "query" });
    const messages = parseMessages(await c.req.text());
    const type = typeOfCall(ctx, all, messages);
    const caller = await authenticate(c, ctx, bearer, type);
    ctx.request.keyRead = { caller, forMutation: type === "mutation" };
    try {
      const tools = wantsAllTools(c) ? all : byDefault;
      if (messages instanceof ProtocolError) throw messages;
      ctx.request.isBatch = messages.count > 1;
      const exchange = { deps, state, ctx, caller, tools, calls: 0 };
      return await answer(c, exchange, messages);
    } catch (error) {
      // A request counts at least once, also if no message of it was read.
      if (!hasCounted(ctx)) await limitKey(ctx, caller);
      sendLimits(c, ctx);
      if (!(error instanceof ProtocolError)) throw error;
      return protocolError(c, error);
    }
  };
}

const CHALLENGE = 'Bearer realm="Tenantry"';

/** @throws DomainError API_KEY_MISSING, RATE_LIMITED */
async function requireBearer(
  c: HttpContext,
  { request, services }: Context,
): Promise<string> {
  const { bearer, address } = request;
  if (bearer !== undefined) return bearer;
  await services.limits.consumeClient("anonymous", address);
  c.header("www-authenticate", CHALLENGE);
  throw new DomainError("API_KEY_MISSING");
}

/**
 * Returns the type of the procedure that the first message calls, so that the key is read as this procedure needs it.
 * With a replica, a mutation reads the key again after it has refreshed the replica.
 */
function typeOfCall(
  { db }: Context,
  tools: Tools,
  messages: Messages | ProtocolError,
): "query" | "mutation" {
  if (db.refresh || messages instanceof ProtocolError) return "query";
  const name = calledTool(messages);
  const tool = name === undefined ? undefined : tools.get(name);
  return tool?.procedure._def.type === "mutation" ? "mutation" : "query";
}

/** @throws DomainError API_KEY_INVALID, RATE_LIMITED */
async function authenticate(
  c: HttpContext,
  ctx: Context,
  bearer: string,
  type: "query" | "mutation",
): Promise<KeyCall> {
  try {
    return await requireKey({ ctx, type }, bearer, undefined);
  } catch (error) {
    if (error instanceof DomainError && error.code === "UNAUTHORIZED")
      c.header("www-authenticate", `${CHALLENGE}, error="invalid_token"`);
    throw error;
  }
}

/** @throws DomainError INVALID_INPUT */
function wantsAllTools(c: HttpContext): boolean {
  const choice = c.req.query("tools");
  if (choice !== undefined && choice !== "all")
    throw invalidField("tools", "INVALID_VALUE");
  return choice === "all";
}

function hasCounted({ response }: Context): boolean {
  return Object.keys(response.limits).length > 0;
}

/** Sends the headers that state the rate limits. */
function sendLimits(c: HttpContext, { response }: Context): void {
  for (const [name, value] of Object.entries(response.limits))
    c.header(name, value);
}

/** The answer to a body in which no message can be found. */
function protocolError(
  c: HttpContext,
  { code, message }: ProtocolError,
): Response {
  return c.json({ jsonrpc: "2.0", error: { code, message }, id: null }, 400);
}

async function answer(
  c: HttpContext,
  exchange: Exchange,
  { json, count }: Messages,
): Promise<Response> {
  // A stream of changes would outlive the permission of the key, so none can be opened.
  const handler = createMcpHandler(() => createServer(exchange), {
    maxSubscriptions: 0,
  });
  const { status, headers, body } = await handler.fetch(c.req.raw, {
    parsedBody: json,
  });
  // The response waits for the results of all calls, because its headers state the rate limits. Messages that called no
  // procedure count too. Only now it is known which ones these are.
  const text = await new Response(body).text();
  for (let calls = exchange.calls; calls < count; calls++)
    await limitKey(exchange.ctx, exchange.caller).catch((error: unknown) => {
      // The results of procedure calls are not replaced by 429: what they changed is stored.
      if (exchange.calls === 0) throw error;
    });
  sendLimits(c, exchange.ctx);
  const type = headers.get("content-type");
  if (type !== null) c.header("content-type", type);
  return c.body(text, status as 200);
}
