import { stat } from "node:fs/promises";
import {
  collectDefaultMetrics,
  Counter,
  Gauge,
  Histogram,
  Registry,
} from "prom-client";
import { filePathOf } from "#server/kernel/db/file-path";
import { readBacklog } from "#server/kernel/outbox/backlog";
import { version } from "#server/kernel/version";
import type { Dependencies } from "#server/rpc/context";

export interface Metrics {
  observe(route: string, method: string, status: number, seconds: number): void;
  /** Returns all metrics in the text format of Prometheus. */
  read(): Promise<{ text: string; contentType: string }>;
}

/** Of the default metrics, these describe parts of Node that Bun does not have, so their values are always 0. */
const MEANINGLESS = /^nodejs_(active_|heap_space_|gc_)/;

export function createMetrics({
  live,
  deadLetters,
  log,
  db,
  config,
  now,
}: Pick<
  Dependencies,
  "live" | "deadLetters" | "log" | "db" | "config" | "now"
>): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  for (const { name } of registry.getMetricsAsArray())
    if (MEANINGLESS.test(name)) registry.removeSingleMetric(name);
  const labelNames = ["method", "route", "status"] as const;
  // A failed read must not prevent the other metrics, which are needed most while the database is down.
  const readSafely = async (read: () => Promise<void>) => {
    try {
      await read();
    } catch (error) {
      log.warn({ err: error }, "metrics");
    }
  };
  new Gauge({
    name: "tenantry_info",
    help: "The version of the program; the value is always 1",
    labelNames: ["version"],
    registers: [registry],
  }).set({ version }, 1);
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
      await readSafely(async () => {
        const current = await deadLetters.current();
        for (const [reason, number] of Object.entries(current))
          this.set({ reason }, number);
      });
    },
  });
  // The registry collects all metrics at the same time, so each gauge reads the backlog itself.
  new Gauge({
    name: "outbox_waiting",
    help: "Outbox items that wait for delivery",
    registers: [registry],
    collect() {
      return readSafely(async () => {
        const { messages } = await readBacklog(db.client, now());
        this.set(messages);
      });
    },
  });
  new Gauge({
    name: "outbox_oldest_seconds",
    help: "Age of the oldest outbox item that waits",
    registers: [registry],
    collect() {
      return readSafely(async () => {
        const { oldestSeconds } = await readBacklog(db.client, now());
        this.set(oldestSeconds);
      });
    },
  });
  const file = filePathOf(config.database.url);
  if (file !== undefined)
    new Gauge({
      name: "database_file_bytes",
      help: "Size of the local database, by file: the database itself and its write-ahead log",
      labelNames: ["file"],
      registers: [registry],
      async collect() {
        this.set({ file: "database" }, await sizeOf(file));
        this.set({ file: "wal" }, await sizeOf(`${file}-wal`));
      },
    });
  const calls = new Histogram({
    name: "database_call_duration_seconds",
    help: "Time of a call of the database: one statement, or a batch of statements in one transaction",
    labelNames: ["call"],
    buckets: [0.0001, 0.0005, 0.001, 0.005, 0.025, 0.1, 0.5, 2.5],
    registers: [registry],
  });
  db.callTimes?.observe((call, seconds) => calls.observe({ call }, seconds));
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

async function sizeOf(file: string): Promise<number> {
  const { size } = await stat(file).catch(() => ({ size: 0 }));
  return size;
}
