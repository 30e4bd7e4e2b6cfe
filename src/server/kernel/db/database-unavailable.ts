import { LibsqlError } from "@libsql/client/sqlite3";

/** The database gave no answer: it was not reached, the connection broke, or a replica is too old to be read. */
export class DatabaseUnavailable extends Error {
  constructor(
    message: string,
    /** Whether what was sent may have been stored all the same. */
    readonly mayBeStored: boolean,
    cause?: unknown,
  ) {
    super(message, { cause });
    this.name = "DatabaseAway";
  }
}

/** The `DatabaseUnavailable` that an error stands for; Drizzle and tRPC wrap it. */
export function findDatabaseUnavailable(
  error: unknown,
): DatabaseUnavailable | undefined {
  for (let cause = error; cause instanceof Error; cause = cause.cause)
    if (cause instanceof DatabaseUnavailable) return cause;
  return undefined;
}

/** What `fetch` says when no connection was made, so that nothing was sent. Other codes say that one broke. */
const NOT_CONNECTED = new Set([
  "ConnectionRefused",
  "FailedToOpenSocket",
  "ECONNREFUSED",
  "ENOTFOUND",
  "EAI_AGAIN",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "UND_ERR_CONNECT_TIMEOUT",
]);

/** The client's own codes for an answer that did not come, or was none. */
const NO_ANSWER = new Set([
  "HRANA_WEBSOCKET_ERROR",
  "HRANA_CLOSED_ERROR",
  "HRANA_PROTO_ERROR",
]);

/** What an error of the remote client means, if it is no answer of the database. */
export function toDatabaseUnavailable(
  error: unknown,
): DatabaseUnavailable | undefined {
  if (!(error instanceof Error) || !isWithoutAnswer(error)) return undefined;
  const isSent = !("code" in error && NOT_CONNECTED.has(String(error.code)));
  const message = isSent
    ? "The connection to the database broke."
    : "The database cannot be reached.";
  return new DatabaseUnavailable(message, isSent, error);
}

function isWithoutAnswer(error: Error): boolean {
  if (error instanceof LibsqlError)
    return NO_ANSWER.has(error.code) || isPassing(statusIn(error));
  // JSON that was cut off. The client parses nothing but answers.
  if (error instanceof SyntaxError) return true;
  if (error.name === "TimeoutError") return true;
  // `fetch` names the system's error; a value that cannot be bound is a TypeError without a code.
  return "code" in error && typeof error.code === "string";
}

function statusIn({ cause }: LibsqlError): number | undefined {
  if (!(cause instanceof Error) || !("status" in cause)) return undefined;
  return Number(cause.status);
}

/** A proxy, or the server itself, says that it cannot answer now. */
function isPassing(status: number | undefined): boolean {
  return status !== undefined && (status >= 500 || status === 429);
}
