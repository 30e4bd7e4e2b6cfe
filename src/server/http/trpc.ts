import { TRPCError } from "@trpc/server";
import { fetchRequestHandler } from "@trpc/server/adapters/fetch";
import type { Hono, Context as HonoContext } from "hono";
import {
  type Context,
  createContext,
  type Dependencies,
} from "#server/rpc/context";
import { toErrorResponse, isUnforeseen } from "#server/rpc/error-response";
import { problem } from "./rest/handler";
import { appRouter } from "#server/features/router";
import type { RequestState } from "./middleware/request-state";

const MAX_BATCH = 10;

/** Serves all procedures over tRPC. */
export function mountTrpc(app: Hono<RequestState>, deps: Dependencies): void {
  app.all("/trpc/*", async (c) => {
    const state = c.get("state");
    state.route = "trpc";
    let errorBeforeContext: TRPCError | undefined;
    const response = await fetchRequestHandler({
      endpoint: "/trpc",
      req: c.req.raw,
      router: appRouter,
      maxBatchSize: MAX_BATCH,
      createContext: ({ info }) => {
        state.route = routeOf(info.calls.map(({ path }) => path));
        if (info.type === "subscription") requireGet(c);
        const isBatch = info.isBatchCall && info.calls.length > 1;
        return createContext(deps, c.req.raw, { ...state, isBatch });
      },
      responseMeta: ({ ctx, errors }) => ({ headers: headersOf(ctx, errors) }),
      onError: ({ error, ctx }) => {
        if (!ctx) errorBeforeContext = error;
        else if (isUnforeseen(error))
          deps.log.error(
            { err: error.cause ?? error, requestId: state.requestId },
            "unforeseen",
          );
      },
    });
    // tRPC formats an error that occurs before the context exists without a request ID, so this response replaces it.
    return errorBeforeContext ? problem(c, deps, errorBeforeContext) : response;
  });
}

// Requires GET for subscriptions. tRPC itself would answer 200 and send the error as an event of the stream.
function requireGet(c: HonoContext): void {
  if (c.req.method === "GET") return;
  c.header("allow", "GET");
  throw new TRPCError({ code: "METHOD_NOT_SUPPORTED" });
}

// Returns the route for log and metrics. Callers can send any procedure name, so unknown names share one route:
// otherwise a metric could get any number of labels.
function routeOf(paths: string[]): string {
  const [path = "", ...more] = paths;
  if (more.length > 0) return "trpc batch";
  const isProcedure = Object.hasOwn(appRouter._def.procedures, path);
  return isProcedure ? `trpc ${path}` : "trpc unknown";
}

function headersOf(ctx: Context | undefined, errors: TRPCError[]): Headers {
  const headers = new Headers({
    "cache-control": "no-store",
    ...ctx?.response.limits,
  });
  for (const cookie of ctx?.response.cookies ?? [])
    headers.append("set-cookie", cookie);
  for (const error of errors)
    for (const [name, value] of Object.entries(
      toErrorResponse(error, "").headers,
    ))
      headers.set(name, value);
  return headers;
}
