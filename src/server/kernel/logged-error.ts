import { DrizzleQueryError } from "drizzle-orm";

export interface LoggedError {
  type: string;
  code?: string | number;
  message: string;
  stack?: string;
  cause?: LoggedError;
}

/**
 * Picks the fields of an error that may be logged. Other fields, and the message of a failed query, can contain the
 * data of users.
 */
export function toLoggedError(error: unknown): LoggedError {
  if (!(error instanceof Error))
    return { type: typeof error, message: String(error) };
  const code = "code" in error ? error.code : undefined;
  const stack = framesOf(error);
  return {
    type: error.constructor.name,
    ...((typeof code === "string" || typeof code === "number") && { code }),
    message: messageOf(error),
    ...(stack && { stack }),
    ...(error.cause !== undefined && { cause: toLoggedError(error.cause) }),
  };
}

/** Returns the message of an error without the values that were bound to a query. */
export function messageOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  let message = error.message;
  // The message of a failed query is replaced in every error, because tRPC copies it to the error that wraps the failed
  // query.
  for (const cause of chainOf(error))
    if (cause instanceof DrizzleQueryError)
      message = message.replaceAll(
        cause.message,
        `Failed query: ${cause.query}`,
      );
  return message;
}

/**
 * Returns the frames of an error's stack. The message before them is removed first, because one of its lines can look
 * like a frame.
 */
function framesOf({ stack = "", message }: Error): string {
  const lines = stack.replace(message, "").split("\n");
  return lines.filter((line) => /^\s+at /.test(line)).join("\n");
}

function chainOf(error: Error): Error[] {
  const chain: Error[] = [];
  for (let cause: unknown = error; cause instanceof Error; cause = cause.cause)
    chain.push(cause);
  return chain;
}
