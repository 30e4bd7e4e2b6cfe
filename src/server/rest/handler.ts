import { TRPCError } from "@trpc/server";
import { getTRPCErrorFromUnknown } from "@trpc/server/unstable-core-do-not-import";
import type { Hono, Context as HonoContext } from "hono";
import { createContext, type Context, type Dependencies } from "../context";
import { DomainError } from "../errors";
import {
  answerTo,
  describeIssues,
  inTrpcEnvelope,
  isUnforeseen,
  NO_SUCH_FIELD,
} from "../problem";
import type { AppRouter } from "../router";
import type { RequestState } from "../http/request-state";
import type { ProcedureMeta } from "./meta";

/** A procedure as tRPC's own callers see it. Their proxies would look it up by name for every request. */
interface Procedure {
  (call: {
    ctx: Context;
    path: string;
    type: string;
    signal: undefined;
    batchIndex: number;
    getRawInput: () => Promise<unknown>;
  }): Promise<unknown>;
  _def: { meta?: ProcedureMeta; type: string };
}

/**
 * Serves every procedure that declares a REST path on Hono's own router. The procedure's middlewares, shapes and
 * errors are the same as over tRPC; only the envelope differs.
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

function proceduresOf(router: AppRouter): [string, Procedure][] {
  const procedures: Record<string, unknown> = router._def.procedures;
  return Object.entries(procedures) as [string, Procedure][];
}

async function answer(
  c: HonoContext<RequestState>,
  deps: Dependencies,
  path: string,
  procedure: Procedure,
): Promise<Response> {
  const { meta, type } = procedure._def;
  const state = c.get("state");
  state.route = meta?.openapi?.path;
  const operation = `${c.req.method} ${c.req.path}`;
  const ctx = createContext(deps, c.req.raw, { ...state, operation });
  try {
    const input = await readInput(c);
    const value = await procedure({
      ctx,
      path,
      type,
      // Reading the request's own costs 20 µs, and nothing that has a REST path waits for one.
      signal: undefined,
      batchIndex: 0,
      getRawInput: () => Promise.resolve(input),
    });
    sendFacts(c, ctx);
    const status = meta?.statusOf?.(value) ?? 200;
    if (status === 204) return c.body(null, 204);
    if (isText(value)) return c.body(streamOf(value), 200);
    return c.json(value ?? null, status);
  } catch (error) {
    sendFacts(c, ctx);
    return problem(c, deps, error);
  }
}

/** A procedure whose answer is long gives it bit by bit, under a content type of its own. */
function isText(value: unknown): value is AsyncIterable<string> {
  return (
    typeof value === "object" && value !== null && Symbol.asyncIterator in value
  );
}

const BITE = 16 * 1024;

/** Reads on only as fast as the caller takes it. */
function streamOf(text: AsyncIterable<string>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  const parts = text[Symbol.asyncIterator]();
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      let bite = "";
      while (bite.length < BITE) {
        const { done, value } = await parts.next();
        if (!done) bite += value;
        else {
          controller.enqueue(encoder.encode(bite));
          controller.close();
          return;
        }
      }
      controller.enqueue(encoder.encode(bite));
    },
    cancel: () => void parts.return?.(),
  });
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

// The path names it already: a second value would be passed over in silence.
function refuseFields(fields: string[]): void {
  if (fields.length === 0) return;
  const issues = fields.map((path) => ({ path, message: NO_SUCH_FIELD }));
  throw new DomainError("INVALID_INPUT", describeIssues(issues), { issues });
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
    throw new DomainError("INVALID_INPUT", "The body is not valid JSON.");
  }
  if (body === null || typeof body !== "object" || Array.isArray(body))
    throw new DomainError("INVALID_INPUT", "The body must be a JSON object.");
  return body;
}

function sendFacts(c: HonoContext, { response }: Context): void {
  for (const cookie of response.cookies)
    c.header("set-cookie", cookie, { append: true });
  for (const [name, value] of Object.entries(response.headers))
    c.header(name, value);
}

/** Any error as the body every error has. */
export function problem(
  c: HonoContext<RequestState>,
  deps: Pick<Dependencies, "log">,
  cause: unknown,
) {
  const error =
    cause instanceof TRPCError ? cause : getTRPCErrorFromUnknown(cause);
  const { requestId } = c.get("state");
  const refusal = answerTo(error, requestId);
  const { status, problem: body, headers } = refusal;
  if (isUnforeseen(error))
    deps.log.error({ err: error.cause ?? error, requestId }, "unforeseen");
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
