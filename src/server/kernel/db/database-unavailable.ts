import { LibsqlError } from "@libsql/client/sqlite3";

/** The database did not respond: it cannot be reached, the connection broke, or the replica is too old to be read. */
export class DatabaseUnavailable extends Error {
  constructor(
    message: string,
    /** Whether the statements may have been stored. */
    readonly mayBeStored: boolean,
    cause?: unknown,
  ) {
    super(message, { cause });
    this.name = "DatabaseUnavailable";
  }
}

/** Finds a `DatabaseUnavailable` that Drizzle or tRPC has wrapped. */
export function findDatabaseUnavailable(
  error: unknown,
): DatabaseUnavailable | undefined {
  for (let cause = error; cause instanceof Error; cause = cause.cause)
    if (cause instanceof DatabaseUnavailable) return cause;
  return undefined;
}

/** The error codes of `fetch` when there was no connection, so that nothing was sent. */
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

/** The error codes of the client for a missing or invalid response. */
const NO_RESPONSE = new Set([
  "HRANA_WEBSOCKET_ERROR",
  "HRANA_CLOSED_ERROR",
  "HRANA_PROTO_ERROR",
]);

/** Turns an error of the remote client into a `DatabaseUnavailable`, if it is not a response of the database. */
export function toDatabaseUnavailable(
  error: unknown,
): DatabaseUnavailable | undefined {
  if (!(error instanceof Error) || !isWithoutResponse(error)) return undefined;
  const isSent = !("code" in error && NOT_CONNECTED.has(String(error.code)));
  const message = isSent
    ? "The connection to the database broke."
    : "The database cannot be reached.";
  return new DatabaseUnavailable(message, isSent, error);
}

function isWithoutResponse(error: Error): boolean {
  if (error instanceof LibsqlError)
    return NO_RESPONSE.has(error.code) || isTemporary(statusIn(error));
  // A response that was cut off: the client parses no other JSON.
  if (error instanceof SyntaxError) return true;
  if (error.name === "TimeoutError") return true;
  // An error of the network has a code. A value that cannot be bound is a TypeError without one.
  return "code" in error && typeof error.code === "string";
}

function statusIn({ cause }: LibsqlError): number | undefined {
  if (!(cause instanceof Error) || !("status" in cause)) return undefined;
  return Number(cause.status);
}

/** Whether a proxy or the server cannot respond at the moment. */
function isTemporary(status: number | undefined): boolean {
  return status !== undefined && (status >= 500 || status === 429);
}
