import pino, { type Logger } from "pino";
import type { Config } from "./config";

/** JSON lines on standard output. Errors are logged by message and stack; never a request's body or headers. */
export function createLog({ logLevel }: Pick<Config, "logLevel">): Logger {
  return pino(
    { level: logLevel, base: null, timestamp: pino.stdTimeFunctions.isoTime },
    pino.destination({ fd: 1, sync: false }),
  );
}
