import { Hono } from "hono";
import { createMiddleware } from "hono/factory";
import { bodyLimit } from "hono/body-limit";
import { newId } from "#shared/id";
import type { WebFile } from "#server/kernel/assets";
import type { Dependencies } from "#server/rpc/context";
import { DomainError } from "#server/kernel/errors";
import { mountPictures } from "./images";
import { mountDevDemo } from "./dev/dev-demo";
import { mountDevMail } from "./dev/dev-mail";
import { devOnly } from "./dev/dev-only";
import type { DemoStripe } from "./dev/stripe/demo-stripe";
import { gate } from "./middleware/gate";
import { securityHeaders } from "./middleware/headers";
import { type Health, mountHealth } from "./health";
import type { Metrics } from "./metrics";
import { limitClient } from "./middleware/limit-client";
import type { RequestState } from "./middleware/request-state";
import { warnOfUntrustedProxy } from "./middleware/untrusted-proxy";
import { mountMcp } from "./mcp/mount";
import { mountTrpc } from "./trpc";
import { mountWeb } from "./web";
import { mountWebhooks } from "./webhooks";
import { mountDocs } from "./rest/docs";
import { mountRest, problem } from "./rest/handler";
import { appRouter } from "#server/features/router";

const MAX_URL = 8 * 1024;
const MAX_BODY = 256 * 1024;

export interface AppOptions {
  deps: Dependencies;
  web: Map<string, WebFile>;
  health: Health;
  /** The simulated Stripe; only present with `BILLING=fake`. */
  demoStripe?: Pick<DemoStripe, "mountPages"> | undefined;
}

/** The values that the server passes to the app with each request. */
export interface Bindings {
  /** The remote IP address of the connection. */
  socketAddress: string;
}

/** Builds the HTTP app. It uses no global state, and does not start to listen. */
export function createApp({ deps, web, health, demoStripe }: AppOptions) {
  const { config, log } = deps;
  const metrics = config.metricsToken ? loadMetrics(deps) : undefined;
  const app = new Hono<RequestState>();
  app.use(
    everyRequest(deps, metrics),
    warnOfUntrustedProxy(deps),
    refuseLongUrl,
  );
  app.onError((error, c) => problem(c, deps, error));
  app.notFound((c) => problem(c, { log }, new DomainError("NOT_FOUND")));
  mountHealth(app, config, health, metrics);

  // Webhooks are mounted before `gate`, which would refuse requests from another site. Their signature protects them.
  mountWebhooks(app, deps);
  for (const path of ["/api/*", "/trpc/*"]) {
    app.use(path, noStore, gate(config));
    app.use(path, bodyLimit({ maxSize: MAX_BODY, onError: tooLarge }));
  }
  app.use("/mcp", noStore, bodyLimit({ maxSize: MAX_BODY, onError: tooLarge }));
  mountMcp(app, appRouter, deps);
  mountTrpc(app, deps);
  for (const path of ["/api/openapi.json", "/api/docs"])
    app.use(path, limitClient(deps, "anonymous"));
  for (const path of ["/api/avatars/*", "/api/logos/*"])
    app.use(path, limitClient(deps, "picture"));
  mountDocs(app, appRouter, config);
  mountRest(app, appRouter, deps);
  mountPictures(app, deps);
  demoStripe?.mountPages(app);
  if (config.environment !== "production") {
    app.use("/dev/*", devOnly(config));
    mountDevMail(app, deps);
    mountDevDemo(app, deps);
  }
  // An unknown API path must return 404 and not the page of the web app. MCP clients look for OAuth under `/.well-known`.
  for (const path of ["/api/*", "/dev/*", "/.well-known/*"])
    app.all(path, (c) => problem(c, { log }, new DomainError("NOT_FOUND")));
  mountWeb(app, web);
  return app;
}

/** Loads the metrics only if a metrics token is configured, because their library takes a fifth of the start time. */
async function loadMetrics(deps: Dependencies): Promise<Metrics> {
  const { createMetrics } = await import("./metrics");
  return createMetrics(deps);
}

const refuseLongUrl = createMiddleware(async (c, next) => {
  if (c.req.url.length > MAX_URL) throw new DomainError("URL_TOO_LONG");
  await next();
});

const noStore = createMiddleware(async (c, next) => {
  c.header("cache-control", "no-store");
  await next();
});

function tooLarge(): never {
  throw new DomainError("PAYLOAD_TOO_LARGE", { maxKiB: MAX_BODY / 1024 });
}

/** Adds the request ID and the security headers to every response, logs one line for each request, and counts metrics. */
function everyRequest(
  { config, log }: Dependencies,
  metrics: Promise<Metrics> | undefined,
) {
  const headers = Object.entries(securityHeaders(config));
  return createMiddleware<RequestState>(async (c, next) => {
    const started = performance.now();
    const socketAddress =
      (c.env as Bindings | undefined)?.socketAddress ?? "127.0.0.1";
    const state = {
      requestId: newId("request"),
      socketAddress,
      route: undefined,
    };
    c.set("state", state);
    await next();
    c.res.headers.set("x-request-id", state.requestId);
    for (const [name, value] of headers)
      if (!c.res.headers.has(name)) c.res.headers.set(name, value);
    const route = c.get("state").route ?? "other";
    const milliseconds = performance.now() - started;
    void metrics?.then(({ observe }) =>
      observe(route, c.req.method, c.res.status, milliseconds / 1000),
    );
    const line = {
      requestId: state.requestId,
      method: c.req.method,
      route,
      status: c.res.status,
      ms: Math.round(milliseconds * 100) / 100,
    };
    if (milliseconds < config.slowRequestMs) log.info(line);
    else log.warn(line, "slow request");
  });
}
