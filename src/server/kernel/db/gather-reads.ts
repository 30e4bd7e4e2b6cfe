import type { Client, InStatement, ResultSet } from "@libsql/client";
import { toDatabaseUnavailable } from "./database-unavailable";

/** How many reads may share a request. One request runs its reads one after another. */
const MOST_READS = 16;
const READ = /^\s*select\b/i;

type Execute = (statement: InStatement) => Promise<ResultSet>;

interface WaitingRead {
  statement: InStatement;
  resolve: (result: ResultSet) => void;
  reject: (reason: unknown) => void;
}

/**
 * Returns a function like `client.execute` for a database on another machine. Reads that start in the same tick of the
 * event loop, such as those of a `Promise.all`, share one request and see the same state of the database. Other
 * statements are sent at once.
 */
export function gatherReads(
  client: Pick<Client, "batch"> & { execute: Execute },
): Execute {
  let waiting: WaitingRead[] = [];
  const send = () => {
    const reads = waiting;
    waiting = [];
    if (reads.length > 0) void sendReads(client, reads);
  };
  return (statement) => {
    if (!READ.test(textOf(statement))) return client.execute(statement);
    return new Promise((resolve, reject) => {
      waiting.push({ statement, resolve, reject });
      if (waiting.length === 1) afterMicrotasks(send);
      if (waiting.length === MOST_READS) send();
    });
  };
}

async function sendReads(
  client: Pick<Client, "batch"> & { execute: Execute },
  reads: readonly WaitingRead[],
): Promise<void> {
  const executeEach = () => {
    for (const { statement, resolve, reject } of reads)
      client.execute(statement).then(resolve, reject);
  };
  if (reads.length === 1) return executeEach();
  try {
    const statements = reads.map(({ statement }) => statement);
    const results = await client.batch(statements, "read");
    for (const [index, { resolve }] of reads.entries())
      resolve(results[index] as ResultSet);
  } catch (error) {
    // One wrong statement fails the whole batch, and must not fail the other reads.
    if (!toDatabaseUnavailable(error)) return executeEach();
    for (const { reject } of reads) reject(error);
  }
}

/**
 * Runs a task when no microtask is left. A tick that a microtask asks for runs after all microtasks; other ticks run
 * before them.
 */
function afterMicrotasks(task: () => void): void {
  queueMicrotask(() => process.nextTick(task));
}

function textOf(statement: InStatement): string {
  return typeof statement === "string" ? statement : statement.sql;
}
