import { startLibsqlServer } from "./sqld";

/** The work of the database since the last call of `takeWork`. */
export interface Work {
  /** The requests to the libSQL server: the texts of the statements of each request. */
  roundTrips: string[][];
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
  let work = noWork();
  const proxy = Bun.serve({
    port: 0,
    hostname: "127.0.0.1",
    idleTimeout: 60,
    async fetch(request) {
      const body = await request.text();
      work.roundTrips.push(statementsIn(body));
      const answer = await passOn(sqld.url, request, body);
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
      work = noWork();
      return done;
    },
    async stop() {
      await proxy.stop(true);
      await sqld.stop();
    },
  };
}

function noWork(): Work {
  return { roundTrips: [], statements: 0, rowsRead: 0 };
}

async function passOn(
  to: string,
  { url, method }: Request,
  body: string,
): Promise<Response> {
  return fetch(to + new URL(url).pathname, {
    method,
    headers: { "content-type": "application/json" },
    ...(body !== "" && { body }),
  });
}

/** Returns the texts of the statements in a request of libSQL's HTTP protocol. */
function statementsIn(text: string): string[] {
  if (text === "") return [];
  const { requests } = JSON.parse(text) as { requests: PipelineRequest[] };
  const stored = new Map<number, string>();
  const textOf = ({ sql, sql_id: id = -1 }: StatementText) =>
    sql ?? stored.get(id) ?? "";
  return requests.flatMap((request) => {
    if (request.type === "execute") return textOf(request.stmt);
    if (request.type === "batch")
      return request.batch.steps.map(({ stmt }) => textOf(stmt));
    if (request.type === "store_sql") stored.set(request.sql_id, request.sql);
    return [];
  });
}

/** A text, or the number under which an earlier request stored it. */
interface StatementText {
  sql?: string;
  sql_id?: number;
}

type PipelineRequest =
  | { type: "execute"; stmt: StatementText }
  | { type: "batch"; batch: { steps: { stmt: StatementText }[] } }
  | { type: "store_sql"; sql_id: number; sql: string }
  | { type: "close" | "sequence" | "get_autocommit" };

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
