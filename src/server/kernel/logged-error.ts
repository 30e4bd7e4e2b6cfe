import { DrizzleQueryError } from "drizzle-orm";

/** An error in the log. */
export interface LoggedError {
  type: string;
  code?: string | number;
  message: string;
  stack?: string;
  cause?: LoggedError;
}

/**
 * Picks the fields of an error that may be logged. Other fields, and the message of a failed query, contain values of
 * users.
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

/** The message of an error, without the values that were bound to a query. */
export function messageOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  let message = error.message;
  // tRPC copies the message of an error to the error that wraps it.
  for (const cause of chainOf(error))
    if (cause instanceof DrizzleQueryError)
      message = message.replaceAll(
        cause.message,
        `Failed query: ${cause.query}`,
      );
  return message;
}

/** The frames of the stack without the message at its start, because a line of the message can look like a frame. */
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
