import { LibsqlError } from "@libsql/client/sqlite3";

/** The database cannot be used: it cannot be reached, the connection broke, or the replica is too old to be read. */
export class DatabaseUnavailable extends Error {
  constructor(
    message: string,
    /** Whether the database may have stored the statements although no response arrived. */
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

/** The error codes of `fetch` when it could not connect, so that no statement was sent. */
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

/** The error codes of the libSQL client for a missing or invalid response. */
const NO_RESPONSE = new Set([
  "HRANA_WEBSOCKET_ERROR",
  "HRANA_CLOSED_ERROR",
  "HRANA_PROTO_ERROR",
]);

/**
 * Turns an error of the remote client into a `DatabaseUnavailable`. Returns undefined for an error that the database
 * itself reported, such as a violated constraint.
 */
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
  // A `SyntaxError` means that a response was cut off, because the client parses no JSON except responses.
  if (error instanceof SyntaxError) return true;
  if (error.name === "TimeoutError") return true;
  // A network error has a code. The TypeError for a value that cannot be bound to a statement has no code.
  return "code" in error && typeof error.code === "string";
}

function statusIn({ cause }: LibsqlError): number | undefined {
  if (!(cause instanceof Error) || !("status" in cause)) return undefined;
  return Number(cause.status);
}

/** Whether an HTTP status means that a proxy or the server cannot respond at the moment. */
function isTemporary(status: number | undefined): boolean {
  return status !== undefined && (status >= 500 || status === 429);
}
