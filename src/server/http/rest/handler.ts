import { getTRPCErrorFromUnknown } from "@trpc/server/unstable-core-do-not-import";
import type { Hono, Context as HonoContext } from "hono";
import {
  createContext,
  type Context,
  type Dependencies,
} from "#server/rpc/context";
import { DomainError, invalidField, invalidInput } from "#server/kernel/errors";
import { issueAt } from "#shared/issues";
import {
  type CallError,
  toErrorResponse,
  inTrpcEnvelope,
  isUnforeseen,
} from "#server/rpc/error-response";
import type { AppRouter } from "#server/features/router";
import type { RequestState } from "../middleware/request-state";
import {
  callProcedure,
  type Procedure,
  proceduresOf,
} from "#server/rpc/call-procedure";
import { streamOf } from "./text-stream";

/**
 * Serves every procedure that has a REST path. Middlewares, schemas and errors are the same as over tRPC; only the
 * format of requests and responses differs.
 */
export function mountRest(
  app: Hono<RequestState>,
  router: AppRouter,
  deps: Dependencies,
): void {
  const methods = new Map<string, string[]>();
  for (const [name, procedure] of proceduresOf(router)) {
    const { meta } = procedure._def;
    if (!meta?.openapi) continue;
    const { method, path } = meta.openapi;
    const route = `/api${path.replace(/\{(\w+)\}/g, ":$1")}`;
    methods.set(route, [...(methods.get(route) ?? []), method]);
    app.on(method, route, (c) => answer(c, deps, name, procedure));
  }
  for (const [route, allowed] of methods)
    app.all(route, (c) => {
      c.header("allow", allowed.join(", "));
      return problem(c, deps, new DomainError("METHOD_NOT_SUPPORTED"));
    });
}

async function answer(
  c: HonoContext<RequestState>,
  deps: Dependencies,
  path: string,
  procedure: Procedure,
): Promise<Response> {
  const { meta } = procedure._def;
  const state = c.get("state");
  state.route = meta?.openapi?.path;
  const operation = `${c.req.method} ${c.req.path}`;
  const ctx = createContext(deps, c.req.raw, { ...state, operation });
  try {
    const input = await readInput(c);
    const value = await callProcedure(procedure, { path, ctx, input });
    const text = isText(value)
      ? await streamOf(value, (error) => report(deps, state, error))
      : undefined;
    sendFacts(c, ctx);
    for (const [name, header] of Object.entries(ctx.response.headers))
      c.header(name, header);
    const status = meta?.statusOf?.(value) ?? 200;
    if (status === 204) return c.body(null, 204);
    return text ? c.body(text, 200) : c.json(value ?? null, status);
  } catch (error) {
    sendFacts(c, ctx);
    return problem(c, deps, error);
  }
}

/** Whether a procedure returned a stream of text, which has its own content type. */
function isText(value: unknown): value is AsyncIterable<string> {
  return (
    typeof value === "object" && value !== null && Symbol.asyncIterator in value
  );
}

function isRead(c: HonoContext): boolean {
  return c.req.method === "GET" || c.req.method === "HEAD";
}

async function readInput(c: HonoContext): Promise<Record<string, unknown>> {
  const named = c.req.param();
  const body = isRead(c) ? {} : await bodyOf(c);
  const query = isRead(c) || c.req.method === "DELETE" ? queryOf(c) : {};
  const given = { ...query, ...body };
  refuseFields(Object.keys(given).filter((name) => Object.hasOwn(named, name)));
  return { ...given, ...named };
}

// Refuses fields of the body or query that the path also sets: the value in the path would silently replace them.
function refuseFields(fields: string[]): void {
  if (fields.length === 0) return;
  throw invalidInput(fields.map((path) => issueAt(path, "UNKNOWN_FIELD")));
}

function queryOf(c: HonoContext): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(c.req.queries()).map(([name, values]) => [
      name,
      values.length === 1 ? values[0] : values,
    ]),
  );
}

async function bodyOf(c: HonoContext): Promise<object> {
  const text = await c.req.text();
  if (text === "") return {};
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    throw invalidField("", "NOT_JSON");
  }
  if (body === null || typeof body !== "object" || Array.isArray(body))
    throw invalidField("", "NOT_AN_OBJECT");
  return body;
}

/** Sends the headers that successful responses and errors have in common. */
function sendFacts(c: HonoContext, { response }: Context): void {
  for (const cookie of response.cookies)
    c.header("set-cookie", cookie, { append: true });
  for (const [name, value] of Object.entries(response.limits))
    c.header(name, value);
}

/** Logs the error if it is a bug or a database failure, and returns it. */
export function report(
  { log }: Pick<Dependencies, "log">,
  { requestId }: { requestId: string },
  cause: unknown,
): CallError {
  const error =
    cause instanceof DomainError ? cause : getTRPCErrorFromUnknown(cause);
  if (isUnforeseen(error))
    log.error({ err: error.cause ?? error, requestId }, "unforeseen");
  return error;
}

/** Makes the HTTP response for an error. */
export function problem(
  c: HonoContext<RequestState>,
  deps: Pick<Dependencies, "log">,
  cause: unknown,
) {
  const state = c.get("state");
  const refusal = toErrorResponse(report(deps, state, cause), state.requestId);
  const { status, problem: body, headers } = refusal;
  for (const [name, value] of Object.entries(headers)) c.header(name, value);
  const renamedTo = headers["x-renamed-to"];
  if (renamedTo && isRead(c)) return c.redirect(renamedPath(c, renamedTo), 301);
  const isTrpc = /^\/trpc(\/|$)/.test(c.req.path);
  return c.json(isTrpc ? inTrpcEnvelope(refusal) : body, status as 400);
}

function renamedPath(c: HonoContext, slug: string): string {
  const url = new URL(c.req.url);
  if (url.searchParams.has("org")) url.searchParams.set("org", slug);
  const path = /^(\/api\/organizations\/)[^/]+/;
  return url.pathname.replace(path, `$1${slug}`) + url.search;
}
