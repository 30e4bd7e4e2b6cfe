import { describe, expect, test } from "bun:test";
import { expectStatus, startServer } from "#testing/kit/server";
import { serverSuite } from "#testing/kit/suite";
import { version } from "#server/kernel/version";
import { problemOf } from "#testing/kit/problem";

const METRICS_TOKEN = "a-token-for-the-metrics";

const server = serverSuite({ METRICS_TOKEN });

function metrics(authorization?: string) {
  const headers = authorization === undefined ? undefined : { authorization };
  return server.stranger().fetch("/metrics", { method: "GET", headers });
}

test("the server is alive and ready", async () => {
  const stranger = server.stranger();
  const alive = await stranger.fetch("/healthz", {});
  const ready = await stranger.fetch("/readyz", {});
  expect(alive.status).toBe(200);
  expect<unknown>(alive.body).toEqual({ status: "ok", version });
  expect([ready.status, ready.text]).toEqual([200, '{"status":"ready"}']);
});

test("a server without its migrations is alive and not ready", async () => {
  const other = await startServer();
  try {
    await other.db.client.execute("delete from __drizzle_migrations");
    const status = async (path: string) =>
      (await fetch(new URL(path, other.url))).status;
    expect(await status("/readyz")).toBe(503);
    expect(await status("/healthz")).toBe(200);
  } finally {
    await other.stop();
  }
});

describe("metrics", () => {
  test("are Prometheus text for a caller with the token", async () => {
    await server.stranger().get("/organizations");
    const answer = expectStatus(await metrics(`Bearer ${METRICS_TOKEN}`), 200);
    expect(answer.headers.get("content-type")).toStartWith(
      "text/plain; version=0.0.4",
    );
    expect(answer.text).toContain(
      'http_requests_total{method="GET",route="/organizations",status="401"} 1',
    );
    expect(answer.text).toContain("http_request_duration_seconds_bucket");
    expect(answer.text).toContain("process_cpu_seconds_total");
    expect(answer.text).toContain("\nlive_streams 0\n");
  });

  test("say how much waits, how long the database takes, and how large it is", async () => {
    // A mail that cannot be delivered waits in the outbox: no mail server listens at this address.
    const other = await startServer({
      METRICS_TOKEN,
      SMTP_URL: "smtp://127.0.0.1:9",
      SMTP_FROM: "tenantry@example.com",
    });
    try {
      const { name, email, password } = other.stranger();
      await other.stranger().post("/auth/sign-up", { name, email, password });
      other.passTime(90_000);
      const headers = { authorization: `Bearer ${METRICS_TOKEN}` };
      const { text } = await other.stranger().fetch("/metrics", { headers });
      const valueOf = (metric: string) =>
        Number(
          text
            .split("\n")
            .find((line) => line.startsWith(`${metric} `))
            ?.slice(metric.length),
        );
      expect(valueOf("outbox_waiting")).toBe(1);
      expect(valueOf("outbox_oldest_seconds")).toBeGreaterThanOrEqual(90);
      expect(valueOf(`tenantry_info{version="${version}"}`)).toBe(1);
      for (const call of ["statement", "batch"])
        expect(
          valueOf(`database_call_duration_seconds_count{call="${call}"}`),
        ).toBeGreaterThan(0);
      for (const file of ["database", "wal"])
        expect(valueOf(`database_file_bytes{file="${file}"}`)).toBeGreaterThan(
          4096,
        );
      expect(valueOf("nodejs_eventloop_lag_p99_seconds")).toBeGreaterThan(0);
      expect(text).not.toContain("nodejs_heap_space");
    } finally {
      await other.stop();
    }
  });

  test.each([
    undefined,
    "",
    "Bearer",
    "Bearer ",
    "Bearer wrong",
    METRICS_TOKEN,
    `Bearer ${METRICS_TOKEN}x`,
    `Basic ${METRICS_TOKEN}`,
  ])("do not exist for a caller with %j", async (authorization) => {
    const answer = expectStatus(await metrics(authorization), 404);
    expect(problemOf(answer).reason).toBe("NOT_FOUND");
  });

  test("do not exist without a token", async () => {
    const other = await startServer();
    try {
      for (const authorization of ["Bearer ", "Bearer undefined"]) {
        const headers = { authorization };
        expectStatus(
          await other.stranger().fetch("/metrics", { headers }),
          404,
        );
      }
    } finally {
      await other.stop();
    }
  });

  test("have no labels that callers choose", async () => {
    const stranger = server.stranger();
    for (const name of ["made-up-1", "made-up-2", "auth.context,made-up-3"])
      await stranger.fetch(`/trpc/${name}?batch=1`, {});
    await stranger.get("/made-up-4");
    await stranger.get("/organizations/made-up-5");
    const { text } = await metrics(`Bearer ${METRICS_TOKEN}`);
    expect(text).not.toContain("made-up");
    expect(text).toContain('route="trpc unknown"');
    expect(text).toContain('route="trpc batch"');
  });
});
