import { timingSafeEqual } from "node:crypto";
import type { Hono } from "hono";
import {
  collectDefaultMetrics,
  Counter,
  Gauge,
  Histogram,
  Registry,
} from "prom-client";
import type { Config } from "#server/kernel/config/config";
import type { Dependencies } from "#server/rpc/context";
import { DomainError } from "#server/kernel/errors";
import type { RequestState } from "./middleware/request-state";

export interface Health {
  /** Whether the database answers, is migrated, and the server is not draining. */
  isReady(): Promise<boolean>;
}

export interface Metrics {
  observe(route: string, method: string, status: number, seconds: number): void;
  registry: Registry;
}

export function createMetrics({
  live,
  deadLetters,
  log,
}: Pick<Dependencies, "live" | "deadLetters" | "log">): Metrics {
  const registry = new Registry();
  const labelNames = ["method", "route", "status"] as const;
  new Gauge({
    name: "live_streams",
    help: "Open pages that are told of changes",
    registers: [registry],
    collect() {
      this.set(live.size);
    },
  });
  new Counter({
    name: "outbox_failures_total",
    help: "Messages of the outbox that this process gave up, by reason",
    labelNames: ["reason"],
    registers: [registry],
    collect() {
      this.reset();
      for (const [reason, number] of Object.entries(deadLetters.total))
        this.inc({ reason }, number);
    },
  });
  new Gauge({
    name: "outbox_dead_letters",
    help: "Messages of the outbox that are not tried any more, by reason",
    labelNames: ["reason"],
    registers: [registry],
    async collect() {
      this.reset();
      try {
        for (const [reason, number] of Object.entries(
          await deadLetters.current(),
        ))
          this.set({ reason }, number);
      } catch (error) {
        // The other metrics matter most while the database is away.
        log.warn({ err: error }, "metrics");
      }
    },
  });
  const requests = new Counter({
    name: "http_requests_total",
    help: "Requests answered",
    labelNames,
    registers: [registry],
  });
  const duration = new Histogram({
    name: "http_request_duration_seconds",
    help: "Time to the answer",
    labelNames: ["route"],
    buckets: [0.001, 0.005, 0.025, 0.1, 0.5, 2.5],
    registers: [registry],
  });
  return {
    registry,
    observe(route, method, status, seconds) {
      requests.inc({ method, route, status: String(status) });
      duration.observe({ route }, seconds);
    },
  };
}

export function mountHealth(
  app: Hono<RequestState>,
  config: Config,
  health: Health,
  { registry }: Metrics,
): void {
  app.get("/healthz", (c) => c.json({ status: "ok" }));
  app.get("/readyz", async (c) => {
    const ready = await health.isReady();
    return c.json({ status: ready ? "ready" : "not ready" }, ready ? 200 : 503);
  });
  let hasProcessMetrics = false;
  app.get("/metrics", async (c) => {
    if (!isTokenOf(config, c.req.header("authorization")))
      throw new DomainError("NOT_FOUND");
    // Reading the heap for them takes 40 ms: the first scrape pays, not the start.
    if (!hasProcessMetrics) collectDefaultMetrics({ register: registry });
    hasProcessMetrics = true;
    return c.text(await registry.metrics(), 200, {
      "content-type": registry.contentType,
    });
  });
}

// Without a token the page does not exist: a forgotten setting must not publish the numbers.
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
