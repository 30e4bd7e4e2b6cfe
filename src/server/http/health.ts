import { timingSafeEqual } from "node:crypto";
import type { Hono } from "hono";
import type { Config } from "#server/kernel/config/config";
import { DomainError } from "#server/kernel/errors";
import { version } from "#server/kernel/version";
import type { Metrics } from "./metrics";
import type { RequestState } from "./middleware/request-state";

export interface Health {
  /** Returns true if the database is available and migrated, and the server is not shutting down. */
  isReady(): Promise<boolean>;
}

export function mountHealth(
  app: Hono<RequestState>,
  config: Config,
  health: Health,
  metrics: Promise<Metrics> | undefined,
): void {
  app.get("/healthz", (c) => c.json({ status: "ok", version }));
  app.get("/readyz", async (c) => {
    const ready = await health.isReady();
    return c.json({ status: ready ? "ready" : "not ready" }, ready ? 200 : 503);
  });
  app.get("/metrics", async (c) => {
    if (!metrics || !isTokenOf(config, c.req.header("authorization")))
      throw new DomainError("NOT_FOUND");
    const { read } = await metrics;
    const { text, contentType } = await read();
    return c.text(text, 200, { "content-type": contentType });
  });
}

// Without a configured token every request gets 404, so that a missing setting does not publish the metrics.
function isTokenOf(
  { metricsToken }: Config,
  header: string | undefined,
): boolean {
  if (!metricsToken) return false;
  const [expected, given] = [
    Buffer.from(`Bearer ${metricsToken}`),
    Buffer.from(header ?? ""),
  ];
  return expected.length === given.length && timingSafeEqual(expected, given);
}
