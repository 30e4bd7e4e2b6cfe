import {
  collectDefaultMetrics,
  Counter,
  Gauge,
  Histogram,
  Registry,
} from "prom-client";
import type { Dependencies } from "#server/rpc/context";

export interface Metrics {
  observe(route: string, method: string, status: number, seconds: number): void;
  /** Returns all metrics in the text format of Prometheus. */
  read(): Promise<{ text: string; contentType: string }>;
}

export function createMetrics({
  live,
  deadLetters,
  log,
}: Pick<Dependencies, "live" | "deadLetters" | "log">): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const labelNames = ["method", "route", "status"] as const;
  new Gauge({
    name: "live_streams",
    help: "Open live streams",
    registers: [registry],
    collect() {
      this.set(live.size);
    },
  });
  new Counter({
    name: "outbox_failures_total",
    help: "Outbox items that this process gave up, by reason",
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
    help: "Outbox items that failed for good, by reason",
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
        // A failed database query must not prevent the other metrics, which are needed most while the database is down.
        log.warn({ err: error }, "metrics");
      }
    },
  });
  const requests = new Counter({
    name: "http_requests_total",
    help: "HTTP responses",
    labelNames,
    registers: [registry],
  });
  const duration = new Histogram({
    name: "http_request_duration_seconds",
    help: "Response time",
    labelNames: ["route"],
    buckets: [0.001, 0.005, 0.025, 0.1, 0.5, 2.5],
    registers: [registry],
  });
  return {
    async read() {
      const { contentType } = registry;
      return { text: await registry.metrics(), contentType };
    },
    observe(route, method, status, seconds) {
      requests.inc({ method, route, status: String(status) });
      duration.observe({ route }, seconds);
    },
  };
}
