import { startLibsqlServer } from "./sqld";

/** The work of the database since the last call of `takeWork`. */
export interface Work {
  statements: number;
  /** The number of table and index rows that statements and their triggers read, as counted by the libSQL server. */
  rowsRead: number;
}

/** A libSQL server that counts the work it does. */
export interface CountedLibsqlServer {
  url: string;
  /** Returns the work since the last call and resets the counters. */
  takeWork(): Work;
  stop(): Promise<void>;
}

export async function startCountedLibsqlServer(): Promise<CountedLibsqlServer> {
  const sqld = await startLibsqlServer();
  let work: Work = { statements: 0, rowsRead: 0 };
  const proxy = Bun.serve({
    port: 0,
    hostname: "127.0.0.1",
    idleTimeout: 60,
    async fetch(request) {
      const answer = await passOn(sqld.url, request);
      const text = await answer.text();
      for (const { rows_read } of resultsIn(text)) {
        work.statements++;
        work.rowsRead += rows_read;
      }
      const type = answer.headers.get("content-type") ?? "text/plain";
      const headers = { "content-type": type };
      return new Response(text, { status: answer.status, headers });
    },
  });
  return {
    url: proxy.url.origin,
    takeWork() {
      const done = work;
      work = { statements: 0, rowsRead: 0 };
      return done;
    },
    async stop() {
      await proxy.stop(true);
      await sqld.stop();
    },
  };
}

async function passOn(to: string, request: Request): Promise<Response> {
  const { pathname } = new URL(request.url);
  const body = await request.text();
  return fetch(to + pathname, {
    method: request.method,
    headers: { "content-type": "application/json" },
    ...(body !== "" && { body }),
  });
}

interface StatementResult {
  rows_read: number;
}

/**
 * Returns the results in an answer of libSQL's HTTP protocol: those of single statements and of each step of a batch.
 */
function resultsIn(text: string): StatementResult[] {
  if (!text.startsWith('{"baton"')) return [];
  const { results } = JSON.parse(text) as { results: PipelineResult[] };
  return results.flatMap(({ response }) => {
    if (response?.type === "execute") return [response.result];
    if (response?.type !== "batch") return [];
    return response.result.step_results.filter((step) => step !== null);
  });
}

interface PipelineResult {
  response?:
    | { type: "execute"; result: StatementResult }
    | { type: "batch"; result: { step_results: (StatementResult | null)[] } }
    | { type: "close" | "store_sql" | "get_autocommit" };
}
