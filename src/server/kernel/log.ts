import pino, { type Logger } from "pino";
import { toLoggedError } from "./logged-error";

/** JSON lines on standard output. They never have a request's body or headers, or a value that was bound to a query. */
export function createLog({ logLevel }: { logLevel: string }): Logger {
  return pino(
    {
      level: logLevel,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      serializers: { err: toLoggedError },
    },
    pino.destination({ fd: 1, sync: false }),
  );
}
