import pino, { type Logger } from "pino";
import { toLoggedError } from "./logged-error";

/** Logs JSON lines to standard output. A line never contains bodies, headers or values that were bound to a query. */
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
